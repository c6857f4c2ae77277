/// What some runs of one body took.
struct Timing {
    /// Wall time of each run, at least one.
    var seconds: [Double]
    /// The most memory that the process held until the last run ended, with everything it had read.
    var peakBytes: Int

    /// The middle run, or the mean of the middle two.
    var median: Double {
        let ordered = seconds.sorted()
        return (ordered[(ordered.count - 1) / 2] + ordered[ordered.count / 2]) / 2
    }
}
