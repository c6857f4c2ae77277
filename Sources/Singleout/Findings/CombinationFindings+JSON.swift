public import Briefing
import Disclosure

extension CombinationFindings {
    private static let notCounted = "it needs every combination of the fields, and larger ones were not counted"
    private static let onePair = "it compares pairs of records, and there are fewer than two records"

    /// The JSON output, a contract with a versioned schema name.
    ///
    /// - Complexity: O(combinations) time when it is written; O(1) memory beyond the lattice, without `top`.
    public var json: JSONValue {
        let listed = listed
        return .object(
            [
                .init("schema", .string(Self.schema)),
                .init("records", .integer(lattice.records)), .init("fields", .strings(lattice.fields)),
            ] + subject.members + [
                .init("maximumSize", .integer(lattice.maximumSize)), .init("identifying", .number(identifying)),
                .init("combinations", .list(count: listed.count) { json(listed[$0]) }),
                .init("contributions", .array(contributions.map(Self.json))),
                .init(
                    "minimalIdentifying",
                    .list(count: minimalIdentifying.count) {
                        .object([
                            .init("fields", .strings(names(minimalIdentifying[$0]))),
                            .init("uniqueness", .real(orNull: minimalIdentifying[$0].histogram.uniqueness)),
                        ])
                    }),
            ])
    }

    private func json(_ entry: CombinationLattice.Entry) -> JSONValue {
        let histogram = entry.histogram
        var members: [JSONValue.Member] = [.init("fields", .strings(names(entry)))]
        if let excluded = excluded(entry) { members.append(.init("excluded", .integer(excluded))) }
        members += CombinationFigures(histogram).members
        members += .init("distinction", .real(orNull: histogram.distinction), or: Subject.noRecords)
        members += .init("separation", .real(orNull: histogram.separation), or: Self.onePair)
        return .object(members)
    }

    private static func json(_ contribution: FieldContribution) -> JSONValue {
        .object(
            [.init("field", .string(contribution.field)), .init("alone", .real(contribution.alone))]
                + .init("leaveOneOut", .real(orNull: contribution.leaveOneOut), or: notCounted)
                + .init("shapley", .real(orNull: contribution.shapley), or: notCounted))
    }

    /// The CSV output: a row per combination; the names of its fields are joined with `+`.
    public var tabulation: Tabulation {
        let listed = listed
        let columns: [Tabulation.Column] =
            [.text("Fields", key: "fields"), .number("Number of fields", key: "size")]
            + (subject.missing == .exclude ? [.number("Left out", key: "excluded")] : [])
            + [
                .number("Records", key: "records"), .number("Classes", key: "classes"), .number("k", key: "k"),
                .number("Uniques", key: "uniques"), .number("Uniqueness", key: "uniqueness"),
                .number("Mean risk", key: "meanRisk"),
            ]
            + RecordsBelow.sizes.map { .number("Below \($0)", key: "recordsBelow\($0)") }
            + [.number("Distinction", key: "distinction"), .number("Separation", key: "separation")]
        return Tabulation(columns: columns, count: listed.count) { cells(listed[$0]) }
    }

    private func cells(_ entry: CombinationLattice.Entry) -> [Cell] {
        let histogram = entry.histogram
        var cells: [Cell] = [.text(names(entry).joined(separator: "+")), .integer(entry.fields.count)]
        if let excluded = excluded(entry) { cells.append(.integer(excluded)) }
        cells += [
            .integer(histogram.records), .integer(histogram.classes),
            .integer(orMissing: histogram.k), .integer(histogram.uniques),
            .share(orMissing: histogram.uniqueness), .share(orMissing: histogram.meanRisk),
        ]
        cells += RecordsBelow.sizes.map { .integer(histogram.records(below: $0)) }
        return cells + [
            .share(orMissing: histogram.distinction), .share(orMissing: histogram.separation, Self.onePair),
        ]
    }
}
