import Briefing
public import Counting

/// The figures of one combination, from a partition into classes or from wildcard frequencies.
public struct CombinationFigures: Hashable, Sendable {
    /// The records that were counted; those left out are not among them.
    public let records: Int
    /// The number of classes; `nil` with wildcards, where classes overlap.
    public let classes: Int?
    /// k: the size of the smallest class, or the smallest f with wildcards; `nil` without records.
    public let k: Double?
    /// Records alone in their class.
    public let uniques: Int
    /// uniques / records; `nil` without records.
    public let uniqueness: Double?
    /// The mean over records of 1/f; `nil` without records.
    public let meanRisk: Double?
    /// Records in small classes, one for each of `RecordsBelow.sizes`.
    public let recordsBelow: [RecordsBelow]

    /// The figures of a partition.
    ///
    /// - Complexity: O(different class sizes below 20) time.
    public init(_ histogram: SizeHistogram) {
        records = histogram.records
        classes = histogram.classes
        k = histogram.k.map(Double.init)
        uniques = histogram.uniques
        uniqueness = histogram.uniqueness
        meanRisk = histogram.meanRisk
        recordsBelow = RecordsBelow.sizes.map { RecordsBelow(size: $0, records: histogram.records(below: $0)) }
    }

    /// The figures of records that match with wildcards.
    ///
    /// - Complexity: O(records) time.
    public init(_ wildcards: WildcardFrequencies) {
        let frequencies = wildcards.frequencies
        let count = frequencies.count
        records = count
        classes = nil
        k = frequencies.min()
        uniques = frequencies.count { $0 == 1 }
        uniqueness = count == 0 ? nil : Double(uniques) / Double(count)
        meanRisk = count == 0 ? nil : frequencies.reduce(0) { $0 + 1 / $1 } / Double(count)
        recordsBelow = RecordsBelow.sizes.map { size in
            RecordsBelow(size: size, records: frequencies.count { $0 < Double(size) })
        }
    }

    /// The figures as answers have them.
    static let shape = shape(hasList: true)

    /// The figures as answers have them.
    ///
    /// - Parameter hasList: Whether the records in small classes are listed too.
    static func shape(hasList: Bool) -> Shape<CombinationFigures> {
        Shape(
            .value(.classes, or: Subject.overlappingClasses) { $0.classes },
            .value(.k, or: Subject.noRecords) { $0.k.map(PlainNumber.init) },
            .value(.uniques) { $0.uniques },
            .value(.uniqueness, or: Subject.noRecords) { $0.uniqueness },
            .value(.meanRisk, or: Subject.noRecords) { $0.meanRisk },
            .numbers(.recordsBelow, by: .size, of: .records, hasList: hasList) {
                $0.recordsBelow.map { (String($0.size), $0.records) }
            })
    }
}
