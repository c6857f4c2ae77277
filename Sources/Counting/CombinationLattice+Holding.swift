public import Microdata

extension CombinationLattice {
    /// A column of more values than this is counted with all combinations, whether they hold it or not.
    private static let valueLimit = 1024

    /// The size histogram of every combination of some columns together with one more that all of them hold.
    ///
    /// Records are divided by that column first. The classes of a combination are those of the other columns within each
    /// of its values, so that the combinations without it are never counted.
    ///
    /// - Parameters:
    ///   - column: The column that every combination holds.
    ///   - columns: The others, of the same length.
    ///   - maximumSize: The largest number of fields of a combination, that column included; all when `nil`.
    ///   - missing: `category` or `exclude`.
    ///   - threads: The number of threads; all cores when `nil`. The answer does not depend on it.
    /// - Returns: A histogram for each set of other columns, as ascending positions; the empty set is the column alone.
    /// - Throws: `CountingError` as for all combinations of these columns.
    /// - Complexity: That of the lattice of the other columns, over all values of the one together; 4 bytes per record
    ///   and the codes of the largest value's records.
    public static func histograms(
        holding column: Column, beside columns: [Column], maximumSize: Int? = nil,
        missing: MissingSemantics = .category, threads: Int? = nil
    ) throws(CountingError) -> [[Int]: SizeHistogram] {
        try validate([column] + columns, maximumSize: maximumSize, missing: missing)
        let size = min((maximumSize ?? columns.count + 1) - 1, columns.count)
        if column.cardinality > valueLimit || missing == .exclude && columns.count > LatticeShape.excludingLimit {
            let whole = try CombinationLattice(
                counting: [column] + columns, maximumSize: maximumSize, missing: missing, threads: threads)
            let held = whole.entries.filter { $0.fields.first == 0 }
            return Dictionary(
                uniqueKeysWithValues: held.map { ($0.fields.dropFirst().map { $0 - 1 }, $0.histogram) })
        }
        let parts = ValueParts(column, leavesMissingOut: missing == .exclude)
        var histograms: [[Int]: SizeHistogram] = [[]: SizeHistogram(sizes: parts.sizes.filter { $0 > 0 })]
        if size == 0 { return histograms }
        let others = LatticeShape(columns, maximumSize: size, missing: missing).fieldsOfCombinations().dropFirst()
        let numberOf = Dictionary(uniqueKeysWithValues: others.enumerated().map { ($1, $0) })
        let sums = sums(columns, parts, size, missing, Workers(threads), numberOf)
        for (fields, histogram) in zip(others, sums.histograms()) { histograms[fields] = histogram }
        return histograms
    }

    /// Adds up the lattices of the other columns within each value; large ones by all threads, small ones one each.
    private static func sums(
        _ columns: [Column], _ parts: ValueParts, _ size: Int, _ missing: MissingSemantics, _ workers: Workers,
        _ numberOf: [[Int]: Int]
    ) -> LatticeSums {
        @Sendable func add(_ value: Int, threads: Int, to sums: inout LatticeSums) {
            let own = columns.map { parts.column($0, of: value) }
            let shape = LatticeShape(own, maximumSize: size, missing: missing)
            guard let histograms = try? LatticeRun(own, shape: shape, threads: threads).histograms() else {
                preconditionFailure("memory without a limit is not too little")
            }
            for (fields, histogram) in zip(shape.fieldsOfCombinations().dropFirst(), histograms) {
                guard let number = numberOf[fields] else {
                    preconditionFailure("two lattices of the same fields differ")
                }
                sums.add(histogram, to: number)
            }
        }
        let order = parts.sizes.indices.filter { parts.sizes[$0] > 0 }.sorted {
            (parts.sizes[$1], $0) < (parts.sizes[$0], $1)
        }
        let large = order.prefix { parts.sizes[$0] >= 4 * LatticeRun.parallelRecords }
        var sums = LatticeSums(combinations: numberOf.count)
        for value in large { add(value, threads: workers.count, to: &sums) }
        let small = Array(order[large.count...])
        let shares = DisjointBuffer<LatticeSums?>(workers.count)
        workers.run(small.count) { worker, item in
            var own = shares[worker] ?? LatticeSums(combinations: numberOf.count)
            // So that the sums are not copied.
            shares[worker] = nil
            add(small[item], threads: 1, to: &own)
            shares[worker] = own
        }
        for own in shares.results() { sums.add(own) }
        return sums
    }
}
