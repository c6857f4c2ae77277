internal import Microdata

/// Finds the records that weigh enough beside some queries by comparing each query with every record.
///
/// For few queries this is less work than feature vectors of the whole register: about 10 ns per query and record, where a
/// record's vector takes as long as 60 of them.
struct DirectSearch {
    /// The most queries for which comparing takes less time than vectors.
    static let limit = 48
    private static let block = 1 << 16

    let scoring: PairScoring
    let ranking: CandidateRanking
    let records: Int

    /// The records that weigh at least so many bits beside each of some queries, in the order of the register.
    ///
    /// - Complexity: O(asked x records x fields) time; 4 bytes per query and record of a block.
    func candidates(of asked: [Int], atLeast least: Double, workers: Workers) -> [[UInt32]] {
        let blocks = (records + Self.block - 1) / Self.block
        let found = DisjointBuffer<[[UInt32]]?>(blocks)
        let weights = asked.map { ranking.weights(of: $0) }
        workers.run(blocks) { _, block in
            let range = block * Self.block..<min(records, (block + 1) * Self.block)
            let patterns = scoring.patterns(of: asked, in: range)
            found[block] = asked.indices.map { place in
                let (own, all) = (weights[place], patterns[place])
                var heavy: [UInt32] = []
                for pair in all.indices where ranking.weight(all[pair], own.span) >= least {
                    heavy.append(UInt32(range.lowerBound + pair))
                }
                return heavy
            }
        }
        let all = found.results()
        return asked.indices.map { place in all.flatMap { $0[place] } }
    }
}
