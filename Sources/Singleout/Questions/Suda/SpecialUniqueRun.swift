import Disclosure
import Microdata

extension AnalysisPlan {
    /// Finds the minimal sample uniques of every record among the quasi-identifiers.
    ///
    /// - Parameter progress: Called now and then, from any thread.
    /// - Throws: `PlanError`, `MicrodataError`, `ReleaseError` or `CountingError`, none of which holds a value of a record.
    /// - Complexity: See `SpecialUniques`.
    public func specialUniques(progress: AnalysisProgress.Handler? = nil) throws -> SpecialUniqueFindings {
        // What is refused whatever the data hold is refused before they are read.
        if case .wildcard = missing { throw CountingError.wildcardOverCombinations }
        if maximumSize == nil, quasiIdentifiers.count > CombinationLattice.fieldLimit {
            throw CountingError.tooManyFields(count: quasiIdentifiers.count, limit: CombinationLattice.fieldLimit)
        }
        let columns = try readData(progress)
        let fraction =
            try samplingFraction
            ?? populationSize(atLeast: columns[0].count).map { Double(columns[0].count) / Double($0) }
        let uniques = try SpecialUniques(of: columns, maximumSize: maximumSize, missing: missing, threads: threads) {
            progress?(.counting(share: $0))
        }
        return SpecialUniqueFindings(subject: subject, uniques: uniques, samplingFraction: fraction)
    }
}
