/// Times a body several times.
enum Stopwatch {
    /// The seconds of each run, the most memory that the process held until the last one ended, and its result.
    static func time<Result>(
        runs: Int, _ body: () throws -> Result
    ) rethrows -> (timing: Timing, result: Result) {
        var seconds: [Double] = []
        while true {
            let clock = ContinuousClock()
            let start = clock.now
            let result = try body()
            let duration = start.duration(to: clock.now)
            seconds.append(Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18)
            if seconds.count >= runs {
                return (Timing(seconds: seconds, peakBytes: Machine.peakBytes()), result)
            }
        }
    }
}
