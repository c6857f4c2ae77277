/// Times a body several times.
enum Stopwatch {
    /// The seconds of each run and the last result.
    static func time<Result>(runs: Int, _ body: () throws -> Result) rethrows -> (seconds: [Double], result: Result) {
        var seconds: [Double] = []
        while true {
            let clock = ContinuousClock()
            let start = clock.now
            let result = try body()
            let duration = start.duration(to: clock.now)
            seconds.append(Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18)
            if seconds.count >= runs { return (seconds, result) }
        }
    }
}
