import Disclosure

/// What the classes of a combination give away of a sensitive field: whoever finds the class of a person knows the value
/// for certain where all records of the class share one.
struct LearnedField: Sendable {
    /// The field.
    let field: String
    /// The different values that occur.
    let values: Int
    /// The records that were counted.
    let records: Int
    /// Records alone in their class, of which the value is read off.
    let alone: Int
    /// Records that are not alone, and share the value with their whole class.
    let together: Int

    /// - Complexity: O(different values of each class, summed over classes) time.
    init(_ profile: SensitiveProfile) {
        field = profile.field
        values = profile.distinctValues
        records = profile.records
        var (alone, together) = (0, 0)
        for number in 0..<profile.classes {
            let group = profile.group(number)
            if group.distinctValues > 1 { continue }
            if group.size == 1 { alone += 1 } else { together += group.size }
        }
        (self.alone, self.together) = (alone, together)
    }
}
