internal import Counting
internal import Microdata

/// Searches the whole lattice for the release that loses least.
///
/// Nodes are looked at from the coarsest on, in an order in which every node comes after all coarser ones. A node below one
/// that does not meet the target is ruled out, as targets are monotone; a node whose levels alone lose more than the best so
/// far is too costly, as suppression can only add to that. All other nodes are counted, so the best is an exact optimum. By
/// discernibility no loss is known before counting, and only the first rule applies.
///
/// The nodes are cut into parts by the levels of the first fields. Parts of equal sums of levels have no node above one of
/// another, so threads take them at once, and each of them starts from what the parts before found: the answer, and how many
/// nodes are counted, do not depend on the number of threads.
struct RecodingSearch {
    /// Losses that differ by less, relative to their size, are equal: sums of the same terms differ by order.
    private static let tolerance = 1e-9
    private static let partsWanted = 16

    /// A counted node that meets the target.
    private struct Candidate: Sendable {
        let node: Int
        let loss: Double
        let figures: RecodedFigures
    }

    private let base: RecodingBase
    private let target: RecodingTarget
    private let loss: InformationLoss
    private let lattice: RecodingLattice
    private let isPruned: Bool
    private let workers: Workers
    private let states: NodeStates
    private let suppressionLimit: Int
    private let uniquesLimit: Int

    /// - Parameter isPruned: Whether nodes are ruled out without counting them; `false` counts all, for comparison.
    init(
        _ base: RecodingBase, target: RecodingTarget, loss: InformationLoss, isPruned: Bool, workers: Workers
    ) throws(CountingError) {
        self.base = base
        self.target = target
        self.loss = loss
        self.isPruned = isPruned
        self.workers = workers
        lattice = try RecodingLattice(heights: base.levels.map { $0.count - 1 })
        states = NodeStates(lattice.nodes)
        suppressionLimit = target.suppressionLimit(of: base.records)
        uniquesLimit = target.uniquesLimit(of: base.records)
    }

    func run(progress: (@Sendable (Double) -> Void)?) -> RecodingOptimum {
        // The first fields whose levels make parts enough.
        var places = 0
        var parts = 1
        while parts < Self.partsWanted, places < base.fieldCount - 1 {
            parts *= base.levels[places].count
            places += 1
        }
        let shared = NodeProbe.Shared(base, prefixFields: places, firstRows: places > 0 ? firstRows() : [])
        var best: [Candidate] = isPruned && loss != .discernibility ? descent(shared) : []
        let size = lattice.nodes / parts
        let ranks = Dictionary(grouping: 0..<parts) { part in
            lattice.levels(part * size).prefix(places).reduce(0, +)
        }
        let probes = DisjointBuffer((0..<workers.count).map { _ in NodeProbe(base, k: target.k, shared: shared) })
        var done = 0
        for rank in ranks.keys.sorted(by: >) {
            let members = ranks[rank] ?? []
            let bound = best.map(\.loss).min() ?? .infinity
            let found = DisjointBuffer<[Candidate]?>(members.count)
            workers.run(members.count) { worker, item in
                let nodes = members[item] * size..<(members[item] + 1) * size
                found[item] = search(nodes, bound: bound, probes[worker])
            }
            best = nearBest(best + found.results().flatMap(\.self))
            done += members.count
            progress?(Double(done) / Double(parts))
        }
        return optimum(best)
    }

    private func firstRows() -> [ClassRows] {
        let rows = DisjointBuffer<ClassRows?>(base.levels[0].count)
        let whole = base.rows
        workers.run(base.levels[0].count) { _, level in rows[level] = base.choosing(level, at: 0, of: whole) }
        return rows.results()
    }

    /// Looks at the nodes of a part, from the coarsest on.
    private func search(_ nodes: Range<Int>, bound: Double, _ probe: NodeProbe) -> [Candidate] {
        var bound = bound
        var found: [Candidate] = []
        for node in nodes.reversed() where states[node] == .unknown {
            let levels = lattice.levels(node)
            if isPruned {
                if isBelowMissed(node, levels) {
                    states[node] = .ruledOut
                    continue
                }
                if loss != .discernibility, isAbove(levelLoss(levels), bound) {
                    states[node] = .tooCostly
                    continue
                }
            }
            guard let candidate = count(node, levels, probe) else { continue }
            if isAbove(candidate.loss, bound) { continue }
            bound = min(bound, candidate.loss)
            found.append(candidate)
        }
        return nearBest(found)
    }

