public import Microdata

/// The partition of the records by one combination of fields.
public struct EquivalenceClasses: Sendable, Hashable {
    /// The class of each record, numbered by first appearance; `excluded` for a record that is left out.
    public let classOf: [UInt32]
    /// The number of records in each class.
    public let sizes: [UInt32]

    /// The class number of a record that is left out because a value is missing.
    public static let excluded = UInt32.max

    /// Partitions the records by the columns.
    ///
    /// - Throws: `CountingError` for no fields, repeated fields, too many records, or wildcards.
    public init(
        of columns: [Column], missing: MissingSemantics = .category, threads: Int? = nil
    ) throws(CountingError) {
        try CombinationLattice.validate(columns, maximumSize: columns.count, missing: .category)
        if case .wildcard = missing { throw .wildcardHasNoClasses }
        var number: [[UInt32]: UInt32] = [:]
        var classOf: [UInt32] = []
        var sizes: [UInt32] = []
        let codes = columns.map { $0.codes.widened() }
        for record in 0..<columns[0].count {
            let key = codes.map { $0[record] }
            if missing == .exclude, zip(key, columns).contains(where: { $0 == $1.missingCode }) {
                classOf.append(Self.excluded)
                continue
            }
            let found = number[key, default: UInt32(sizes.count)]
            if Int(found) == sizes.count {
                sizes.append(0)
                number[key] = found
            }
            sizes[Int(found)] += 1
            classOf.append(found)
        }
        self.classOf = classOf
        self.sizes = sizes
    }

    /// The class sizes, counted.
    public var histogram: SizeHistogram { SizeHistogram(sizes: sizes.lazy.map(Int.init)) }
}
