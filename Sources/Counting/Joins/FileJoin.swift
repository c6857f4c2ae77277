public import Microdata

/// The join of A with another file on all fields that they share, as far as it is not ambiguous.
///
/// A record of A is joined when exactly one record of the other file agrees with it on all shared fields. It then has the
/// values of that record in the fields that A lacks.
public struct FileJoin: Sendable, Hashable {
    /// For each record of A the class of its added values and 1, or 0 when it is not joined.
    let added: [UInt32]
    /// The number of different added values.
    let classes: Int
    /// Records of A that are joined.
    public let joined: Int

    /// Joins A with another file.
    ///
    /// - Parameters:
    ///   - file: The shared fields of A.
    ///   - other: The same fields, in the same order, of the other file.
    ///   - added: The fields of the other file that A lacks; at least one. Missing values are values like any other here.
    ///   - missing: `category` or `exclude`: what a missing value of a shared field means.
    ///   - threads: The number of threads; all cores when `nil`. The answer does not depend on it.
    /// - Throws: `CountingError`.
    /// - Complexity: O((records of both) x fields) time; about 40 bytes for each record of both.
    public init(
        _ file: [Column], with other: [Column], adding added: [Column], missing: MissingSemantics = .category,
        threads: Int? = nil
    ) throws(CountingError) {
        precondition(file.count == other.count, "a join has the same fields in both files")
        let values = try EquivalenceClasses(of: added, threads: threads)
        let classes = try EquivalenceClasses(
            of: MatchUnion([file, other], identifiers: nil).columns, missing: missing, threads: threads)
        let (records, excluded) = (file[0].count, EquivalenceClasses.excluded)
        // The class of the added values of the only record of the other file, none yet, or several.
        let (none, several) = (UInt32.max, UInt32.max - 1)
        var valueOf = [UInt32](repeating: none, count: classes.sizes.count)
        for record in other.first.map({ 0..<$0.count }) ?? 0..<0 {
            let number = classes.classOf[records + record]
            if number == excluded { continue }
            valueOf[Int(number)] = valueOf[Int(number)] == none ? values.classOf[record] : several
        }
        self.added = classes.classOf[..<records].map { number in
            if number == excluded { return 0 }
            let value = valueOf[Int(number)]
            return value == none || value == several ? 0 : value + 1
        }
        self.classes = values.sizes.count
        joined = self.added.reduce(0) { $0 + ($1 == 0 ? 0 : 1) }
    }

    /// A name that no field has.
    static let fieldName = ""

    /// The values that several joins add to each record, as one column; the code 0 stands for no join at all.
    package static func column(_ joins: [FileJoin], threads: Int?) throws(CountingError) -> Column {
        func column(_ codes: [UInt32], _ cardinality: Int, name: String) -> Column {
            Column(
                name: name, codes: CodeArray(narrowing: codes, cardinality: cardinality),
                dictionary: ValueDictionary(repeatingEmpty: cardinality))
        }
        if joins.count == 1 { return column(joins[0].added, joins[0].classes + 1, name: fieldName) }
        let parts = joins.enumerated().map { number, join in
            column(join.added, join.classes + 1, name: String(number))
        }
        let classes = try EquivalenceClasses(of: parts, threads: threads)
        let codes = classes.classOf.indices.map { record in
            joins.contains { $0.added[record] != 0 } ? classes.classOf[record] + 1 : 0
        }
        return column(codes, classes.sizes.count + 1, name: fieldName)
    }
}
