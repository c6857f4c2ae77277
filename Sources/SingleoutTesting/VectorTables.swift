package import Microdata

/// Columns of a small table that a test writes out.
///
/// - Parameters:
///   - names: The fields.
///   - rows: One text per record, with values between commas; `-` is a missing value.
package func columns(_ names: [String], _ rows: [String]) -> [Column] {
    let values = rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    return names.indices.map { field in
        Column(name: names[field], values: values.map { $0[field] == "-" ? nil : $0[field] })
    }
}

/// Columns named A, B, C, ... of one digit per record; `-` is a missing value.
package func columns(digits: [String]) -> [Column] {
    zip("ABCDEFGHIJ", digits).map { name, digits in
        Column(name: String(name), values: digits.map { $0 == "-" ? nil : String($0) })
    }
}
