package import Microdata

/// The columns of one combination, without the records that are left out.
package struct Combination {
    let columns: GroupingColumns
    /// The records that stay, when some are left out.
    let kept: [UInt32]?
    let threads: Int

    init(_ columns: [Column], missing: MissingSemantics, threads: Int?) throws(CountingError) {
        try Self.validate(columns)
        if case .wildcard = missing { throw .wildcardHasNoClasses }
        self.threads = Workers(threads).count
        let kept = missing == .exclude ? Self.complete(columns) : nil
        self.kept = kept
        let parts = columns.map { column in
            GroupingColumns.Part(
                codes: kept.map { column.codes.gathered($0) } ?? column.codes, cardinality: column.cardinality)
        }
        self.columns = GroupingColumns(parts, records: kept?.count ?? columns[0].count, threads: self.threads)
    }

    /// Checks what every count needs: a field, no field twice, and no more records than can be numbered.
    package static func validate(_ columns: [Column]) throws(CountingError) {
        try CombinationLattice.checkNames(columns.map(\.name))
        precondition(columns.allSatisfy { $0.count == columns[0].count }, "columns of one table differ in length")
        if columns[0].count > recordLimit { throw .tooManyRecords(columns[0].count) }
    }

    /// Places of records are marked in the upper bit of 32.
    package static let recordLimit = Int(Int32.max)

    /// The records without a missing value, or `nil` when that is all of them.
    package static func complete(_ columns: [Column]) -> [UInt32]? {
        let missing = columns.filter { $0.missingCode != nil }
        if missing.isEmpty { return nil }
        var incomplete = [Bool](repeating: false, count: columns[0].count)
        for column in missing {
            guard let code = column.missingCode else { continue }
            for record in incomplete.indices where column.codes.code(of: record) == code { incomplete[record] = true }
        }
        return incomplete.indices.filter { !incomplete[$0] }.map { UInt32($0) }
    }
}
