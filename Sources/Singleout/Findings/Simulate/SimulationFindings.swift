import Briefing
public import Linkage
import PupilRegister

/// What `simulate` finds: what months of requests return, rightly and wrongly, and whom they reach along with it.
public struct SimulationFindings: Findings {
    /// The name and version of the JSON output.
    public static let schema = "singleout.simulate/1"
    static let oneRun = "one run has no spread; ask for more with --runs"

    /// What was asked for.
    public let plan: SimulationPlan
    /// What was found.
    public let simulation: RequestSimulation
    let synthetic: SyntheticMark?

    init(plan: SimulationPlan, simulation: RequestSimulation, synthetic: SyntheticMark?) {
        self.plan = plan
        self.simulation = simulation
        self.synthetic = synthetic
    }

    /// The counts of every run, all months together.
    var totals: [RequestCounts] { simulation.runs.map { Self.sum($0[...]) } }

    /// The counts of every run up to a month, numbered from 0.
    func cumulative(through month: Int) -> [RequestCounts] { simulation.runs.map { Self.sum($0[...month]) } }

    /// The counts of every run in a month, numbered from 0.
    func counts(in month: Int) -> [RequestCounts] { simulation.runs.map { $0[month] } }

    private static func sum(_ months: ArraySlice<RequestCounts>) -> RequestCounts {
        var sum = RequestCounts()
        for counts in months { sum.add(counts) }
        return sum
    }

    /// A count over the runs.
    static func summary(_ runs: [RequestCounts], _ count: (RequestCounts) -> Int) -> RunSummary {
        RunSummary(runs.map { Double(count($0)) })
    }

    /// A ratio of two counts over the runs that have the second; `nil` where none has.
    static func ratio(
        _ runs: [RequestCounts], _ part: (RequestCounts) -> Int, of all: (RequestCounts) -> Int
    ) -> RunSummary? {
        let values = runs.filter { all($0) > 0 }.map { Double(part($0)) / Double(all($0)) }
        return values.isEmpty ? nil : RunSummary(values)
    }
}
