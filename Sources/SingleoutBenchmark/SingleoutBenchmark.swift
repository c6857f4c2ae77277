import ArgumentParser

/// Times what the tool's users wait for, and stops when an answer is wrong.
@main
struct SingleoutBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "singleout-benchmark",
        abstract: "Time the counting engine and the reader; every case checks its answer.",
        discussion: """
            The load is written by Sources/SingleoutBenchmark/Peers/national.py; in_memory.py beside it runs other tools \
            on the same file. Results are JSON on standard output, with the machine and the commit.
            """,
        subcommands: [
            LatticeCase.self, CombinationCase.self, ReadCase.self, ScalingCase.self, LatentClassCase.self,
            SampleCommand.self,
        ])
}
