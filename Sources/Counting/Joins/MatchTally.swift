/// Sums over the classes of A at one combination; sums of several threads add up.
package struct MatchTally: Sendable {
    package private(set) var records = 0
    package private(set) var classes = 0
    package private(set) var exactlyOne = 0
    package private(set) var several = 0
    package private(set) var none = 0
    package private(set) var oneToOne = 0
    package private(set) var uniques = 0
    /// Uniques that were joined without ambiguity.
    package private(set) var joinedUniques = 0
    /// Classes that every other file has, too.
    package private(set) var matchedClasses = 0
    /// The sum of max(f, F) over them.
    package private(set) var matchedSizes = 0
    package var checkable = 0
    package var right = 0
    /// Records of A by max(f, F).
    private var small = [Int](repeating: 0, count: smallSizes)
    private var large: [Int: Int] = [:]

    private static let smallSizes = 256

    /// Records of A by max(f, F), the smallest first.
    package var recordsBySize: [(size: Int, records: Int)] {
        small.indices.filter { small[$0] > 0 }.map { ($0, small[$0]) }
            + large.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Counts classes of A that are alike.
    ///
    /// - Parameters:
    ///   - size: f, at least 1.
    ///   - fewest: The smallest F of any other file.
    ///   - most: The largest F of any other file.
    ///   - isJoined: Whether the only record of a class of 1 was joined without ambiguity.
    ///   - classes: The number of such classes.
    mutating func add(size: Int, fewest: Int, most: Int, isJoined: Bool, classes count: Int = 1) {
        let own = size * count
        records += own
        classes += count
        if size == 1 {
            uniques += count
            if isJoined { joinedUniques += count }
        }
        if fewest == 0 {
            none += own
            return
        }
        if most == 1 {
            exactlyOne += own
            if size == 1 { oneToOne += count }
        } else {
            several += own
        }
        matchedClasses += count
        let larger = max(size, most)
        matchedSizes += larger * count
        if larger < Self.smallSizes { small[larger] += own } else { large[larger, default: 0] += own }
    }

    /// Adds what another thread counted.
    mutating func add(_ other: MatchTally) {
        records += other.records
        classes += other.classes
        exactlyOne += other.exactlyOne
        several += other.several
        none += other.none
        oneToOne += other.oneToOne
        uniques += other.uniques
        joinedUniques += other.joinedUniques
        matchedClasses += other.matchedClasses
        matchedSizes += other.matchedSizes
        checkable += other.checkable
        right += other.right
        for size in small.indices { small[size] += other.small[size] }
        large.merge(other.large, uniquingKeysWith: +)
    }
}
