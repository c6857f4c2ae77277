internal import Microdata

/// Packs the codes of records into keys, by walk position.
struct KeyPacker: Sendable {
    let shape: LatticeShape
    /// The codes by walk position.
    let columns: [CodeArray]

    init(_ shape: LatticeShape, _ columns: [Column]) {
        self.shape = shape
        self.columns = shape.order.map { columns[$0].codes }
    }

    /// The positions after one, as bits, whose value a record lacks.
    func missingPattern(row: Int, after position: Int) -> UInt64 {
        var pattern: UInt64 = 0
        for other in shape.excludingPositions where other > position {
            if columns[other].code(of: row) == shape.excludedCodes[other] { pattern |= UInt64(1) << UInt64(other) }
        }
        return pattern
    }

    /// Packs the codes of all positions from one on, for consecutive records.
    ///
    /// - Complexity: O(records x fields) time, column by column.
    func pack(from position: Int, records: Range<Int>, into keys: Cells<UInt64>) {
        keys.part(0, records.count).fill(0)
        for next in position..<shape.fieldCount where shape.widths[next] > 0 {
            columns[next].add(records, to: keys, shift: UInt64(shape.shifts[next]))
        }
    }

    /// Packs the codes of all positions from one on, for the given rows.
    func pack(from position: Int, rows: Cells<UInt64>, into keys: Cells<UInt64>) {
        keys.fill(0)
        for next in position..<shape.fieldCount where shape.widths[next] > 0 {
            columns[next].add(rows: rows, to: keys, shift: UInt64(shape.shifts[next]))
        }
    }

    /// Joins the code at a position (upper 32 bits) and the row (lower 32 bits) of the given rows.
    func codes(at position: Int, of rows: Cells<UInt64>, into joined: Cells<UInt64>) {
        joined.copy(rows)
        columns[position].add(rows: rows, to: joined, shift: 32)
    }

    /// The codes at a position of consecutive records.
    func codes(at position: Int, records: Range<Int>, into out: Cells<UInt32>) {
        columns[position].copy(records, to: out)
    }
}
