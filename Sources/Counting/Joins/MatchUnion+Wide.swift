internal import Microdata

extension MatchUnion {
    /// The sums of each combination, in the order of the list.
    ///
    /// - Parameter progress: Called after some of them with how many are done.
    /// - Complexity: O(records x combinations) time, most of it within the cache.
    package func tallies(
        _ combinations: [[Int]], missing: MissingSemantics, threads: Int, progress: (Int) -> Void
    ) throws(CountingError) -> [MatchTally] {
        if let run = MatchRun(self, missing: missing, threads: threads) {
            return run.tallies(combinations, progress: progress)
        }
        // Codes too wide for a key: each combination by the numbers of its classes.
        var tallies: [MatchTally] = []
        for fields in combinations {
            tallies += try tally(fields, missing: missing, threads: threads)
            progress(tallies.count)
        }
        return tallies
    }

    /// The sums of one combination by the numbers of its classes, whatever the width of its codes.
    ///
    /// - Complexity: O(records x fields) time; 40 bytes for each record.
    private func tally(_ fields: [Int], missing: MissingSemantics, threads: Int) throws(CountingError) -> [MatchTally] {
        let classes = try EquivalenceClasses(of: fields.map { columns[$0] }, missing: missing, threads: threads)
        let cardinality = classes.sizes.count + 1
        let codes = classes.classOf.map { $0 == EquivalenceClasses.excluded ? UInt32(cardinality - 1) : $0 }
        let column = Column(
            name: "classes", codes: CodeArray(narrowing: codes, cardinality: cardinality),
            dictionary: ValueDictionary(repeatingEmpty: cardinality), missingCode: UInt32(cardinality - 1))
        let single = MatchUnion(columns: [column], bounds: bounds, identifiers: identifiers, joined: joined)
        guard let run = MatchRun(single, missing: .exclude, threads: threads) else {
            preconditionFailure("the class numbers of \(records) records fit into a key")
        }
        return run.tallies([[0]]) { _ in }
    }
}
