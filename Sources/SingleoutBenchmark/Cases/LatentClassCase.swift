import ArgumentParser
import Singleout

/// Steps of EM of the latent-class model.
struct LatentClassCase: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "latent-class",
        abstract: "Time EM of the latent-class model on distinct rows of 10 fields, built in memory.",
        discussion: "The seconds are those of one start carried some steps; the objective must grow with each.")

    @Option(help: "Distinct rows, at least 1000.")
    var rows = 1_000_000

    @Option(help: "Latent classes, 1 to 200.")
    var classes = 20

    @Option(help: "EM steps of each run, at least 2.")
    var steps = 10

    @OptionGroup var options: RunOptions

    func validate() throws {
        if rows < 1000 { throw ValidationError("--rows must be at least 1000.") }
        if !(1...LatentClassFit.classLimit).contains(classes) {
            throw ValidationError("--classes must be from 1 to \(LatentClassFit.classLimit).")
        }
        if steps < 2 { throw ValidationError("--steps must be at least 2.") }
    }

    func run() throws {
        // Nearly all rows of the load differ; some are drawn beyond those wanted, and the first distinct ones taken.
        let columns = NationalTable.columns(records: rows + rows / 20, seed: 7)
        let drawn = SampleCells(columns, classes: try EquivalenceClasses(of: columns, threads: options.threads))
        guard let cells = drawn.first(rows) else { throw ValidationError("The load has too few distinct rows.") }
        let (timing, fit) = Stopwatch.time(runs: options.runs) {
            LatentClassFit(cells, classes: classes, steps: steps, seed: 1, threads: options.threads)
        }
        guard fit.iterations == steps, zip(fit.objectives, fit.objectives.dropFirst()).allSatisfy(<) else {
            throw FallenObjective(objectives: fit.objectives)
        }
        let perStep = Timing(seconds: timing.seconds.map { $0 / Double(steps) }, peakBytes: timing.peakBytes)
        let report = BenchmarkReport(
            "latent-class step", records: cells.count, fields: cells.fields, threads: options.threads, timing: perStep,
            answersChecked: steps - 1, answersCountedTwice: 0)
        try options.format.print([report])
    }
}

/// EM whose objective does not grow: a benchmark that is wrong has no time.
struct FallenObjective: Error, CustomStringConvertible {
    var objectives: [Double]

    var description: String { "the objective of EM does not grow with each step: \(objectives)" }
}
