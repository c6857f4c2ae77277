/// How many equivalence classes there are of each size: the one small thing from which almost every risk figure follows.
public struct SizeHistogram: Sendable, Hashable {
    /// One size and the number of classes that have it.
    public struct Entry: Sendable, Hashable {
        /// Records in each of these classes, at least 1.
        public let size: Int
        /// The number of classes of that size, at least 1.
        public let classes: Int
    }

    /// The sizes that occur, ascending.
    public let entries: [Entry]
    /// The number of records in all classes.
    public let records: Int
    /// The number of classes.
    public let classes: Int

    /// A histogram from classes by size; sizes with no classes are left out.
    ///
    /// - Parameter classesBySize: For each size (at least 1) the number of classes; each size at most once.
    public init(classesBySize: some Sequence<(size: Int, classes: Int)>) {
        entries = classesBySize.filter { $0.classes > 0 }.sorted { $0.size < $1.size }
            .map { Entry(size: $0.size, classes: $0.classes) }
        records = entries.reduce(0) { $0 + $1.size * $1.classes }
        classes = entries.reduce(0) { $0 + $1.classes }
    }

    /// A histogram of the given class sizes, each at least 1.
    public init(sizes: some Sequence<Int>) {
        var classes: [Int: Int] = [:]
        for size in sizes { classes[size, default: 0] += 1 }
        self.init(classesBySize: classes.map { (size: $0.key, classes: $0.value) })
    }

    /// k: the size of the smallest class, or `nil` when there is no class.
    public var k: Int? { entries.first?.size }

    /// The size of the largest class, or `nil` when there is no class.
    public var largest: Int? { entries.last?.size }

    /// Records alone in their class.
    public var uniques: Int { entries.first.map { $0.size == 1 ? $0.classes : 0 } ?? 0 }

    /// uniques / records, or `nil` without records.
    public var uniqueness: Double? { share(uniques) }

    /// The mean over records of 1 / class size, which is classes / records; `nil` without records.
    public var meanRisk: Double? { share(classes) }

    /// The number of records in classes smaller than a size.
    public func records(below size: Int) -> Int {
        entries.prefix { $0.size < size }.reduce(0) { $0 + $1.size * $1.classes }
    }

    /// Distinction: classes / records, the share of records that a set of one record per class makes; `nil` without
    /// records.
    ///
    /// Source: Motwani & Xu, Efficient algorithms for masking and finding quasi-identifiers, 2007.
    public var distinction: Double? { meanRisk }

    /// Separation: the share of pairs of records that the combination tells apart, in `[0, 1]`; `nil` below two records.
    ///
    /// `1 - sum f(f-1)/2 / (n(n-1)/2)`, with exact integers up to the one division.
    ///
    /// Source: Motwani & Xu, Efficient algorithms for masking and finding quasi-identifiers, 2007.
    public var separation: Double? {
        guard records > 1 else { return nil }
        // A table on a cluster may have more pairs than 64 bits count.
        let together = entries.reduce(UInt128(0)) {
            $0 + UInt128($1.size) * UInt128($1.size - 1) / 2 * UInt128($1.classes)
        }
        let pairs = UInt128(records) * UInt128(records - 1) / 2
        return Double(pairs - together) / Double(pairs)
    }

    private func share(_ count: Int) -> Double? {
        records == 0 ? nil : Double(count) / Double(records)
    }
}
