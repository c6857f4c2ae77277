import Disclosure

extension BriefFindings {
    /// The combinations by uniqueness, the highest first; among equals those of fewer fields, then the user's order.
    var rankedPositions: [Int] {
        let uniqueness = lattice.entries.map { $0.histogram.uniqueness ?? -1 }
        return lattice.entries.indices.sorted {
            if uniqueness[$0] != uniqueness[$1] { return uniqueness[$0] > uniqueness[$1] }
            let (first, second) = (lattice.entries[$0].fields.count, lattice.entries[$1].fields.count)
            return first == second ? $0 < $1 : first < second
        }
    }

    /// The combinations that are identifying while no part of them is: the fewest fields first, then the highest
    /// uniqueness.
    var minimalPositions: [Int] {
        let minimal = Set(combinations.minimalIdentifying.map(\.fields))
        return rankedPositions.filter { minimal.contains(lattice.entries[$0].fields) }
            .enumerated().sorted {
                let (first, second) = (
                    lattice.entries[$0.element].fields.count, lattice.entries[$1.element].fields.count
                )
                return first == second ? $0.offset < $1.offset : first < second
            }.map(\.element)
    }

    /// The identifying combination of the fewest fields, and of these the one with the highest uniqueness.
    var strongestSmall: (position: Int, size: Int, name: String)? {
        minimalPositions.first.map { ($0, lattice.entries[$0].fields.count, name(lattice.entries[$0])) }
    }
}
