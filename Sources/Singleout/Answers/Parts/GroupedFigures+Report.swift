import Briefing
import GroupComparison

extension GroupedFigures {
    /// What intervals and ratios mean, for a reader.
    static let readingNotes = [
        "Ratios compare a group with all records. Intervals hold 95 % of such groups when the file is taken as a draw from a larger population. They allow for "
            + "records of one class, which share their risk. Groups below the smallest size are merged, together with the next "
            + "larger ones where they are too few."
    ]

    /// A section with two tables for each field: the outcome that counts first, and the others.
    var sections: [Section] {
        comparisons.map { comparison in
            let order = order(comparison)
            var blocks: [Block] = [.table(mainTable(comparison, order))]
            if outcomes.count > 1 { blocks.append(.table(otherTable(comparison, order))) }
            if comparison.groups.groups.count > Self.shown {
                blocks.append(
                    .note(
                        "The \(Self.shown) groups with the highest values of "
                            + "\(NumberText.integer(comparison.groups.groups.count)); JSON and CSV have all."))
            }
            return Section("By \(comparison.groups.field)", blocks: blocks)
        }
    }

    /// A row for each field and group.
    var tabulation: Tabulation {
        let rows = comparisons.enumerated().flatMap { field, comparison in
            comparison.groups.groups.indices.map { (field, $0) }
        }
        return Tabulation(
            columns: [
                Figure.field.words(), Figure.group.words(), Figure.groupRecords.column(),
            ]
                + outcomes.flatMap { outcome -> [Tabulation.Column] in
                    [
                        outcome.column(),
                        outcome.with(.lower).column(),
                        outcome.with(.upper).column(),
                        outcome.with(.ratio).column(),
                        outcome.with(.ratio).with(.lower).column(),
                        outcome.with(.ratio).with(.upper).column(),
                    ]
                },
            count: rows.count
        ) { row in
            let (field, place) = rows[row]
            let comparison = comparisons[field]
            let group = comparison.groups.groups[place]
            return [.text(comparison.groups.field), .text(Self.name(group)), .integer(group.records)]
                + comparison.means[place].flatMap(Self.cells)
        }
    }

    private static func cells(_ mean: GroupMean) -> [Cell] {
        func real(_ value: Double?, _ reason: String) -> Cell {
            value.map { .real($0, decimals: 4) } ?? .missing(reason: reason)
        }
        let ratioReason = mean.ratio == nil ? nothing : oneCluster
        return [
            .share(mean.value), .share(orMissing: mean.interval?.lowerBound, oneCluster),
            .share(orMissing: mean.interval?.upperBound, oneCluster), real(mean.ratio, nothing),
            real(mean.ratioInterval?.lowerBound, ratioReason), real(mean.ratioInterval?.upperBound, ratioReason),
        ]
    }

    /// The groups with the highest values of the first outcome.
    private func order(_ comparison: GroupMeans, atMost limit: Int = shown) -> [Int] {
        let sorted = comparison.groups.groups.indices.sorted {
            (comparison.means[$1][0].value, $0) < (comparison.means[$0][0].value, $1)
        }
        return Array(sorted.prefix(limit))
    }

    private func mainTable(_ comparison: GroupMeans, _ order: [Int]) -> Tabulation {
        let title = outcomes[0].label
        var rows = order.map { place -> [Cell] in
            let group = comparison.groups.groups[place]
            let mean = comparison.means[place][0]
            return [
                .text(Self.name(group)), .integer(group.records), .share(mean.value), Self.interval(mean),
                Self.ratio(mean), Self.ratioInterval(mean),
                .share(Double(group.records) / Double(comparison.records)),
                .share(orMissing: comparison.shareOfWhole(group: place, outcome: 0), Self.nothing),
            ]
        }
        rows.append([
            .text("all records"), .integer(comparison.records), .share(comparison.whole[0].value),
            Self.interval(comparison.whole[0]), .text("1"), .text(""), .share(1),
            .share(orMissing: comparison.whole[0].value == 0 ? nil : 1, Self.nothing),
        ])
        return Tabulation(
            columns: [
                Figure.group.words(), Figure.groupRecords.column(), Figure.outcomeValue.column(title),
                Figure.interval.column(), Figure.ratio.column(), Figure.ratioInterval.column("95 % interval"),
                Figure.shareOfRecords.column(), Figure.shareOfRisk.column(),
            ], rows: rows)
    }

    private func otherTable(_ comparison: GroupMeans, _ order: [Int]) -> Tabulation {
        let others = outcomes.indices.dropFirst()
        var rows = order.map { place -> [Cell] in
            [.text(Self.name(comparison.groups.groups[place]))]
                + others.flatMap { outcome -> [Cell] in
                    let mean = comparison.means[place][outcome]
                    return [.share(mean.value), Self.interval(mean), Self.ratio(mean), Self.ratioInterval(mean)]
                }
        }
        rows.append(
            [.text("all records")]
                + others.flatMap { outcome -> [Cell] in
                    let mean = comparison.whole[outcome]
                    return [.share(mean.value), Self.interval(mean), .text("1"), .text("")]
                })
        return Tabulation(
            columns: [Figure.group.words()]
                + others.flatMap { outcome -> [Tabulation.Column] in
                    let figure = outcomes[outcome]
                    return [
                        figure.column(), figure.with(.interval).column(Figure.interval.label),
                        figure.with(.ratio).column(Figure.ratio.label),
                        figure.with(.ratioInterval).column(Figure.interval.label),
                    ]
                }, rows: rows)
    }

    private static func interval(_ mean: GroupMean) -> Cell {
        guard let interval = mean.interval else { return .missing(reason: oneCluster) }
        return .text("\(NumberText.share(interval.lowerBound)) to \(NumberText.share(interval.upperBound))")
    }

    private static func ratio(_ mean: GroupMean) -> Cell {
        mean.ratio.map { .real($0, decimals: 2) } ?? .missing(reason: nothing)
    }

    private static func ratioInterval(_ mean: GroupMean) -> Cell {
        guard let interval = mean.ratioInterval else {
            return .missing(reason: mean.ratio == nil ? nothing : oneCluster)
        }
        return .text(
            "\(NumberText.real(interval.lowerBound, decimals: 2)) to \(NumberText.real(interval.upperBound, decimals: 2))"
        )
    }
}

extension String {
    /// The text with a small first letter, for the middle of a sentence.
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
