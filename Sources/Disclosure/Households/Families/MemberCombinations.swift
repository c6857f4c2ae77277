package import Counting
import Microdata

/// Which combination of member fields gives a family away: the families that are alone by each of them.
package struct MemberCombinations: Sendable, Hashable {
    /// One combination.
    package struct Entry: Sendable, Hashable {
        /// The member fields, by their places; none for the number of members alone.
        package let fields: [Int]
        /// Whether the area is known too.
        package let withArea: Bool
        /// The families that are alike.
        package let uniqueness: FamilyUniqueness
    }

    /// The most member fields of which all combinations are counted.
    package static let fieldLimit = 10

    /// The combinations: with the area and then without, by number of fields, then in the order of the fields.
    package let entries: [Entry]

    /// Counts families by every combination of up to so many fields, and by the number of members alone.
    ///
    /// - Parameters:
    ///   - members: What is known of the members of each family.
    ///   - maximumSize: The most fields of a combination; all when `nil`.
    ///   - progress: Called now and then with the share that is done.
    /// - Throws: `CountingError` for more than `fieldLimit` fields without a largest size, or too many combinations.
    /// - Complexity: O(combinations x records) time; memory as for one `FamilyFingerprints`.
    package init(
        _ members: FamilyMembers, maximumSize: Int? = nil, progress: (Double) -> Void = { _ in }
    ) throws(CountingError) {
        let combinations = try Self.combinations(of: members.fieldCount, upTo: maximumSize)
        let areas = members.hasArea ? [true, false] : [false]
        var entries: [Entry] = []
        for withArea in areas {
            for fields in combinations {
                let fingerprints = try FamilyFingerprints(members, fields: fields, withArea: withArea)
                entries.append(
                    Entry(
                        fields: fields, withArea: withArea,
                        uniqueness: FamilyUniqueness(fingerprints, of: members.groups)))
                progress(Double(entries.count) / Double(areas.count * combinations.count))
            }
        }
        self.entries = entries
    }

    /// Checks that the combinations can be counted.
    ///
    /// - Throws: `CountingError`.
    package static func check(fields: Int, maximumSize: Int?) throws(CountingError) {
        _ = try combinations(of: fields, upTo: maximumSize)
    }

    private static func combinations(of count: Int, upTo size: Int?) throws(CountingError) -> [[Int]] {
        if let size, size < 1 { throw .maximumSizeOutOfRange(size) }
        if size == nil, count > fieldLimit { throw .tooManyFields(count: count, limit: fieldLimit) }
        var all: [[Int]] = [[]]
        var last: [[Int]] = [[]]
        for _ in 0..<min(size ?? count, count) {
            last = last.flatMap { fields in ((fields.last ?? -1) + 1..<count).map { fields + [$0] } }
            all += last
            if all.count > 1 << fieldLimit {
                throw .tooManyCombinations(fields: count, maximumSize: size ?? count, limit: 1 << fieldLimit)
            }
        }
        return all
    }
}
