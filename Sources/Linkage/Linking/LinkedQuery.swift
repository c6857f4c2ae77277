/// What became of one query.
package struct LinkedQuery: Sendable, Hashable {
    /// One record that may be the query's person.
    package struct Candidate: Sendable, Hashable {
        /// The record's place in the register, from 0.
        package let record: Int
        /// The match weight in bits; `nil` where candidates are not weighed.
        package let weight: Double?
        /// The probability that this pair, looked at alone, is one person.
        package let probability: Double?
        /// The probability beside all other candidates, of which at most one is the person.
        package let share: Double?
        /// The step of the deterministic match, 1 to 8.
        package let step: Int?
    }

    /// Whether there is a clear match.
    package enum Decision: String, Sendable, Hashable, CaseIterable {
        /// One candidate is the person.
        case matched
        /// The person is among the candidates, and it is not clear which one.
        case ambiguous
        /// No candidate is likely to be the person.
        case unmatched
    }

    /// The best candidates, the best first.
    package let candidates: [Candidate]
    /// All candidates that the search found.
    package let candidateCount: Int
    /// Whether there is a clear match: then it is the first candidate.
    public internal(set) var decision: Decision

    /// The same with so many of the best candidates.
    func keeping(_ count: Int) -> LinkedQuery {
        if candidates.count <= count { return self }
        return LinkedQuery(
            candidates: Array(candidates.prefix(count)), candidateCount: candidateCount, decision: decision)
    }
}
