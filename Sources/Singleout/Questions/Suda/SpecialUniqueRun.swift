import Counting
import Disclosure
import Microdata

extension SpecialUniquePlan {
    /// Finds the minimal sample uniques of every record among the quasi-identifiers.
    ///
    /// - Parameter progress: Called now and then, from any thread.
    /// - Throws: `PlanError`, `MicrodataError`, `ReleaseError` or `CountingError`, and none of them holds a value of a record.
    /// - Complexity: See `SpecialUniques`.
    public func run(progress: AnalysisProgress.Handler? = nil) throws -> SpecialUniqueFindings {
        let columns = try selection.readData(progress)
        let fraction =
            try selection.samplingFraction
            ?? selection.populationSize(atLeast: columns[0].count).map { Double(columns[0].count) / Double($0) }
        let uniques = try SpecialUniques(
            of: columns, maximumSize: selection.maximumSize, missing: selection.missing, threads: selection.threads
        ) {
            progress?(.counting(share: $0))
        }
        return SpecialUniqueFindings(subject: selection.subject(), uniques: uniques, samplingFraction: fraction)
    }
}
