import ArgumentParser
import Foundation
import Singleout

/// How the cost of all combinations grows with the number of records.
struct ScalingCase: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scaling",
        abstract: "Time per record and memory per record of all combinations of 10 fields, as the table grows.",
        discussion: "Each size runs in a process of its own, so that its peak memory is its own.")

    @Option(help: "Numbers of records, comma-separated, in millions.")
    var millions = "1,3,9,30"

    @Option(help: "Threads.")
    var threads = 2

    @Flag(help: .hidden)
    var inProcess = false

    func run() throws {
        let sizes = millions.split(separator: ",").compactMap { Int($0) }
        if inProcess { return try sizes.forEach(measure) }
        print("records, seconds, ns per record, bytes per record")
        fflush(nil)
        for size in sizes {
            let child = Process()
            child.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
            child.arguments = ["scaling", "--in-process", "--millions", "\(size)", "--threads", "\(threads)"]
            try child.run()
            child.waitUntilExit()
            if child.terminationStatus != 0 { throw ExitCode(child.terminationStatus) }
        }
    }

    private func measure(_ millions: Int) throws {
        let columns = NationalTable.columns(records: millions * 1_000_000, seed: 7)
        let (seconds, lattice) = try Stopwatch.time(runs: 3) {
            try CombinationLattice(counting: columns, threads: threads)
        }
        // The table has no answers from elsewhere; two ways of counting must agree on every single field and on all.
        for entry in lattice.entries where entry.fields.count == 1 || entry.fields.count == columns.count {
            let alone = try SizeHistogram(counting: entry.fields.map { columns[$0] }, threads: threads)
            precondition(alone == entry.histogram, "two ways of counting disagree")
        }
        let records = Double(columns[0].count)
        let median = seconds.sorted()[1]
        print(
            columns[0].count, String(format: "%.3f", median), String(format: "%.0f", median / records * 1e9),
            String(format: "%.1f", Double(Machine.peakBytes()) / records), separator: ", ")
    }
}
