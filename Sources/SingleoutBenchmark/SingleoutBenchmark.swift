import ArgumentParser

@main
struct SingleoutBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "singleout-benchmark")
}
