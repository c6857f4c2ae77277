import Briefing
import Disclosure

extension DifferencesFindings {
    private func head(_ kind: String, _ noun: String, _ sizes: [Int]) -> [JSONValue.Member] {
        [
            .init("schema", .string(Self.schema)), .init("kind", .string(kind)),
            .init(
                "files",
                .array(
                    zip(plan.files, sizes).map { .object([.init("file", .string($0)), .init(noun, .integer($1))]) })),
            .init("quasiIdentifiers", .strings(subject.quasiIdentifiers)),
        ] + subject.members + [.init("minCell", .integer(plan.minimumCell))]
    }

    func json(_ lattice: DifferenceLattice) -> JSONValue {
        let listed = listed(lattice)
        var members = head("records", "records", lattice.records)
        members += [
            .init("sensitive", .strings(lattice.sensitive)), .init("maximumSize", .integer(lattice.maximumSize)),
        ]
        members += .init(
            "identifiers",
            lattice.changes.map { changes in
                .object([
                    .init("dropped", .integer(changes.dropped)), .init("added", .integer(changes.added)),
                    .init("changed", .integer(changes.changed)), .init("same", .integer(changes.same)),
                    .init("withoutIdentifier", .array(changes.withoutIdentifier.map(JSONValue.integer))),
                    .init("repeated", .array(changes.repeated.map(JSONValue.integer))),
                ])
            } ?? .null, or: Self.noIdentifier)
        members += [
            .init("differing", .integer(lattice.differing)), .init("isolatedByAny", .integer(lattice.isolatedByAny)),
            .init("singleByAny", .integer(lattice.singleByAny)),
            .init("combinations", .list(count: listed.count) { json(listed[$0], lattice) }),
        ]
        return .object(members)
    }

    private func json(_ entry: DifferenceLattice.Entry, _ lattice: DifferenceLattice) -> JSONValue {
        let figures = entry.figures
        var members: [JSONValue.Member] = [
            .init("fields", .strings(names(entry, lattice))), .init("cells", .integer(figures.cells)),
            .init("different", .integer(figures.different)), .init("published", .integer(figures.published)),
            .init("isolating", .integer(figures.isolating)), .init("isolated", .integer(figures.isolated)),
            .init("single", .integer(figures.single)),
        ]
        if subject.missing == .exclude {
            members.append(.init("excluded", .array(figures.excluded.map(JSONValue.integer))))
        }
        if !lattice.sensitive.isEmpty {
            members.append(
                .init(
                    "learned",
                    .object(
                        zip(lattice.sensitive, figures.learned).map { name, learned in
                            .init(
                                name,
                                .object([
                                    .init("cells", .integer(learned.cells)),
                                    .init("records", .integer(learned.records)),
                                ]))
                        })))
        }
        return .object(members)
    }

    func tabulation(_ lattice: DifferenceLattice) -> Tabulation {
        let rows = listed(lattice)
        return Tabulation(
            columns: [
                .text("Fields", key: "fields"), .number("Number of fields", key: "size"),
                .number("Cells", key: "cells"), .number("Different", key: "different"),
                .number("Published", key: "published"), .number("Isolating", key: "isolating"),
                .number("Isolated", key: "isolated"), .number("Alone", key: "single"),
            ]
                + (subject.missing == .exclude
                    ? [.number("Left out of A", key: "excludedA"), .number("Left out of B", key: "excludedB")] : [])
                + lattice.sensitive.map { .number("Learned: \($0)", key: "learned.\($0)") },
            count: rows.count
        ) { row in
            let figures = rows[row].figures
            return [
                .text(names(rows[row], lattice).joined(separator: "+")), .integer(rows[row].fields.count),
                .integer(figures.cells), .integer(figures.different), .integer(figures.published),
                .integer(figures.isolating), .integer(figures.isolated), .integer(figures.single),
            ]
                + (subject.missing == .exclude ? figures.excluded.map(Cell.integer) : [])
                + figures.learned.map { .integer($0.records) }
        }
    }

    func json(_ difference: TableDifference) -> JSONValue {
        .object(
            head("tables", "cells", difference.cells) + [.init("count", .string(plan.count ?? ""))]
                + figures(difference))
    }

    /// The figures of two tables by name.
    func figures(_ difference: TableDifference) -> [JSONValue.Member] {
        [
            .init("cellsOfA", .integer(difference.cells[0])), .init("cellsOfB", .integer(difference.cells[1])),
            .init("suppressedInA", .integer(difference.suppressed[0])),
            .init("suppressedInB", .integer(difference.suppressed[1])),
            .init("shared", .integer(difference.shared)),
            .init("notApplicable", .integer(difference.notApplicable)),
            .init("suppressedInBoth", .integer(difference.suppressedInBoth)),
            .init("suppressedOnlyInA", .integer(difference.shownLater)),
            .init("suppressedOnlyInB", .integer(difference.suppressedLater)),
            .init("shownInBoth", .integer(difference.shownInBoth)),
            .init("different", .integer(difference.different)), .init("isolating", .integer(difference.isolating)),
            .init("isolated", .integer(difference.isolated)), .init("single", .integer(difference.single)),
        ]
    }
}
