public import Counting
public import Microdata

/// Slow and obvious versions of how records of one file find their like in others, to compare `MatchLattice` with.
public enum SlowMatching {
    /// The counts of one combination, each as in `MatchFigures`.
    public struct Counts: Hashable, Sendable {
        /// Records compared.
        public var records = 0
        /// Classes of the combination.
        public var classes = 0
        /// Records that match exactly one record.
        public var exactlyOne = 0
        /// Records that match several.
        public var several = 0
        /// Records that match none.
        public var none = 0
        /// Matches that are unique on both sides.
        public var oneToOne = 0
        /// Records alone in their class.
        public var uniques = 0
        /// Records alone only with the fields that the join adds.
        public var uniqueOnlyAfterJoin = 0
        /// Unique matches whose identifiers are both known.
        public var checkable = 0
        /// Of these, the right ones.
        public var right = 0

        /// No counts.
        public init() {}
    }

    /// Another file: its shared fields, its identifiers, and the fields that it adds, which may be none.
    public struct Other: Sendable {
        let shared: [Column]
        let identifier: Column
        let added: [Column]

        /// A file with its shared fields in the order of the first file.
        public init(shared: [Column], identifier: Column, added: [Column]) {
            self.shared = shared
            self.identifier = identifier
            self.added = added
        }
    }

    /// Compares every record of a file with every record of the others, by some of the shared fields.
    ///
    /// - Complexity: O(records x records of the others x fields) time.
    public static func counts(
        _ file: [Column], identifier: Column, in others: [Other], by fields: [Int],
        missing: MissingSemantics = .category
    ) -> Counts {
        let own = values(file)
        let theirs = others.map { values($0.shared) }
        let identifiers = values([identifier]).map { $0[0] }
        let theirIdentifiers = others.map { values([$0.identifier]).map { $0[0] } }
        let added = joinedValues(own, theirs, others, missing: missing)
        func key(_ record: [String?]) -> [String?]? {
            let key = fields.map { record[$0] }
            return missing == .exclude && key.contains(nil) ? nil : key
        }
        let keys = own.map(key)
        let theirKeys = theirs.map { $0.map(key) }
        var counts = Counts()
        counts.classes = Set(keys.compactMap(\.self)).count
        for (record, key) in keys.enumerated() {
            guard let key else { continue }
            counts.records += 1
            let alike = keys.indices.filter { keys[$0] == key }
            if alike.count == 1 { counts.uniques += 1 }
            let matches = theirKeys.map { keys in keys.indices.filter { keys[$0] == key } }
            if matches.contains(where: \.isEmpty) {
                counts.none += 1
            } else if matches.allSatisfy({ $0.count == 1 }) {
                counts.exactlyOne += 1
                if alike.count == 1 { counts.oneToOne += 1 }
                let named = zip(theirIdentifiers, matches).map { $0[$1[0]] } + [identifiers[record]]
                if !named.contains(nil) {
                    counts.checkable += 1
                    if named.allSatisfy({ $0 == identifiers[record] }) { counts.right += 1 }
                }
            } else {
                counts.several += 1
            }
            if let gained = added[record], alike.count > 1,
                !alike.contains(where: { $0 != record && added[$0] == gained })
            {
                counts.uniqueOnlyAfterJoin += 1
            }
        }
        return counts
    }

    /// What the others add to each record by the join on all shared fields; `nil` for a record that is not joined.
    private static func joinedValues(
        _ own: [[String?]], _ theirs: [[[String?]]], _ others: [Other], missing: MissingSemantics
    ) -> [[[String?]?]?] {
        let gains = others.map { values($0.added) }
        return own.map { record -> [[String?]?]? in
            if missing == .exclude, record.contains(nil) { return nil }
            var joined: [[String?]?] = []
            for other in others.indices where !others[other].added.isEmpty {
                let matches = theirs[other].indices.filter { theirs[other][$0] == record }
                joined.append(matches.count == 1 ? gains[other][matches[0]] : nil)
            }
            return joined.contains { $0 != nil } ? joined : nil
        }
    }

    /// The values of each record.
    private static func values(_ columns: [Column]) -> [[String?]] {
        let codes = columns.map { $0.codes.widened() }
        return (0..<(columns.first?.count ?? 0)).map { record in
            columns.indices.map { field in
                codes[field][record] == columns[field].missingCode
                    ? nil : columns[field].dictionary[Int(codes[field][record])]
            }
        }
    }
}