    /// Counts a node; `nil` when it does not meet the target.
    private func count(_ node: Int, _ levels: [Int], _ probe: NodeProbe) -> Candidate? {
        let figures = probe.figures(levels, suppressedAtMost: suppressionLimit, uniquesAtMost: uniquesLimit)
        states[node] = figures == nil ? .missed : .met
        return figures.map { Candidate(node: node, loss: lossInAll(levels, $0), figures: $0) }
    }

    /// Whether a node with one level more in some field does not meet the target.
    private func isBelowMissed(_ node: Int, _ levels: [Int]) -> Bool {
        for field in levels.indices where levels[field] < lattice.heights[field] {
            let state = states[node + lattice.strides[field]]
            if state == .missed || state == .ruledOut { return true }
        }
        return false
    }

    /// Goes from all fields dropped to finer levels, always to those that lose least, as long as the target is met: a first
    /// bound, which spares many nodes.
    private func descent(_ shared: NodeProbe.Shared) -> [Candidate] {
        let probe = NodeProbe(base, k: target.k, shared: shared)
        var levels = lattice.heights
        guard let top = count(lattice.node(levels), levels, probe) else { return [] }
        var found = [top]
        var isOpen = levels.map { $0 > 0 }
        while true {
            // A field that cannot become finer here cannot become finer further down either.
            let steps = levels.indices.filter { isOpen[$0] && levels[$0] > 0 }
            let gains = steps.map { field in
                (field, levelLoss(of: field, levels[field]) - levelLoss(of: field, levels[field] - 1))
            }
            guard let (field, _) = gains.max(by: { ($0.1, $1.0) < ($1.1, $0.0) }) else { break }
            levels[field] -= 1
            if let candidate = count(lattice.node(levels), levels, probe) {
                found.append(candidate)
            } else {
                levels[field] += 1
                isOpen[field] = false
            }
        }
        return nearBest(found)
    }

    // MARK: Losses

    /// What the level of a field loses.
    private func levelLoss(of field: Int, _ level: Int) -> Double {
        switch loss {
        case .entropy: base.levels[field][0].entropy - base.levels[field][level].entropy
        case .precision:
            level == 0 ? 0 : Double(level) / Double(lattice.heights[field]) / Double(lattice.heights.count)
        case .discernibility: 0
        }
    }

    /// What the levels of a node lose, without suppression: a lower bound of what a node loses.
    private func levelLoss(_ levels: [Int]) -> Double {
        levels.indices.reduce(0) { $0 + levelLoss(of: $1, levels[$1]) }
    }

    private func lossInAll(_ levels: [Int], _ figures: RecodedFigures) -> Double {
        let records = Double(max(base.records, 1))
        switch loss {
        case .entropy: return levelLoss(levels) + figures.suppressedBits / records
        case .precision:
            let share = Double(figures.suppressed) / records
            return (1 - share) * levelLoss(levels) + share
        case .discernibility: return Double(figures.squares) + Double(figures.suppressed) * records
        }
    }

    private func isAbove(_ loss: Double, _ other: Double) -> Bool {
        loss > other + Self.tolerance * max(1, other.magnitude)
    }

    /// The candidates that lose as little as the best of them.
    private func nearBest(_ candidates: [Candidate]) -> [Candidate] {
        guard let least = candidates.map(\.loss).min() else { return [] }
        return candidates.filter { !isAbove($0.loss, least) }
    }

    // MARK: The answer

    private func optimum(_ best: [Candidate]) -> RecodingOptimum {
        let chosen = best.map { candidate in (candidate, levels: inGivenOrder(lattice.levels(candidate.node))) }
            .min { first, second in
                let sums = (first.levels.reduce(0, +), second.levels.reduce(0, +))
                if sums.0 != sums.1 { return sums.0 < sums.1 }
                return first.levels.lexicographicallyPrecedes(second.levels)
            }
        return RecodingOptimum(
            target: target, loss: loss,
            release: chosen.map { candidate, levels in
                RecodingOptimum.Release(
                    levels: levels, loss: candidate.loss, suppressed: candidate.figures.suppressed,
                    uniques: candidate.figures.uniques)
            }, equallyGood: best.count, nodes: lattice.nodes, counted: states.count(.met) + states.count(.missed),
            ruledOut: states.count(.ruledOut), tooCostly: states.count(.tooCostly))
    }

    private func inGivenOrder(_ levels: [Int]) -> [Int] {
        var given = levels
        for (place, field) in base.order.enumerated() { given[field] = levels[place] }
        return given
    }
}
