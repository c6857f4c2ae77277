import Briefing
import Disclosure

extension CountPublisher {
    /// What published counts of small classes say of a rule by themselves: whatever the counts are that were rounded and withheld,
    /// it is met, or it is not; `nil` where they could be either.
    ///
    /// - Parameters:
    ///   - figures: What is published of the combination.
    ///   - k: The same of its smallest class.
    func verdict(_ rule: Rule, by figures: Figures, k: Cell) -> Bool? {
        guard let bounds = bounds(of: rule.figure, by: figures, k: k) else { return nil }
        let ends = [bounds.lowerBound, bounds.upperBound].map { rule.relation.holds($0, rule.limit) }
        return ends[0] == ends[1] ? ends[0] : nil
    }

    /// What a figure can be; `nil` where the published counts say nothing of it.
    private func bounds(of figure: String, by figures: Figures, k: Cell) -> ClosedRange<Double>? {
        guard let records = counts(figures.records), records.lowerBound > 0 else { return nil }
        switch figure {
        case "uniqueness":
            guard let uniques = counts(figures.below[0]) else { return nil }
            let least = Double(uniques.lowerBound) / Double(records.upperBound)
            return min(1, least)...min(1, Double(uniques.upperBound) / Double(records.lowerBound))
        case "k":
            let sizes = smallest(figures, k, among: records)
            return Double(sizes.lowerBound)...Double(sizes.upperBound)
        case "highestRisk":
            let sizes = smallest(figures, k, among: records)
            return 1 / Double(sizes.upperBound)...1 / Double(sizes.lowerBound)
        default: return nil
        }
    }

    /// What the size of the smallest class can be.
    private func smallest(_ figures: Figures, _ k: Cell, among records: ClosedRange<Int>) -> ClosedRange<Int> {
        if case .integer(let size) = k {
            return size < (rule?.threshold ?? 0) ? size...size : counts(k) ?? size...size
        }
        // There is a class of fewer records than one of the sizes, or there is none.
        let small = zip(RecordsBelow.sizes, figures.below.map(counts))
        let least = small.filter { $0.1 == 0...0 }.last?.0 ?? 1
        let most = small.first { ($0.1?.lowerBound ?? 0) > 0 }.map { $0.0 - 1 }
        return least...max(least, most ?? records.upperBound)
    }

    /// What a published count can be.
    private func counts(_ cell: Cell) -> ClosedRange<Int>? {
        guard case .integer(let value) = cell else { return nil }
        guard let rule, value > 0 else { return value...value }
        return rule.counts(roundedTo: value)
    }
}
