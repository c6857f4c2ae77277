import ArgumentParser
import Foundation
import SingleoutTesting

/// Writes the made-up pupils that `datasets/` ships.
struct SampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample", abstract: "Write the made-up sample of pupils that datasets/ ships, byte for byte.")

    @Option(help: "Records.")
    var records = 10_000

    @Option(help: "Seed.")
    var seed: UInt64 = 1

    @Option(help: "The file to write.")
    var output: String

    func run() throws {
        let sample = PupilSample(records: records, seed: seed)
        try Data(sample.csv().utf8).write(to: URL(filePath: output), options: .atomic)
    }
}
