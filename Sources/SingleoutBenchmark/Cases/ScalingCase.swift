import ArgumentParser
import Foundation
import Singleout

/// How the cost of all combinations grows with the number of records.
struct ScalingCase: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scaling",
        abstract: "Time per record and memory per record of all combinations of 10 fields, as the table grows.",
        discussion: "Each size runs in a process of its own, so that its peak memory is its own.")

    @Option(help: "Numbers of records, comma-separated, in millions, each from 1 to 1000.")
    var millions = "1,3,9,30"

    @OptionGroup var options: RunOptions

    @Flag(help: .hidden)
    var inProcess = false

    private var sizes: [Int] {
        millions.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    }

    func validate() throws {
        if !sizes.allSatisfy((1...1000).contains) {
            throw ValidationError("--millions takes whole numbers from 1 to 1000, separated by commas.")
        }
    }

    func run() throws {
        try options.format.print(sizes.map { try inProcess ? measure($0) : inChildProcess($0) })
    }

    private func inChildProcess(_ millions: Int) throws -> BenchmarkReport {
        let child = Process()
        child.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        child.arguments = [
            "scaling", "--in-process", "--millions", "\(millions)", "--threads", "\(options.threads)", "--runs",
            "\(options.runs)",
        ]
        let output = Pipe()
        child.standardOutput = output
        try child.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        child.waitUntilExit()
        if child.terminationStatus != 0 { throw ExitCode(child.terminationStatus) }
        return try JSONDecoder().decode(BenchmarkReport.self, from: text)
    }

    private func measure(_ millions: Int) throws -> BenchmarkReport {
        let columns = NationalTable.columns(records: millions * 1_000_000, seed: 7)
        let (timing, lattice) = try Stopwatch.time(runs: options.runs) {
            try CombinationLattice(counting: columns, threads: options.threads)
        }
        let again = try lattice.checkAgainstSingleCounts(of: columns, threads: options.threads)
        return BenchmarkReport(
            "scaling", records: columns[0].count, fields: lattice.fields, threads: options.threads, timing: timing,
            answersChecked: 0, answersCountedTwice: again)
    }
}
