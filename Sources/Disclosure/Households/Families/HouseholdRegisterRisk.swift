import Foundation

/// The risk of families from an intruder who holds a register of households, beside that from one who holds a register of
/// persons and looks each member up alone.
///
/// With households: the intruder knows the make-up and the area of a whole family and finds it among the F families that are
/// like it, so its risk is `1 / F`. Assumptions: the make-up is known in full and correct; the family is in the file.
///
/// With persons: each member i is found with `r_i = 1 / f_i`, f_i being the records with the same values in the same area, and
/// the family through any of them: `1 - product of (1 - r_i)`. Assumption: members are found independently of each other.
/// Direction of error: where siblings are alike only together it is too low, and too high where all families of a kind
/// consist of the same members, as several tries at the same families are not independent.
///
/// Source for the second: mu-Argus manual 5.1, section 3.3.4, which says that it does not hold for registers of households.
package struct HouseholdRegisterRisk: Sendable, Hashable {
    /// The families of one size.
    package struct SizeClass: Sendable, Hashable {
        /// Members of each family.
        package let members: Int
        /// The number of such families.
        package let families: Int
        /// The mean risk of such a family from an intruder with a register of households.
        package let households: Double
        /// The mean risk of such a family from an intruder with a register of persons.
        package let persons: Double
    }

    /// Families by number of members, ascending.
    package let sizes: [SizeClass]

    /// The risks of families that are not left out.
    ///
    /// - Parameters:
    ///   - members: What is known of each member.
    ///   - fingerprints: The families that are alike, by the same fields and area.
    ///   - persons: The records that are alike, by the same fields and area.
    /// - Complexity: O(records) time. Members are taken in the order of the families, so that sums are the same always.
    package init(_ members: FamilyMembers, _ fingerprints: FamilyFingerprints, _ persons: PersonClasses) {
        var tallies = TalliesBySize((families: 0, households: 0.0, persons: 0.0))
        let starts = members.groups.starts
        // ln(1 - 1/f), which keeps the digits of small risks, for the sizes that occur most.
        let common = (0..<1024).map { $0 == 0 ? 0 : log1p(-1 / Double($0)) }
        for family in 0..<members.groups.count {
            guard let alike = fingerprints.size(of: family) else { continue }
            var hidden = 0.0
            for place in Int(starts[family])..<Int(starts[family + 1]) {
                let size = Int(persons.sizes[Int(persons.classOf[place])])
                hidden += size < common.count ? common[size] : log1p(-1 / Double(size))
            }
            let count = Int(starts[family + 1] - starts[family])
            tallies[count].families += 1
            tallies[count].households += 1 / Double(alike)
            tallies[count].persons += -expm1(hidden)
        }
        sizes = tallies.sorted { $0.families > 0 }.map { members, tally in
            SizeClass(
                members: members, families: tally.families, households: tally.households / Double(tally.families),
                persons: tally.persons / Double(tally.families))
        }
    }

    /// The mean over families of a figure of each size; `nil` without families.
    package func overFamilies(_ figure: (SizeClass) -> Double) -> Double? { mean(figure) { Double($0.families) } }

    /// The mean over pupils of a figure of their families, by the size of the family; `nil` without families.
    package func overPupils(_ figure: (SizeClass) -> Double) -> Double? {
        mean(figure) { Double($0.families) * Double($0.members) }
    }

    private func mean(_ figure: (SizeClass) -> Double, weight: (SizeClass) -> Double) -> Double? {
        if sizes.isEmpty { return nil }
        return min(
            1, sizes.reduce(0) { $0 + weight($1) * figure($1) } / sizes.reduce(0) { $0 + weight($1) })
    }
}
