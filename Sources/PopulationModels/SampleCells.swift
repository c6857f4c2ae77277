package import Counting
package import Microdata

/// The different combinations of values in a sample, each once, with the number of records that have it.
package struct SampleCells: Sendable, Hashable {
    /// The names of the fields.
    package let fields: [String]
    /// The number of different values of each field.
    package let cardinalities: [Int]
    /// For each field the code of each cell.
    package let codes: [[UInt32]]
    /// The number of records in each cell, at least 1.
    package let counts: [UInt32]
    /// For each field and code a number that follows from the field's name and the value alone.
    let marks: [[UInt64]]

    /// The number of cells.
    package var count: Int { counts.count }

    /// Takes one record of each class.
    ///
    /// - Parameters:
    ///   - columns: The columns that the classes were made of, in any order.
    ///   - classes: Their classes; records that are left out are in no cell.
    /// - Complexity: O(records x fields) time; 4 bytes per cell and field.
    package init(_ columns: [Column], classes: EquivalenceClasses) {
        var seen = [Bool](repeating: false, count: classes.sizes.count)
        var representatives: [Int] = []
        representatives.reserveCapacity(classes.sizes.count)
        for (record, number) in classes.classOf.enumerated()
        where number != EquivalenceClasses.excluded && !seen[Int(number)] {
            seen[Int(number)] = true
            representatives.append(record)
        }
        fields = columns.map(\.name)
        cardinalities = columns.map(\.cardinality)
        codes = columns.map { column in
            let all = column.codes.widened()
            return representatives.map { all[$0] }
        }
        counts = representatives.map { classes.sizes[Int(classes.classOf[$0])] }
        marks = columns.map(Self.marks)
    }

    /// Cells from their parts.
    init(fields: [String], cardinalities: [Int], codes: [[UInt32]], counts: [UInt32], marks: [[UInt64]]) {
        self.fields = fields
        self.cardinalities = cardinalities
        self.codes = codes
        self.counts = counts
        self.marks = marks
    }

    /// The same cells with other numbers of records; cells without any are left out.
    func with(counts: [UInt32]) -> SampleCells {
        let kept = counts.indices.filter { counts[$0] > 0 }
        return SampleCells(
            fields: fields, cardinalities: cardinalities, codes: codes.map { codes in kept.map { codes[$0] } },
            counts: kept.map { counts[$0] }, marks: marks)
    }

    /// The first cells, so many of them; `nil` when there are fewer.
    package func first(_ wanted: Int) -> SampleCells? {
        if wanted > count { return nil }
        return SampleCells(
            fields: fields, cardinalities: cardinalities, codes: codes.map { Array($0.prefix(wanted)) },
            counts: Array(counts.prefix(wanted)), marks: marks)
    }

    /// FNV-1a over the name and the value, so that neither the order of records nor that of fields enters.
    private static func marks(of column: Column) -> [UInt64] {
        func mix(_ bytes: some Sequence<UInt8>, from start: UInt64) -> UInt64 {
            bytes.reduce(start) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
        }
        let name = mix(column.name.utf8, from: 0xcbf2_9ce4_8422_2325) &* 31 &+ 7
        return (0..<column.cardinality).map { code in
            mix(column.dictionary[utf8: code], from: name) ^ (UInt32(code) == column.missingCode ? 1 : 0)
        }
    }
}
