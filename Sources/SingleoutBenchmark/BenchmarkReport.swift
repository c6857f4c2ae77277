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
    var machine = Machine()
    var commit = Machine.commit()
    var date = Date.now.formatted(.iso8601)

    init(_ name: String, records: Int, fields: [String], threads: Int, seconds: [Double], answersChecked: Int) {
        self.name = name
        self.records = records
        self.fields = fields
        self.threads = threads
        self.seconds = seconds
        medianSeconds = seconds.sorted()[seconds.count / 2]
        peakBytes = Machine.peakBytes()
        self.answersChecked = answersChecked
    }

    /// Prints the report as one JSON object.
    func print() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        Swift.print(String(decoding: try encoder.encode(self), as: UTF8.self))
    }
}
