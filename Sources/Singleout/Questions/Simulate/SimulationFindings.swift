import Briefing
package import Linkage
import PupilRegister

/// What `simulate` finds: what months of requests return, rightly and wrongly, and whom they reach along with it.
public struct SimulationFindings: ShapedFindings {
    /// What was asked, as far as the answer repeats it.
    struct Asked: Sendable {
        /// The folder of the register.
        let register: String
        /// The published volume that the requests follow.
        let volume: RequestVolume?
        /// The fields of the census by whose values the pupils are divided.
        let groupFields: [String]
    }

    /// The name and version of the JSON output.
    public static let schema = "singleout.simulate/1"
    static let oneRun = "one run has no spread; ask for more with --runs"

    let asked: Asked
    /// What was found.
    package let simulation: RequestSimulation
    let synthetic: SyntheticMark?

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
    ///
    /// - Parameter requests: How many requests of each run could have been counted; the most of a run unless said otherwise.
    func summary(
        _ runs: [RequestCounts], _ count: KeyPath<RequestCounts, Int>, ofRequests requests: Int? = nil
    ) -> RunSummary {
        RunSummary(count, in: runs, ofRequests: requests ?? runs.reduce(0) { max($0, $1.requests) }, share: share)
    }

    /// A ratio of two counts over the runs that have the second; `nil` where none has.
    func ratio(
        _ runs: [RequestCounts], _ part: KeyPath<RequestCounts, Int>, of all: KeyPath<RequestCounts, Int>
    ) -> RunSummary? {
        RunSummary(part, of: all, in: runs, share: share)
    }

    /// The share of all pupils who are asked about in a run.
    private var share: Double {
        Double(simulation.settings.requests) / Double(simulation.pupils + simulation.heldOut)
    }
}
