/// The rows of a regression on categories: an intercept, and for each field one column for each level but its reference.
struct IndicatorDesign: Sendable {
    /// The number of columns, the intercept (column 0) included.
    private(set) var columns: Int
    let rows: Int
    let fields: Int
    /// For each row and field the column that is 1; 0 where the level is the reference or without a column of its own.
    private(set) var entries: [UInt16]

    /// A design from the column of each field's level, row by row.
    init(columns: Int, fields: Int, entries: [UInt16]) {
        precondition(fields > 0 && entries.count % fields == 0, "\(entries.count) entries of \(fields) fields")
        self.columns = columns
        self.fields = fields
        self.entries = entries
        rows = entries.count / fields
    }

    /// Leaves a column out; those behind it move up.
    mutating func remove(_ column: Int) {
        for index in entries.indices {
            if entries[index] == UInt16(column) {
                entries[index] = 0
            } else if entries[index] > UInt16(column) {
                entries[index] -= 1
            }
        }
        columns -= 1
    }

    /// The sum of the coefficients of a row's columns.
    @inline(__always)
    func predictor(_ row: Int, _ coefficients: Span<Double>, _ entries: Span<UInt16>) -> Double {
        var sum = coefficients[0]
        for field in 0..<fields {
            let column = Int(entries[row * fields + field])
            if column > 0 { sum += coefficients[column] }
        }
        return sum
    }
}
