public import Briefing
import Disclosure

extension AcrossFindings {
    /// The JSON output, a contract with a versioned schema name.
    ///
    /// - Complexity: O(combinations) time when it is written.
    public var json: JSONValue {
        .object(
            [
                .init("schema", .string(Self.schema)), .init("file", .string(subject.source)),
                .init("records", .integer(records)),
            ] + subject.members
                + .init("truth", truth.map(JSONValue.string) ?? .null, or: Self.noTruth)
                + [
                    .init("threshold", .number(threshold)),
                    .init("comparisons", .array(comparisons.map(json))),
                ])
    }

    private func json(_ comparison: AcrossComparison) -> JSONValue {
        let listed = comparison.listed(top: top)
        return .object(
            [
                .init(
                    "with",
                    .array(
                        zip(comparison.files, comparison.records).map {
                            .object([.init("file", .string($0)), .init("records", .integer($1))])
                        })),
                .init("fields", .strings(comparison.lattice.fields)),
                .init("maximumSize", .integer(comparison.lattice.maximumSize)),
                .init("added", .strings(comparison.added)),
            ] + .init("joined", .integer(orNull: comparison.lattice.joined), or: nothingAdded)
                + [
                    .init("combinations", .list(count: listed.count) { json(listed[$0], comparison) })
                ])
    }

    private func json(_ entry: MatchLattice.Entry, _ comparison: AcrossComparison) -> JSONValue {
        let figures = entry.figures
        var members: [JSONValue.Member] = [.init("fields", .strings(comparison.names(entry)))]
        if let excluded = excluded(entry) { members.append(.init("excluded", .integer(excluded))) }
        members += [
            .init("classes", .integer(figures.classes)), .init("exactlyOne", .integer(figures.exactlyOne)),
            .init("several", .integer(figures.several)), .init("none", .integer(figures.none)),
            .init("oneToOne", .integer(figures.oneToOne)), .init("uniques", .integer(figures.uniques)),
        ]
        members += .init(
            "uniqueOnlyAfterJoin", .integer(orNull: figures.uniqueOnlyAfterJoin), or: nothingAdded)
        let reason = lookupReason(comparison)
        members += .init("journalist", figures.lookup.map(Self.journalist) ?? .null, or: reason)
        members += .init(
            "marketer",
            figures.lookup.map { .object([.init("successRate", .real($0.marketerSuccessRate))]) } ?? .null, or: reason)
        if truth != nil {
            members += [
                .init("checkable", .integer(orNull: figures.checkable)),
                .init("right", .integer(orNull: figures.right)),
            ]
            members += .init("rightShare", .real(orNull: figures.rightShare), or: Self.noneToCheck)
        }
        return .object(members)
    }

    private static func journalist(_ risk: LookupRisk) -> JSONValue {
        .object([
            .init("recordsAtRisk", .real(risk.recordsAtRisk)), .init("highestRisk", .real(risk.highestRisk)),
            .init("successRate", .real(risk.journalistSuccessRate)),
        ])
    }

    /// The CSV output: a row per comparison and combination; the names of fields and files are joined with `+`.
    public var tabulation: Tabulation {
        let rows = comparisons.flatMap { comparison in comparison.listed(top: top).map { (comparison, $0) } }
        let columns: [Tabulation.Column] =
            [
                .text("With", key: "with"), .text("Fields", key: "fields"), .number("Number of fields", key: "size"),
            ]
            + (subject.missing == .exclude ? [.number("Left out", key: "excluded")] : [])
            + [
                .number("Records", key: "records"), .number("Classes", key: "classes"),
                .number("Exactly one", key: "exactlyOne"), .number("Several", key: "several"),
                .number("None", key: "none"), .number("One to one", key: "oneToOne"),
                .number("Uniques", key: "uniques"), .number("Unique only after the join", key: "uniqueOnlyAfterJoin"),
                .number("Journalist: at risk", key: "journalistRecordsAtRisk"),
                .number("Journalist: highest", key: "journalistHighestRisk"),
                .number("Journalist: success", key: "journalistSuccessRate"),
                .number("Marketer: success", key: "marketerSuccessRate"),
            ]
            + (truth == nil
                ? []
                : [
                    .number("Checkable", key: "checkable"), .number("Right", key: "right"),
                    .number("Right share", key: "rightShare"),
                ])
        return Tabulation(columns: columns, count: rows.count) { cells(rows[$0].1, rows[$0].0) }
    }

    private func cells(_ entry: MatchLattice.Entry, _ comparison: AcrossComparison) -> [Cell] {
        let figures = entry.figures
        var cells: [Cell] = [
            .text(comparison.files.joined(separator: "+")), .text(comparison.names(entry).joined(separator: "+")),
            .integer(entry.fields.count),
        ]
        if let excluded = excluded(entry) { cells.append(.integer(excluded)) }
        let reason = lookupReason(comparison)
        let risk = figures.lookup
        cells += [
            .integer(figures.records), .integer(figures.classes), .integer(figures.exactlyOne),
            .integer(figures.several), .integer(figures.none), .integer(figures.oneToOne), .integer(figures.uniques),
            .integer(orMissing: figures.uniqueOnlyAfterJoin, nothingAdded),
            .share(orMissing: risk?.recordsAtRisk, reason), .share(orMissing: risk?.highestRisk, reason),
            .share(orMissing: risk?.journalistSuccessRate, reason),
            .share(orMissing: risk?.marketerSuccessRate, reason),
        ]
        if truth == nil { return cells }
        return cells + [
            .integer(orMissing: figures.checkable, Self.noneToCheck),
            .integer(orMissing: figures.right, Self.noneToCheck),
            .share(orMissing: figures.rightShare, Self.noneToCheck),
        ]
    }
}
