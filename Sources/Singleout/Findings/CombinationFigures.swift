import Briefing
public import Disclosure

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

    /// The figures as members of a JSON object; a figure without an answer has its reason beside it.
    var members: [JSONValue.Member] {
        let withoutClasses = "with missing values as wildcards a record matches several classes"
        return [JSONValue.Member]("classes", .integer(orNull: classes), or: withoutClasses)
            + .init("k", .number(k), or: Subject.noRecords)
            + [.init("uniques", .integer(uniques))]
            + .init("uniqueness", .real(orNull: uniqueness), or: Subject.noRecords)
            + .init("meanRisk", .real(orNull: meanRisk), or: Subject.noRecords)
            + [
                .init(
                    "recordsBelow",
                    .object(recordsBelow.map { JSONValue.Member(String($0.size), .integer($0.records)) }))
            ]
    }
}

extension [JSONValue.Member] {
    /// A value by name, and beside it, when the value is `null`, the reason under the name with `Reason`.
    init(_ name: String, _ value: JSONValue, or reason: String) {
        self = [.init(name, value)]
        if case .null = value { append(.init(name + "Reason", .string(reason))) }
    }
}
