package import Counting
import Foundation
package import Microdata

/// The risk that at least one member of a household is re-identified, through which an intruder finds all of it.
///
/// `r_g = 1 - product of (1 - r_i)` over the members i of household g. Expected re-identifications in households are
/// `sum |g| r_g`, as with one member all are found; their rate is over records, not households.
///
/// Assumptions: members are found independently of each other; the size of a household and its make-up are among the
/// quasi-identifiers. Direction of error: an intruder with a register of **households** is not covered, and finds more.
///
/// Source: mu-Argus manual 5.1, section 3.3.4.
package struct HouseholdRisks: Sendable, Hashable {
    /// The households of one size.
    package struct SizeClass: Sendable, Hashable {
        /// Members of each household.
        package let members: Int
        /// The number of such households.
        package let households: Int
        /// Those whose risk exceeds the threshold; `nil` without one.
        package let unsafe: Int?
        /// The individual risk below which members are safe: the household threshold over the members; `nil` without one.
        package let memberThreshold: Double?
        /// Members of unsafe households whose risk is that or more; `nil` without a threshold.
        package let membersAbove: Int?
    }

    /// The number of households.
    package let count: Int
    /// Records without a household, each of which counts as a household of its own.
    package let recordsWithout: Int
    /// The number of records in all households.
    package let records: Int
    /// The expected number of records that are re-identified through their household.
    package let expectedReidentifications: Double
    /// The highest risk of any household; `nil` without records.
    package let highestRisk: Double?
    /// The household risk that must not be exceeded.
    package let threshold: Double?
    /// Households by number of members, ascending.
    package let sizes: [SizeClass]

    /// The expected share of records that are re-identified through their household; `nil` without records.
    package var rate: Double? { records == 0 ? nil : expectedReidentifications / Double(records) }

    /// Households whose risk exceeds the threshold; `nil` without one.
    package var unsafe: Int? { threshold == nil ? nil : sizes.reduce(0) { $0 + ($1.unsafe ?? 0) } }

    /// Members of unsafe households at or above the threshold of their household's size; `nil` without a threshold.
    package var membersAbove: Int? { threshold == nil ? nil : sizes.reduce(0) { $0 + ($1.membersAbove ?? 0) } }

    /// The risks of the households of a file.
    ///
    /// - Parameters:
    ///   - risks: The risk of each record; records that are left out are members of no household.
    ///   - household: Which records belong together; a record without a value is a household of its own.
    ///   - threshold: The household risk that must not be exceeded, in `(0, 1]`.
    ///   - threads: The number of threads; all cores when `nil`. The answer does not depend on it.
    /// - Throws: `CountingError` for too many records.
    /// - Complexity: O(records) time; about 40 bytes per record. Members are taken in the order of the records.
    package init(
        _ risks: IndividualRisks, household: Column, threshold: Double? = nil, threads: Int? = nil
    ) throws(CountingError) {
        let classes = try EquivalenceClasses(of: [household], missing: .exclude, threads: threads)
        let named = classes.sizes.count
        // ln of the probability that no member is found, which keeps the digits of small risks.
        var hidden = [Double](repeating: 0, count: named)
        var members = [Int](repeating: 0, count: named)
        var numbers = classes.classOf
        var without = 0
        for record in 0..<household.count {
            guard let risk = risks.risk(of: record) else { continue }
            if numbers[record] == EquivalenceClasses.excluded {
                numbers[record] = UInt32(hidden.count)
                hidden.append(0)
                members.append(0)
                without += 1
            }
            hidden[Int(numbers[record])] += log1p(-risk)
            members[Int(numbers[record])] += 1
        }
        let found = hidden.map { -expm1($0) }
        var tallies: [Int: (households: Int, unsafe: Int, above: Int)] = [:]
        for (number, size) in members.enumerated() where size > 0 {
            let isUnsafe = threshold.map { found[number] > $0 } ?? false
            tallies[size, default: (0, 0, 0)].households += 1
            tallies[size, default: (0, 0, 0)].unsafe += isUnsafe ? 1 : 0
        }
        if let threshold {
            for record in 0..<household.count {
                guard let risk = risks.risk(of: record) else { continue }
                let number = Int(numbers[record])
                if found[number] > threshold, risk >= threshold / Double(members[number]) {
                    tallies[members[number], default: (0, 0, 0)].above += 1
                }
            }
        }
        count = members.count { $0 > 0 }
        recordsWithout = without
        records = members.reduce(0, +)
        expectedReidentifications = zip(members, found).reduce(0) { $0 + Double($1.0) * $1.1 }
        highestRisk = zip(members, found).filter { $0.0 > 0 }.map(\.1).max()
        self.threshold = threshold
        sizes = tallies.sorted { $0.key < $1.key }.map { size, tally in
            SizeClass(
                members: size, households: tally.households, unsafe: threshold.map { _ in tally.unsafe },
                memberThreshold: threshold.map { $0 / Double(size) }, membersAbove: threshold.map { _ in tally.above })
        }
    }
}
