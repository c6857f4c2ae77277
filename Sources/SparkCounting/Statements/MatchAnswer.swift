import Counting

/// How the classes of A match those of another source by every combination, as the rows of an answer tell it.
struct MatchAnswer: SparkAnswer {
    /// What was counted.
    struct Counted: Hashable {
        /// The number of records of the other source.
        let others: Int
        /// The number of records whose class is in both sources.
        let joined: Int
        /// What every combination tells.
        let matches: [[Int]: CountedMatches]
    }

    private let batches: [GroupingBatch]
    private let missing: MissingSemantics
    private let places: [[Int: [Int]]]
    private let hasAdded: Bool
    private let hasTruth: Bool
    private var counted: [[Int]: CountedMatches] = [:]
    private var totals: [(records: Int, others: Int, joined: Int)?]
    private var seen: Set<[Int]> = []
    private var rowsOf: Set<[Int]> = []

    init(_ script: MatchScript) {
        batches = script.batches
        missing = script.missing
        hasAdded = !script.added.isEmpty
        hasTruth = script.truth != nil
        places = batches.map { batch in
            Dictionary(uniqueKeysWithValues: batch.combinations.map { (batch.number(of: $0), $0) })
        }
        totals = batches.map { _ in nil }
    }

    var statementsDone: Int { seen.count }

    /// Takes a row: kind, batch, combination, and the numbers of the kind.
    mutating func take(_ row: [Int]) -> Bool {
        guard row.count > 3, batches.indices.contains(row[1]), row[3...].allSatisfy({ $0 >= 0 }) else { return false }
        let (kind, batch, number) = (row[0], row[1], row[2])
        if !rowsOf.insert(kind == MatchScript.classesKind ? Array(row.dropLast()) : Array(row[..<3])).inserted {
            return false
        }
        seen.insert([kind, batch])
        switch (kind, row.count) {
        case (MatchScript.classesKind, 7) where number == batches[batch].numberOfNone:
            if totals[batch] != nil || row[6] != 1 || row[5] > row[3] { return false }
            totals[batch] = (row[3], row[4], row[5])
            return true
        case (MatchScript.classesKind, 7):
            guard let fields = places[batch][number], row[3] > 0, row[5] < 2, row[6] > 0 else { return false }
            counted[fields, default: CountedMatches()].classes.append(
                CountedMatches.Class(size: row[3], other: row[4], isJoined: row[5] == 1, classes: row[6]))
            return true
        case (MatchScript.addedKind, 4):
            guard hasAdded, let fields = places[batch][number] else { return false }
            counted[fields, default: CountedMatches()].addedUniques = row[3]
            return true
        case (MatchScript.truthKind, 5):
            guard hasTruth, let fields = places[batch][number], row[4] <= row[3] else { return false }
            counted[fields, default: CountedMatches()].checkable = row[3]
            counted[fields, default: CountedMatches()].right = row[4]
            return true
        default: return false
        }
    }

    /// The number of records, and what was counted of them and the other source.
    ///
    /// - Returns: `nil` when rows are lacking, or tell different numbers of records.
    /// - Complexity: O(rows) time and memory.
    func result() -> (records: Int, counted: Counted)? {
        let first = totals.first.flatMap(\.self) ?? (0, 0, 0)
        for total in totals where (total ?? (0, 0, 0)) != first { return nil }
        for fields in batches.flatMap(\.combinations) {
            guard let sum = counted[fields, default: CountedMatches()].records,
                missing == .exclude ? sum <= first.records : sum == first.records
            else { return nil }
        }
        return (first.records, Counted(others: first.others, joined: first.joined, matches: counted))
    }
}
