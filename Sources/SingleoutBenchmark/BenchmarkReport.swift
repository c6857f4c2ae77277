import Foundation

/// One case's timings, with what is needed to compare them with another day's.
struct BenchmarkReport: Codable {
    var schema = "singleout.benchmark/1"
    var name: String
    var records: Int
    var fields: [String]
    var threads: Int
    /// Wall time of each run.
    var seconds: [Double]
    var medianSeconds: Double
    /// The most memory that the process held, with everything it had read.
    var peakBytes: Int
    /// How many answers were compared with numbers from elsewhere.
    var answersChecked: Int
    /// How many answers were counted in a second way by this program and compared.
    var answersCountedTwice: Int
    /// The counted integers, for comparison with other tools.
    var answers: [CountedAnswer]
    var machine = Machine()
    var commit = Machine.commit()
    var date = Date.now.formatted(.iso8601)

    init(
        _ name: String, records: Int, fields: [String], threads: Int, timing: Timing, answersChecked: Int,
        answersCountedTwice: Int, answers: [CountedAnswer] = []
    ) {
        self.name = name
        self.records = records
        self.fields = fields
        self.threads = threads
        seconds = timing.seconds
        medianSeconds = timing.median
        peakBytes = timing.peakBytes
        self.answersChecked = answersChecked
        self.answersCountedTwice = answersCountedTwice
        self.answers = answers
    }
}
