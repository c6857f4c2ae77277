package import Counting
package import Microdata
package import Statistics

/// Re-finding: families that have moved, looked for in a later file of the whole country by the set of their members alone.
///
/// The fingerprint of a family, without the area, is looked up among all families of the later file. Families have moved when
/// some of their pupils are in both files and all of these live in another area in the later one. A find is right when the
/// only family with the fingerprint holds one of the pupils.
package struct Refinding: Sendable, Hashable {
    /// What became of the moved families of some size, or of all.
    package struct Tally: Sendable, Hashable {
        /// Members of each family in the earlier file; `nil` for all families.
        package let members: Int?
        /// The number of moved families.
        public internal(set) var moved = 0
        /// One family of the later file has the set of members, and it is the right one.
        public internal(set) var found = 0
        /// One family of the later file has the set of members, and it is another one.
        public internal(set) var wrong = 0
        /// Several families have it.
        public internal(set) var several = 0
        /// No family has it.
        public internal(set) var none = 0
        /// Moved families whose pupils are, without loss or gain, one family of the later file.
        public internal(set) var unchanged = 0
        /// Those of them that are found.
        public internal(set) var foundUnchanged = 0

        /// found / moved; `nil` when no family has moved.
        package var share: Double? { moved == 0 ? nil : Double(found) / Double(moved) }

        /// Wilson's interval of the share with a confidence of 95 %; `nil` when no family has moved.
        package var interval: WilsonInterval? { moved == 0 ? nil : WilsonInterval(successes: found, of: moved) }

        /// Of the families whose set is unchanged the share that is found; `nil` without such families.
        package var unchangedShare: Double? {
            unchanged == 0 ? nil : Double(foundUnchanged) / Double(unchanged)
        }

        static func + (one: Tally, other: Tally) -> Tally {
            var sum = Tally(members: nil)
            for path in [\Tally.moved, \.found, \.wrong, \.several, \.none, \.unchanged, \.foundUnchanged] {
                sum[keyPath: path] = one[keyPath: path] + other[keyPath: path]
            }
            return sum
        }
    }

    /// One of the two files.
    package struct File: Sendable {
        /// The families.
        package let groups: FamilyGroups
        /// The member fields.
        package let fields: [Column]
        /// The area in which a pupil lives.
        package let area: Column

        /// Columns of equal length, in the same order in both files.
        package init(_ groups: FamilyGroups, fields: [Column], area: Column) {
            (self.groups, self.fields, self.area) = (groups, fields, area)
        }
    }

    /// The moved families by number of members, ascending.
    package let sizes: [Tally]
    /// Families of the earlier file of which a pupil is in both files, and which are not left out.
    package let inBoth: Int
    /// The families of the later file.
    package let searched: Int
    /// The records of the later file.
    package let records: Int

    /// All moved families.
    package var total: Tally { Self.total(sizes) }

    /// Some tallies added up.
    package static func total(_ tallies: [Tally]) -> Tally { tallies.reduce(Tally(members: nil), +) }

    /// Looks for the moved families of one file in another.
    ///
    /// - Parameters:
    ///   - earlier: The file whose families move.
    ///   - later: The file in which they are looked for, with the same fields in the same order.
    ///   - link: The record of the later file with each pupil of the earlier one.
    ///   - missing: `category` or `exclude`: what a missing value of a member means. A pupil without an area is not
    ///     said to have moved, whatever it is.
    ///   - threads: The number of threads; all cores when `nil`. The answer does not depend on it.
    /// - Throws: `CountingError`.
    /// - Complexity: O((records of both) x fields) expected time; about 60 bytes for each record of both.
    package init(
        _ earlier: File, in later: File, by link: PupilLink, missing: MissingSemantics = .category, threads: Int? = nil
    ) throws(CountingError) {
        let fields = zip(earlier.fields, later.fields).map { Column(union: [$0, $1], name: $0.name) }
        let groups = FamilyGroups(earlier.groups, later.groups)
        let members = try FamilyMembers(groups, fields: fields, missing: missing, threads: threads)
        let fingerprints = try FamilyFingerprints(members, withArea: false)
        let sets = LaterSets(fingerprints, families: earlier.groups.count..<groups.count)
        let area = Column(union: [earlier.area, later.area], name: earlier.area.name)
        var tallies: [Int: Tally] = [:]
        var inBoth = 0
        for family in 0..<earlier.groups.count {
            let number = fingerprints.classOf[family]
            if number == FamilyFingerprints.excluded { continue }
            let range = Int(earlier.groups.starts[family])..<Int(earlier.groups.starts[family + 1])
            let fate = Fate(
                of: earlier.groups.members[range], earlier.groups, later.groups, link, area,
                target: sets.onlyFamily(with: number))
            if fate.common == 0 { continue }
            inBoth += 1
            if fate.hasMoved {
                tallies[range.count, default: Tally(members: range.count)]
                    .count(fate, families: sets.families[Int(number)])
            }
        }
        sizes = tallies.sorted { $0.key < $1.key }.map(\.value)
        self.inBoth = inBoth
        searched = sets.searched
        records = later.groups.records
    }

    /// The families of the later file by the sets of their members.
    private struct LaterSets {
        /// The families that are not left out.
        private(set) var searched = 0
        /// For each set its families, and one of them.
        private(set) var families: [UInt32]
        private var example: [UInt32]

        /// - Parameter later: The numbers of the later families among those of both files.
        init(_ fingerprints: FamilyFingerprints, families later: Range<Int>) {
            families = [UInt32](repeating: 0, count: fingerprints.sizes.count)
            example = families
            for family in later {
                let number = fingerprints.classOf[family]
                if number == FamilyFingerprints.excluded { continue }
                searched += 1
                families[Int(number)] += 1
                example[Int(number)] = UInt32(family - later.lowerBound)
            }
        }

        /// The only family with a set; `nil` where none has it or several have.
        func onlyFamily(with set: UInt32) -> UInt32? { families[Int(set)] == 1 ? example[Int(set)] : nil }
    }

    /// What became of a family of the earlier file.
    fileprivate struct Fate {
        /// The pupils that are in both files.
        private(set) var common = 0
        /// Whether all of them live in another area in the later one.
        private(set) var hasMoved = true
        /// Whether one of them is in the only family with the set of members.
        private(set) var isFound = false
        /// Whether the pupils are, without loss or gain, one family of the later file.
        private(set) var isUnchanged = false

        init(
            of pupils: ArraySlice<UInt32>, _ earlier: FamilyGroups, _ later: FamilyGroups, _ link: PupilLink,
            _ area: Column, target: UInt32?
        ) {
            var home: UInt32?
            var isTogether = true
            for pupil in pupils {
                let record = Int(pupil)
                guard let other = link.recordOf[record] else { continue }
                common += 1
                let (old, new) = (area.codes.code(of: record), area.codes.code(of: earlier.records + Int(other)))
                if old == new || old == area.missingCode || new == area.missingCode { hasMoved = false }
                let now = later.familyOf[Int(other)]
                if let home, home != now { isTogether = false }
                home = now
                if now == target { isFound = true }
            }
            if let home, isTogether, common == pupils.count { isUnchanged = later.size(of: Int(home)) == common }
        }
    }
}

extension Refinding.Tally {
    /// Counts a family that has moved.
    ///
    /// - Parameter families: The families of the later file with its set of members.
    fileprivate mutating func count(_ fate: Refinding.Fate, families: UInt32) {
        moved += 1
        switch families {
        case 0: none += 1
        case 1 where fate.isFound: found += 1
        case 1: wrong += 1
        default: several += 1
        }
        if fate.isUnchanged {
            unchanged += 1
            if fate.isFound { foundUnchanged += 1 }
        }
    }
}
