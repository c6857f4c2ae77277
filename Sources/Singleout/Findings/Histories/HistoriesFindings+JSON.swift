public import Briefing
import Disclosure

extension HistoriesFindings {
    /// The JSON output, a contract with a versioned schema name.
    public var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("schema", .string(Self.schema)),
            .init(
                "files",
                .array(
                    zip(plan.files, rows).map { .object([.init("file", .string($0)), .init("rows", .integer($1))]) })),
            .init("id", .string(plan.identifier)), .init("events", .strings(plan.events)),
            .init("as", .string(plan.matching.rawValue)),
        ]
        members += .init("precision", plan.precision.map { .string($0.rawValue) } ?? .null, or: Self.noPrecision)
        members += .init("orderedBy", orderedBy.map(JSONValue.string) ?? .null, or: Self.noOrder)
        members += subject.members
        members += [
            .init("rowsWithoutPupil", .integer(withoutPupil)), .init("rowsWithoutEvent", .integer(withoutEvent)),
            .init("pupils", .integer(found.pupils)), .init("pupilEvents", .integer(found.events)),
            .init("differentEvents", .integer(found.differentEvents)),
            .init("longestHistory", .integer(found.longest)), .init("whole", Self.whole(Figures(found))),
            .init("known", Self.known(Figures(found))), .init("bestKnown", Self.bestKnown(Figures(found))),
            .init("details", .array(found.known.map(Self.details))),
        ]
        if found.known.contains(where: { $0.method == .sampled }) {
            members.append(.init("seed", Int(exactly: plan.seed).map(JSONValue.integer) ?? .string("\(plan.seed)")))
        }
        members += .init("growth", growth.isEmpty ? .null : .array(growth.map(Self.step)), or: Self.noYears)
        return .object(members)
    }

    private static func whole(_ found: Figures) -> JSONValue {
        .object([
            .init("uniques", .integer(found.whole)),
            .init("share", .real(share(found.whole, of: found.pupils))),
        ])
    }

    private static func known(_ found: Figures) -> JSONValue {
        .object(found.known.map { .init(String($0.events), .real($0.share)) })
    }

    private static func bestKnown(_ found: Figures) -> JSONValue {
        .object(
            found.known.flatMap { known in
                [JSONValue.Member](
                    String(known.events), .real(orNull: known.best.map { share($0.uniques, of: known.pupils) }),
                    or: sampledOnly)
            })
    }

    private static func details(_ known: KnownEvents) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("events", .integer(known.events)), .init("method", .string(known.method.rawValue)),
            .init("pupils", .integer(known.pupils)), .init("share", .real(known.share)),
        ]
        members += .init("interval", known.interval.map(JSONValue.interval) ?? .null, or: isExact)
        members += .init(
            "best",
            known.best.map { best in
                .object([
                    .init("uniques", .integer(best.uniques)),
                    .init("share", .real(share(best.uniques, of: known.pupils))),
                    .init("meanRisk", .real(best.meanRisk)), .init("highestRisk", .real(best.highestRisk)),
                ])
            } ?? .null, or: sampledOnly)
        return .object(members)
    }

    private static func step(_ step: Step) -> JSONValue {
        guard let found = step.found else {
            return .object(
                [.init("through", .string(step.through)), .init("pupils", .integer(0))]
                    + .init("known", .null, or: noPupils))
        }
        return .object([
            .init("through", .string(step.through)), .init("pupils", .integer(found.pupils)),
            .init("pupilEvents", .integer(found.events)), .init("whole", whole(found)), .init("known", known(found)),
            .init("bestKnown", bestKnown(found)),
        ])
    }

    /// The CSV output: a row for each year or file with all before it, and number of known events; `all` for the whole history.
    public var tabulation: Tabulation {
        let steps =
            growth.isEmpty
            ? [(through: "all", found: Figures(found))]
            : growth.compactMap { step in step.found.map { (through: step.through, found: $0) } }
        let rows = steps.flatMap { step in
            step.found.known.map { row(step.through, step.found, $0) } + [wholeRow(step.through, step.found)]
        }
        return Tabulation(
            columns: [
                .text("Through", key: "through"), .text("Known events", key: "known"), .text("Method", key: "method"),
                .number("Pupils", key: "pupils"), .number("Share singled out", key: "share"),
                .number("From", key: "lower"), .number("To", key: "upper"),
                .number("Best: singled out", key: "bestUniques"), .number("Best: share", key: "bestShare"),
                .number("Mean risk", key: "meanRisk"), .number("Highest risk", key: "highestRisk"),
            ], rows: rows)
    }

    private func row(_ through: String, _ found: Figures, _ known: KnownEvents) -> [Cell] {
        [
            .text(through), .text(String(known.events)), .text(known.method.rawValue), .integer(known.pupils),
            .share(known.share), .share(orMissing: known.interval?.lowerBound, Self.isExact),
            .share(orMissing: known.interval?.upperBound, Self.isExact),
            .integer(orMissing: known.best?.uniques, Self.sampledOnly),
            .share(orMissing: known.best.map { Self.share($0.uniques, of: known.pupils) }, Self.sampledOnly),
            .share(orMissing: known.best?.meanRisk, Self.sampledOnly),
            .share(orMissing: known.best?.highestRisk, Self.sampledOnly),
        ]
    }

    private func wholeRow(_ through: String, _ found: Figures) -> [Cell] {
        let share = Self.share(found.whole, of: found.pupils)
        let reason = "the whole history is one set"
        return [
            .text(through), .text("all"), .text(KnownEvents.Method.exact.rawValue), .integer(found.pupils),
            .share(share), .missing(reason: Self.isExact), .missing(reason: Self.isExact), .integer(found.whole),
            .share(share), .missing(reason: reason), .missing(reason: reason),
        ]
    }
}
