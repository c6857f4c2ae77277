/// p-sensitive k-anonymity: every class has at least k records, and at least p different values of each sensitive field.
///
/// p = min over sensitive fields of the fewest different values of the field in any class, which is its l of distinct diversity:
/// so p is at most k. Of one field it says what distinct diversity says; of several, what the weakest of them does.
///
/// Source: Truta & Vinay, Privacy protection: p-sensitive k-anonymity property, 2006.
public enum PSensitivity {
    /// The largest p that a file meets.
    ///
    /// - Parameter fields: What is known of each sensitive field in the same classes.
    /// - Returns: At least 1; `nil` without fields, and where a field has no record.
    /// - Complexity: O(fields).
    public static func level(of fields: [SensitiveLevels]) -> Int? {
        fields.contains { $0.distinctL == nil } ? nil : fields.compactMap(\.distinctL).min()
    }
}
