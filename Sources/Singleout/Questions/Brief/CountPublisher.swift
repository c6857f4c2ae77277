import Briefing
import Counting
import Disclosure

/// Turns counts into cells as they may be published.
struct CountPublisher: Hashable, Sendable {
    /// Class sizes at which bands of records begin, after the records that are alone.
    static let bandStarts = RecordsBelow.sizes

    /// The published figures of one combination.
    struct Figures: Sendable {
        /// The records that were counted.
        let records: Cell
        /// The records in classes of fewer than each of `RecordsBelow.sizes`; the first is the uniques.
        let below: [Cell]
        /// The records alone, in classes from each of `bandStarts` up to the next, and from the last on.
        let bands: [Cell]
    }

    /// How counts are published; `nil` where they are published exactly.
    let rule: PublicationRule?

    /// The figures of a combination: bands of class sizes, and their sums from below, which give each other away.
    ///
    /// - Parameter publishesBands: Whether the bands are published with the sums.
    func figures(_ histogram: SizeHistogram, publishesBands: Bool) -> Figures {
        let sums = Self.bandStarts.map(histogram.records(below:)) + [histogram.records]
        let bands = sums.indices.map { $0 == 0 ? sums[0] : sums[$0] - sums[$0 - 1] }
        // The first band is the first sum, so it is there once.
        let counts = bands + sums.dropFirst()
        let relations = sums.indices.dropFirst().map { sum in
            CountRelation(
                total: bands.count + sum - 1, parts: [sum == 1 ? 0 : bands.count + sum - 2, sum])
        }
        let unpublished = publishesBands ? Set<Int>() : Set(bands.indices.dropFirst())
        let cells = cells(counts, relations: relations, unpublished: unpublished)
        return Figures(
            records: cells[cells.count - 1], below: [cells[0]] + cells[bands.count..<cells.count - 1],
            bands: Array(cells[..<bands.count]))
    }

    /// Counts that are published together, with the sums that hold between them.
    func cells(_ counts: [Int], relations: [CountRelation], unpublished: Set<Int> = []) -> [Cell] {
        guard let rule else { return counts.map(Cell.integer) }
        return PublishedCounts(counts, relations: relations, unpublished: unpublished, rule: rule).values
            .map(Self.cell)
    }

    /// A count of its own.
    func count(_ count: Int) -> Cell { cells([count], relations: [])[0] }

    /// A share or a mean of shares over some records that is not the share of two published counts, rounded so that a
    /// step is as many records as may be published.
    func coarse(_ share: Double, of records: Int) -> Cell {
        guard let rule else { return .share(share) }
        let part = Int((share * Double(records)).rounded())
        if rule.isSmall(part) || rule.isSmall(records - part) { return .symbol(.confidential) }
        return bound(share, of: records)
    }

    /// The ends of an interval of a share over some records; withheld where the share itself is.
    func interval(_ interval: ClosedRange<Double>?, of share: Cell, over records: Int) -> [Cell] {
        guard let interval else { return [.symbol(.notApplicable), .symbol(.notApplicable)] }
        if rule != nil, share == .symbol(.confidential) || share == .symbol(.unreliable) { return [share, share] }
        return [bound(interval.lowerBound, of: records), bound(interval.upperBound, of: records)]
    }

    /// A share, rounded so that a step is as many records as may be published.
    private func bound(_ share: Double, of records: Int) -> Cell {
        guard let rule else { return .share(share) }
        if records < 100 * rule.threshold { return .symbol(.confidential) }
        let rounded = (share * 100).rounded() / 100
        return rounded == 0 && share > 0 ? .symbol(.low) : .share(min(1, rounded))
    }

    /// A mean over some records, with two decimals, or with one where counts are rounded.
    func mean(_ value: Double, over records: Int) -> Cell {
        guard let rule else { return .real(value, decimals: 2) }
        if records < 100 * rule.threshold { return .symbol(.confidential) }
        return .real((value * 10).rounded() / 10, decimals: 2)
    }

    /// A share of two published counts.
    func share(_ part: Cell, of all: Cell) -> Cell {
        switch (part, all) {
        case (.integer(let part), .integer(let all)):
            if all == 0 { return .missing(reason: Subject.noRecords) }
            let share = min(1, Double(part) / Double(all))
            if rule == nil { return .share(share) }
            if all < Explorer.smallestBase { return .symbol(.unreliable) }
            return share > 0 && share < 0.000_5 ? .symbol(.low) : .share(share)
        default: return .symbol(.confidential)
        }
    }

    /// k, which says something of the records in the smallest classes; withheld where they are few.
    func k(_ histogram: SizeHistogram) -> Cell {
        guard let smallest = histogram.entries.first else { return .missing(reason: Subject.noRecords) }
        guard let rule else { return .integer(smallest.size) }
        if rule.isSmall(smallest.size * smallest.classes) { return .symbol(.confidential) }
        return .integer(smallest.size < rule.threshold ? smallest.size : rule.rounded(smallest.size))
    }

    /// A difference or an average of shares in percentage points; a point must be as many records as may be
    /// published.
    func points(_ value: Double, records: Int) -> Cell {
        guard let rule else { return .real(value * 100, decimals: 1) }
        if records < 100 * rule.threshold { return .symbol(.confidential) }
        return .real((value * 100).rounded(), decimals: 0)
    }

    /// The decimals of percentage points.
    var pointDecimals: Int { rule == nil ? 1 : 0 }

    private static func cell(_ count: PublishedCount) -> Cell {
        switch count {
        case .zero: .integer(0)
        case .rounded(let value): .integer(value)
        case .suppressed: .symbol(.confidential)
        }
    }
}
