public import Briefing
import Disclosure
import Microdata

extension RecodeFindings {
    /// The JSON output, a contract with a versioned schema name.
    public var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("schema", .string(Self.schema)), .init("records", .integer(records)),
        ]
        if let excluded { members.append(.init("excluded", .integer(excluded))) }
        members.append(.init("quasiIdentifiers", .strings(subject.quasiIdentifiers)))
        members += subject.members
        members += [
            .init("fields", .array(generalisations.indices.map(field))),
            .init(
                "before",
                .object(Self.members(before) + [.init("discernibility", .integer(Int(before.discernibility)))])),
            .init("changes", .array(changes.map(json))),
        ]
        if let optimum { members.append(.init("search", json(optimum))) }
        if let chosen { members.append(.init("chosen", json(chosen))) }
        if let written {
            members.append(
                .init(
                    "written",
                    .object(
                        Self.members(written) + [
                            .init("suppressed", .integer(records - written.records)),
                            .init("unchanged", .strings(unchanged ?? [])), .init("leftOut", .strings(leftOut)),
                        ])))
        }
        return .object(members)
    }

    /// The figures of classes.
    static func members(_ histogram: SizeHistogram) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = [
            .init("records", .integer(histogram.records)), .init("classes", .integer(histogram.classes)),
        ]
        members += .init("k", .integer(orNull: histogram.k), or: Subject.noRecords)
        members.append(.init("uniques", .integer(histogram.uniques)))
        members += .init("uniqueness", .real(orNull: histogram.uniqueness), or: Subject.noRecords)
        members.append(.init("expectedReidentifications", .integer(histogram.classes)))
        members += .init("meanRisk", .real(orNull: histogram.meanRisk), or: Subject.noRecords)
        return members
    }

    private func field(_ number: Int) -> JSONValue {
        let levels = generalisations[number]
        return .object([
            .init("field", .string(levels.field)), .init("hierarchy", .string(levels.hierarchy ?? "none")),
            .init("found", .bool(areFound[number])),
            .init(
                "levels",
                .array(
                    levels.levels.indices.map { level in
                        .object([
                            .init("name", .string(levels.levels[level].name)),
                            .init("groups", .integer(groups[number][level])),
                            .init("entropy", .number(entropies[number][level])),
                        ])
                    })),
        ])
    }

    private func json(_ change: SingleChange) -> JSONValue {
        .object(
            [
                .init("field", .string(generalisations[change.field].field)), .init("level", .integer(change.level)),
                .init("name", .string(name(change.field, change.level))),
                .init("noLongerUnique", .integer(change.noLongerUnique)),
            ] + Self.members(change.histogram) + [
                .init("bitsLost", .number(change.bitsLost)), .init("jointBitsLost", .number(change.jointBitsLost)),
                .init("discernibility", .integer(Int(change.histogram.discernibility))),
            ])
    }

    private func json(_ optimum: RecodingOptimum) -> JSONValue {
        let target = optimum.target
        var wanted: [JSONValue.Member] = [.init("k", .integer(target.k))]
        wanted += .init("uniqueness", .number(target.uniqueness), or: "the target does not state it")
        wanted.append(.init("suppress", .number(target.suppression)))
        var members: [JSONValue.Member] = [
            .init("target", .object(wanted)), .init("loss", .string(optimum.loss.rawValue)),
            .init("exact", .bool(true)),
            .init("met", .bool(optimum.release != nil)), .init("nodes", .integer(optimum.nodes)),
            .init("counted", .integer(optimum.counted)), .init("ruledOut", .integer(optimum.ruledOut)),
            .init("tooCostly", .integer(optimum.tooCostly)), .init("equallyGood", .integer(optimum.equallyGood)),
        ]
        members += .init("lost", .number(optimum.release?.loss), or: Self.noRelease)
        return .object(members)
    }

    private func json(_ node: RecodedNode) -> JSONValue {
        let levels = generalisations.indices.map { field in
            JSONValue.Member(
                generalisations[field].field,
                .object([
                    .init("level", .integer(node.levels[field])),
                    .init("name", .string(name(field, node.levels[field]))),
                    .init("bitsLost", .number(node.bitsLost[field])),
                ]))
        }
        return .object([
            .init("levels", .object(levels)), .init("suppressed", .integer(node.suppressed)),
            .init("released", .object(Self.members(node.released))),
            .init("uniquesBeforeSuppression", .integer(node.histogram.uniques)),
        ])
    }

    /// The CSV output: a row for each level of each field, the single changes in their rank, then the fields as they are.
    public var tabulation: Tabulation {
        let chosen = chosen
        func isChosen(_ field: Int, _ level: Int) -> Cell {
            guard let chosen else { return .missing(reason: "no levels were chosen") }
            return .text(chosen.levels[field] == level ? "true" : "false")
        }
        func row(
            _ rank: Cell, _ field: Int, _ level: Int, _ histogram: SizeHistogram, _ noLonger: Int, bits: Double,
            joint: Double
        ) -> [Cell] {
            [
                rank, .text(generalisations[field].field), .integer(level), .text(name(field, level)),
                .integer(groups[field][level]), .integer(noLonger), .integer(histogram.uniques),
                .share(orMissing: histogram.uniqueness), .integer(orMissing: histogram.k),
                .integer(histogram.classes), .real(bits, decimals: 6), .real(joint, decimals: 6),
                .integer(Int(histogram.discernibility)), isChosen(field, level),
            ]
        }
        let asTheyAre = generalisations.indices.map { field in
            row(
                .missing(reason: "the field as it is changes nothing"), field, 0, before, 0, bits: 0, joint: 0)
        }
        return Tabulation(
            columns: [
                .number("Rank", key: "rank"), .text("Field", key: "field"), .number("Level", key: "level"),
                .text("Name", key: "name"), .number("Groups", key: "groups"),
                .number("No longer unique", key: "noLongerUnique"), .number("Still unique", key: "uniques"),
                .number("Uniqueness", key: "uniqueness"), .number("k", key: "k"),
                .number("Expected re-identifications", key: "expectedReidentifications"),
                .number("Bits lost", key: "bitsLost"), .number("Joint bits lost", key: "jointBitsLost"),
                .number("Discernibility", key: "discernibility"), .text("Chosen", key: "chosen"),
            ],
            rows: changes.enumerated().map { rank, change in
                row(
                    .integer(rank + 1), change.field, change.level, change.histogram, change.noLongerUnique,
                    bits: change.bitsLost, joint: change.jointBitsLost)
            } + asTheyAre)
    }
}
