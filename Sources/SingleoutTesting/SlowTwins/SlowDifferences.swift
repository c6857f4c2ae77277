/// Slow and obvious versions of what two releases tell by subtraction, to compare `DifferenceLattice` with.
public enum SlowDifferences {
    /// A record; `nil` is a missing value.
    public struct Record: Hashable, Sendable {
        /// The compared values.
        public let values: [String?]
        /// The sensitive values.
        public let sensitive: [String?]
        /// Whose record it is.
        public let identifier: String?

        /// A record of values.
        public init(_ values: [String?], sensitive: [String?] = [], identifier: String? = nil) {
            self.values = values
            self.sensitive = sensitive
            self.identifier = identifier
        }
    }

    /// The counts of one combination, each as in `DifferenceFigures`.
    public struct Counts: Hashable, Sendable {
        /// Cells with a record in either file.
        public var cells = 0
        /// Cells with different counts.
        public var different = 0
        /// Cells whose counts both reach the threshold.
        public var published = 0
        /// Isolating cells.
        public var isolating = 0
        /// Records isolated in them.
        public var isolated = 0
        /// Isolating cells that differ by one.
        public var single = 0
        /// For each sensitive field isolating cells of one differing value, and their records.
        public var learned: [[Int]] = []

        /// No counts.
        public init() {}
    }

    /// Compares the cells of one combination, cell by cell and record by record.
    ///
    /// - Parameters:
    ///   - first: The records of A.
    ///   - second: The records of B.
    ///   - fields: The places of the combination among the values of a record.
    ///   - minimumCell: The smallest count that is published.
    ///   - leavesOut: Whether records without a value of the combination are left out.
    /// - Complexity: O(cells x records) time.
    public static func counts(
        _ first: [Record], _ second: [Record], by fields: [Int], minimumCell: Int, leavesOut: Bool
    ) -> Counts {
        func key(_ record: Record) -> [String?] { fields.map { record.values[$0] } }
        func kept(_ records: [Record]) -> [Record] { records.filter { !leavesOut || !key($0).contains(nil) } }
        let (before, after) = (kept(first), kept(second))
        var counts = Counts()
        counts.learned = (first + second).first.map { $0.sensitive.map { _ in [0, 0] } } ?? []
        for cell in Set((before + after).map(key)) {
            let (one, other) = (before.filter { key($0) == cell }, after.filter { key($0) == cell })
            let difference = abs(one.count - other.count)
            counts.cells += 1
            if difference > 0 { counts.different += 1 }
            guard one.count >= minimumCell, other.count >= minimumCell else { continue }
            counts.published += 1
            guard difference > 0, difference < minimumCell else { continue }
            counts.isolating += 1
            counts.isolated += difference
            if difference == 1 { counts.single += 1 }
            for field in counts.learned.indices {
                let values = Set((one + other).map { $0.sensitive[field] })
                let differing = values.count { value in
                    one.count { $0.sensitive[field] == value } != other.count { $0.sensitive[field] == value }
                }
                if differing == 1 {
                    counts.learned[field][0] += 1
                    counts.learned[field][1] += difference
                }
            }
        }
        return counts
    }

    /// Persons dropped, added, changed and the same; identifiers that a file has more than once do not count.
    ///
    /// - Complexity: O(records^2) time.
    public static func changes(_ first: [Record], _ second: [Record]) -> [Int] {
        var counts = [0, 0, 0, 0]
        for identifier in Set((first + second).compactMap(\.identifier)) {
            let before = first.filter { $0.identifier == identifier }
            let after = second.filter { $0.identifier == identifier }
            if before.count > 1 || after.count > 1 { continue }
            switch (before.first, after.first) {
            case (_?, nil): counts[0] += 1
            case (nil, _?): counts[1] += 1
            case (let one?, let other?):
                counts[one.values == other.values && one.sensitive == other.sensitive ? 3 : 2] += 1
            case (nil, nil): break
            }
        }
        return counts
    }

    /// Records by which the cells of all values differ, without those left out for a missing value; those that lie in an isolating
    /// cell of some combination in which no differences cancel out, and those of them for which that cell differs by one.
    ///
    /// - Complexity: O(combinations x records^2) time.
    public static func isolatedByAny(
        _ first: [Record], _ second: [Record], combinations: [[Int]], minimumCell: Int, leavesOut: Bool
    ) -> (differing: Int, isolated: Int, single: Int) {
        func whole(_ record: Record) -> [String?] { record.values + record.sensitive }
        let fields = first.first?.values.count ?? second.first?.values.count ?? 0
        var totals = (differing: 0, isolated: 0, single: 0)
        let wholes = Set((first + second).map(whole))
        let differences = wholes.map { cell in
            (cell, first.count { whole($0) == cell } - second.count { whole($0) == cell })
        }
        for (cell, difference) in differences where difference != 0 {
            var (isIsolated, isSingle) = (false, false)
            for fields in combinations {
                let key = fields.map { cell[$0] }
                if leavesOut, key.contains(nil) { continue }
                let before = first.count { record in fields.map { record.values[$0] } == key }
                let after = second.count { record in fields.map { record.values[$0] } == key }
                let within = differences.filter { other, _ in fields.map { other[$0] } == key }
                let changes = within.reduce(0) { $0 + abs($1.1) }
                let net = abs(before - after)
                guard min(before, after) >= minimumCell, net > 0, net < minimumCell, changes == net else { continue }
                isIsolated = true
                if net == 1 { isSingle = true }
            }
            let isLeftOut = leavesOut && cell.prefix(fields).contains(nil)
            if !isLeftOut { totals.differing += abs(difference) }
            if isIsolated { totals.isolated += abs(difference) }
            if isSingle { totals.single += abs(difference) }
        }
        return totals
    }
}
