package import Statistics

/// How right the matches are, where the truth is known.
package struct TruthScore: Sendable, Hashable {
    /// A share of counted things.
    package struct Share: Sendable, Hashable {
        /// The things counted.
        package let part: Int
        /// Of so many.
        package let all: Int
        /// The share; `nil` of none.
        package var value: Double? { all == 0 ? nil : Double(part) / Double(all) }
        /// Wilson's interval; `nil` of none.
        package var interval: WilsonInterval? { all == 0 ? nil : WilsonInterval(successes: part, of: all) }
    }

    /// The matches from a probability on.
    package struct Point: Sendable, Hashable {
        /// The probability.
        package let threshold: Double
        /// Right matches of all matches.
        package let precision: Share
        /// Right matches of the queries about somebody in the register.
        package let recall: Share
    }

    /// Queries about somebody in the register.
    package let present: Int
    /// Queries about nobody in the register: the control group.
    package let absent: Int
    /// Right matches of all clear matches.
    package let precision: Share
    /// Right matches of the queries about somebody in the register.
    package let recall: Share
    /// Clear matches of queries about nobody in the register, all of them wrong.
    package let control: Share
    /// Queries whose person is in the short list of the best candidates, of those about somebody in the register.
    package let candidateRecall: Share
    /// Queries whose person is among all candidates of the search, of those about somebody in the register.
    package let searchRecall: Share
    /// The expected share of right answers, among queries about somebody in the register, for guessing one of the
    /// candidates of the search.
    package let baseline: Double?
    /// Precision and recall by threshold; empty where matches have no probability.
    package let curve: [Point]

    /// The share of right matches beyond what the control group is matched by chance, `(a - c) / (1 - c)`, in `[0, 1]`;
    /// `nil` without a control group.
    package var residual: Double? {
        guard let attack = recall.value, let chance = control.value, chance < 1 else { return nil }
        return max(0, (attack - chance) / (1 - chance))
    }

    private static let thresholds = [0.1, 0.2, 0.5, 0.8, 0.9, 0.95, 0.99, 0.999]

    /// - Parameter reach: How far the search came to the person of each query.
    init(_ queries: [LinkedQuery], _ truth: Truth, reach: [SearchReach], settings: LinkageSettings) {
        let present = queries.indices.filter(truth.isPresent)
        self.present = present.count
        absent = queries.count - present.count
        func isRight(_ query: Int) -> Bool {
            queries[query].candidates.first.map { truth.isRight(query, $0.record) } ?? false
        }
        let matched = queries.indices.filter { queries[$0].decision == .matched }
        let right = matched.count(where: isRight)
        precision = Share(part: right, all: matched.count)
        recall = Share(part: right, all: present.count)
        control = Share(part: matched.count { !truth.isPresent($0) }, all: queries.count - present.count)
        candidateRecall = Share(part: present.count { reach[$0] == .shortlisted }, all: present.count)
        let found = present.filter { reach[$0] != .none }
        searchRecall = Share(part: found.count, all: present.count)
        baseline =
            present.isEmpty
            ? nil : found.reduce(0.0) { $0 + 1 / Double(queries[$1].candidateCount) } / Double(present.count)
        curve =
            settings.method == .deterministic
            ? []
            : Set(Self.thresholds + [settings.threshold]).sorted().map { threshold in
                let linked = queries.indices.filter { (queries[$0].candidates.first?.share ?? -1) >= threshold }
                let right = linked.count(where: isRight)
                return Point(
                    threshold: threshold, precision: Share(part: right, all: linked.count),
                    recall: Share(part: right, all: present.count))
            }
    }
}
