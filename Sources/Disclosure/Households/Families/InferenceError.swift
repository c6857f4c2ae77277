internal import Counting
package import Microdata

/// How far inferred families differ from the true ones.
///
/// A pair of pupils is right when both are together in truth too: `precision = right pairs / inferred pairs`,
/// `recall = right pairs / true pairs`. A true family is found exactly when an inferred one has the same members; it is
/// split when its members are in several inferred families, and mixed when one of these holds others too. A family can be
/// both.
package struct InferenceError: Sendable, Hashable {
    /// Pupils whose true family is known; the others are left out of both sides.
    package let pupils: Int
    /// Pupils whose true family is not known.
    package let pupilsWithoutTruth: Int
    /// Pairs of pupils in one inferred family.
    package let inferredPairs: Int
    /// Pairs of pupils in one true family.
    package let truePairs: Int
    /// Pairs of pupils in one inferred and one true family.
    package let rightPairs: Int
    /// The number of true families.
    package let families: Int
    /// True families that an inferred one has exactly.
    package let exact: Int
    /// True families in several inferred ones.
    package let split: Int
    /// True families in an inferred one with members of others.
    package let mixed: Int
    /// True families of two and more members.
    package let familiesOfSeveral: Int
    /// True families of two and more members that an inferred one has exactly.
    package let exactOfSeveral: Int

    /// The share of inferred pairs that are right; `nil` without such pairs.
    package var precision: Double? { inferredPairs == 0 ? nil : Double(rightPairs) / Double(inferredPairs) }

    /// The share of true pairs that are found; `nil` without such pairs.
    package var recall: Double? { truePairs == 0 ? nil : Double(rightPairs) / Double(truePairs) }

    /// Compares families of the same records.
    ///
    /// - Parameters:
    ///   - inferred: The family of each record.
    ///   - truth: The true family of each record; a missing value where it is not known.
    ///   - threads: The number of threads; all cores when `nil`. The answer does not depend on it.
    /// - Complexity: O(records) expected time; 40 bytes per record.
    package init(_ inferred: FamilyGroups, truth: Column, threads: Int? = nil) {
        precondition(truth.count == inferred.records, "families and truth are of different files")
        let known = (0..<UInt32(truth.count)).filter { truth.codes.code(of: Int($0)) != truth.missingCode }
        func classes(_ parts: [[UInt32]]) -> (numbers: [UInt32], sizes: [UInt32]) {
            let columns = GroupingColumns(
                parts.map { .init(codes: .uint32($0), cardinality: 1 << 32) }, records: known.count,
                threads: Workers(threads).count)
            return KeyGrouping(columns, threads: Workers(threads).count).classes()
        }
        let guessed = classes([known.map { inferred.familyOf[Int($0)] }])
        let real = classes([known.map { truth.codes.code(of: Int($0)) }])
        let cells = classes([guessed.numbers, real.numbers])
        func pairs(_ sizes: [UInt32]) -> Int { sizes.reduce(0) { $0 + Int($1) * (Int($1) - 1) / 2 } }
        pupils = known.count
        pupilsWithoutTruth = truth.count - known.count
        inferredPairs = pairs(guessed.sizes)
        truePairs = pairs(real.sizes)
        rightPairs = pairs(cells.sizes)
        families = real.sizes.count
        var isExact = [Bool](repeating: false, count: families)
        var isSplit = isExact
        var isMixed = isExact
        for index in known.indices {
            let (cell, own, found) = (
                cells.sizes[Int(cells.numbers[index])], Int(real.numbers[index]), Int(guessed.numbers[index])
            )
            let (whole, with) = (real.sizes[own] == cell, guessed.sizes[found] == cell)
            if whole && with { isExact[own] = true }
            if !whole { isSplit[own] = true }
            if !with { isMixed[own] = true }
        }
        exact = isExact.count { $0 }
        split = isSplit.count { $0 }
        mixed = isMixed.count { $0 }
        familiesOfSeveral = real.sizes.count { $0 > 1 }
        exactOfSeveral = isExact.indices.count { isExact[$0] && real.sizes[$0] > 1 }
    }
}
