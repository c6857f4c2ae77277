import Counting

/// The class sizes of every combination, as the rows of an answer tell them.
struct GroupingAnswer: SparkAnswer {
    private let batches: [GroupingBatch]
    private let missing: MissingSemantics
    /// For each batch which of its combinations a number of Spark's stands for.
    private let places: [[Int: Int]]
    private var classes: [[[Int: Int]]]
    private var totals: [Int?]
    private(set) var statementsDone = 0

    init(_ batches: [GroupingBatch], missing: MissingSemantics) {
        self.batches = batches
        self.missing = missing
        places = batches.map { batch in
            Dictionary(uniqueKeysWithValues: batch.combinations.enumerated().map { (batch.number(of: $1), $0) })
        }
        classes = batches.map { [[Int: Int]](repeating: [:], count: $0.combinations.count) }
        totals = batches.map { _ in nil }
    }

    /// Takes a row: batch, combination, class size, number of classes.
    mutating func take(_ row: [Int]) -> Bool {
        guard row.count == 4, batches.indices.contains(row[0]), row[2] > 0, row[3] > 0 else { return false }
        let (batch, number, size, count) = (row[0], row[1], row[2], row[3])
        statementsDone = max(statementsDone, batch + 1)
        if number == batches[batch].numberOfNone {
            if count != 1 || totals[batch] != nil { return false }
            totals[batch] = size
            return true
        }
        guard let place = places[batch][number] else { return false }
        return classes[batch][place].updateValue(count, forKey: size) == nil
    }

    /// The number of records and the class sizes of every combination.
    ///
    /// - Returns: `nil` when rows are lacking, or tell different numbers of records.
    /// - Complexity: O(rows) time and memory.
    func result() -> (records: Int, counted: [[Int]: SizeHistogram])? {
        let records = totals.first.flatMap(\.self) ?? 0
        if totals.contains(where: { ($0 ?? 0) != records }) { return nil }
        var histograms: [[Int]: SizeHistogram] = [:]
        for (batch, counted) in zip(batches, classes) {
            for (fields, sizes) in zip(batch.combinations, counted) {
                guard let sum = Self.records(sizes), missing == .exclude ? sum <= records : sum == records else {
                    return nil
                }
                histograms[fields] = SizeHistogram(classesBySize: sizes.map { (size: $0.key, classes: $0.value) })
            }
        }
        return (records, histograms)
    }

    /// The records of some classes; `nil` when they are more than a number holds, as in a broken row.
    private static func records(_ sizes: [Int: Int]) -> Int? {
        var sum = 0
        for (size, classes) in sizes {
            let (records, isTooLarge) = size.multipliedReportingOverflow(by: classes)
            let (next, overflows) = sum.addingReportingOverflow(records)
            if isTooLarge || overflows { return nil }
            sum = next
        }
        return sum
    }
}
