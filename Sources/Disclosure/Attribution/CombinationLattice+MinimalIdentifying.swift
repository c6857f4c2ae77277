package import Counting

extension CombinationLattice {
    /// The combinations whose uniqueness reaches a share while no part of them does, in the order of `entries`.
    ///
    /// - Parameter share: The uniqueness from which a combination identifies, in `(0, 1]`.
    /// - Complexity: O(combinations x fields) time and memory.
    package func minimalIdentifying(share: Double) -> [Entry] {
        precondition(share > 0 && share <= 1, "a share of identified records must be in (0, 1], not \(share)")
        // Whether a combination or a part of it identifies; parts come before the whole in `entries`.
        var identifies: Set<[Int]> = []
        return entries.filter { entry in
            let partIdentifies =
                entry.fields.count > 1
                && entry.fields.indices.contains { left in
                    var part = entry.fields
                    part.remove(at: left)
                    return identifies.contains(part)
                }
            let reaches = (entry.histogram.uniqueness ?? 0) >= share
            if partIdentifies || reaches { identifies.insert(entry.fields) }
            return reaches && !partIdentifies
        }
    }
}
