import Disclosure
import Microdata

/// What the classes of a combination give away of a sensitive field: an intruder who finds the class of a person learns the
/// value for certain where all records of the class share one. An empty value is not learned.
struct LearnedField: Sendable {
    /// The field.
    let field: String
    /// The different values that occur; a missing value is none.
    let values: Int
    /// The records that were counted.
    let records: Int
    /// The records that have a value of the field.
    let known: Int
    /// Records with a value that are alone in their class, so that it is read off.
    let alone: Int
    /// Records with a value that are not alone, and share it with their whole class.
    let together: Int
    /// Records with the most frequent value, which anybody would guess.
    let mostFrequent: Int

    /// - Parameters:
    ///   - profile: The values in each class, by the codes of the column.
    ///   - missing: The code of a missing value in the column; `nil` where none is missing.
    /// - Complexity: O(different values of each class, summed over classes) time.
    init(_ profile: SensitiveProfile, missing: UInt32?) {
        field = profile.field
        records = profile.records
        let totals = profile.totals.enumerated().filter { UInt32($0.offset) != missing }.map(\.element)
        values = totals.count { $0 > 0 }
        known = totals.reduce(0, +)
        mostFrequent = totals.max() ?? 0
        var (alone, together) = (0, 0)
        for number in 0..<profile.classes {
            let group = profile.group(number)
            if group.distinctValues > 1 || group.codes.first == missing { continue }
            if group.size == 1 { alone += 1 } else { together += group.size }
        }
        (self.alone, self.together) = (alone, together)
    }
}
