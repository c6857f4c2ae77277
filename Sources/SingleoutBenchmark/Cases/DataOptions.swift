import ArgumentParser
import Singleout

/// The load of the cases that read one.
struct DataOptions: ParsableArguments {
    @Option(help: "The load: a CSV file by national.py.")
    var data: String

    /// Reads the named fields, or all.
    func table(fields: [String]? = nil, threads: Int) throws -> Table {
        var reading = DelimitedReading()
        reading.threads = threads
        if let fields { reading.columns = fields }
        return try reading.table(fromFileAt: data)
    }
}
