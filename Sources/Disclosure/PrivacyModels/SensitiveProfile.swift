public import Counting
public import Microdata

/// How often each value of a sensitive field occurs in each equivalence class: what every model of attribute disclosure is
/// computed from.
public struct SensitiveProfile: Sendable, Hashable {
    /// The contents of one class.
    public struct Group {
        /// Records of the class, at least 1.
        public let size: Int
        /// The codes that occur, ascending.
        public let codes: ArraySlice<UInt32>
        /// The records with each of them, at least 1.
        public let counts: ArraySlice<UInt32>
    }

    /// The field's name.
    public let field: String
    /// The number of records in all classes.
    public let records: Int
    /// Records that were left out because this field's value is missing.
    public let excluded: Int
    /// The records with each code, over all classes.
    public let totals: [Int]
    /// The number of different values that occur.
    public let distinctValues: Int
    /// Where each class starts in `codes` and `counts`, and the end of the last.
    let starts: [Int]
    let sizes: [UInt32]
    let codes: [UInt32]
    let counts: [UInt32]

    /// Counts the values of a field in the classes of a combination.
    ///
    /// - Parameters:
    ///   - column: The sensitive field.
    ///   - classes: The classes of the same records; records that they leave out are left out.
    ///   - missing: With `exclude` a record without a value of the field is left out; otherwise a missing value is a value.
    ///   - ranks: For each code of the field its place in an order, each once; the profile's codes are then these.
    ///   - threads: The number of threads; all cores when `nil`. The answer does not depend on it.
    /// - Complexity: O(records log records) time at most; 16 bytes per record.
    public init(
        of column: Column, in classes: EquivalenceClasses, missing: MissingSemantics = .category,
        ranks: [UInt32]? = nil, threads: Int? = nil
    ) {
        precondition(column.count == classes.classOf.count, "classes and sensitive field have the same records")
        precondition(ranks?.count ?? column.cardinality == column.cardinality, "every code needs a rank")
        let original = column.codes.widened()
        let left = missing == .exclude ? column.missingCode : nil
        var sizes = [UInt32](repeating: 0, count: classes.sizes.count)
        var excluded = 0
        for (record, number) in classes.classOf.enumerated() where number != EquivalenceClasses.excluded {
            if original[record] == left { excluded += 1 } else { sizes[Int(number)] += 1 }
        }
        // Classes that the field leaves nobody in are none.
        let kept = sizes.indices.filter { sizes[$0] > 0 }
        var ends = [Int](repeating: 0, count: sizes.count)
        var next = 0
        for number in sizes.indices {
            ends[number] = next
            next += Int(sizes[number])
        }
        var byClass = [UInt32](repeating: 0, count: next)
        for (record, number) in classes.classOf.enumerated() where number != EquivalenceClasses.excluded {
            let code = original[record]
            if code == left { continue }
            byClass[ends[Int(number)]] = ranks.map { $0[Int(code)] } ?? code
            ends[Int(number)] += 1
        }
        field = column.name
        records = next
        self.excluded = excluded
        self.sizes = kept.map { sizes[$0] }
        let runs = ValueRuns(byClass, sizes: self.sizes, cardinality: column.cardinality, workers: Workers(threads))
        (starts, codes, counts) = (runs.starts, runs.codes, runs.counts)
        var totals = [Int](repeating: 0, count: column.cardinality)
        for (code, count) in zip(runs.codes, runs.counts) { totals[Int(code)] += Int(count) }
        self.totals = totals
        distinctValues = totals.count { $0 > 0 }
    }

    /// The number of classes.
    public var classes: Int { sizes.count }

    /// The contents of a class.
    ///
    /// - Parameter number: Must be in `[0, classes)`; classes stand in the order of their first records.
    public func group(_ number: Int) -> Group {
        let range = starts[number]..<starts[number + 1]
        return Group(size: Int(sizes[number]), codes: codes[range], counts: counts[range])
    }

    /// The share of all records that have a code.
    func share(of code: UInt32) -> Double { Double(totals[Int(code)]) / Double(records) }
}

extension SensitiveProfile.Group {
    /// The number of different values in the class.
    public var distinctValues: Int { codes.count }

    /// The most records of the class that share one value.
    public var largestCount: Int { Int(counts.max() ?? 0) }
}
