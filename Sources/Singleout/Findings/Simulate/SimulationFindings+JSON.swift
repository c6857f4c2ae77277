public import Briefing
import Linkage

extension SimulationFindings {
    /// The JSON output, a contract with a versioned schema name.
    public var json: JSONValue {
        .object(
            members + [
                .init(
                    "months",
                    .array(
                        (0..<simulation.settings.months).map { month in
                            .object([
                                .init("month", .integer(month + 1)),
                                .init("own", counts(counts(in: month))),
                                .init("cumulative", counts(cumulative(through: month))),
                            ])
                        })),
                .init("groups", .array(simulation.groups.map(group))),
            ])
    }

    /// The CSV output: a row per month, group or the whole, and count.
    public var tabulation: Tabulation {
        var rows: [[Cell]] = []
        func add(_ part: String, _ runs: [RequestCounts], ofRequests requests: Int? = nil) {
            for count in RequestCounts.all {
                let summary = self.summary(runs, count.path, ofRequests: requests)
                rows.append(
                    [.text(part), .text(count.name), .real(summary.mean, decimals: 3)] + Self.bounds(summary, 3))
            }
        }
        add("total", totals)
        for month in 0..<simulation.settings.months {
            add("month \(month + 1)", counts(in: month))
            add("months 1 to \(month + 1)", cumulative(through: month))
        }
        for group in simulation.groups {
            add("\(group.grouping) \(group.name)", group.runs, ofRequests: simulation.settings.requests)
        }
        return Tabulation(
            columns: [
                .text("Part", key: "part"), .text("Count", key: "count"), .number("Mean of the runs", key: "mean"),
                .number("95 % of runs from", key: "lower"), .number("to", key: "upper"),
            ], rows: rows)
    }

    private var members: [JSONValue.Member] {
        let settings = simulation.settings
        let errors = settings.errors
        var members: [JSONValue.Member] = [
            .init("schema", .string(Self.schema)), .init("register", .string(plan.register)),
        ]
        members += Subject.members(synthetic)
        members += [
            .init("pupils", .integer(simulation.pupils)), .init("heldOut", .integer(simulation.heldOut)),
            .init("families", .integer(simulation.families)), .init("monthCount", .integer(settings.months)),
            .init("requests", .integer(settings.requests)), .init("runs", .integer(settings.runs)),
            .init("seed", Int(exactly: settings.seed).map(JSONValue.integer) ?? .string("\(settings.seed)")),
            .init("coverage", .real(settings.coverage)), .init("knowledge", .string(settings.knowledge.rawValue)),
            .init("fields", .strings(settings.knowledge.fields)),
            .init("method", .string(settings.method.rawValue)),
            .init("threshold", .real(settings.threshold)),
            .init(
                "errors",
                .object([
                    .init("typing", .real(errors.typing)), .init("transliteration", .real(errors.transliteration)),
                    .init("exchanged", .real(errors.exchanged)), .init("birthDate", .real(errors.birthDate)),
                    .init("sex", .real(errors.sex)), .init("noPostcode", .real(errors.noPostcode)),
                    .init("addressAge", .real(errors.addressAge)),
                ])),
        ]
        members += .init("published", published, or: "no published number of requests was simulated")
        members += [.init("total", counts(totals))]
        return members
    }

    private var published: JSONValue {
        guard let volume = plan.volume, let returned = volume.returned else { return .null }
        return .object([
            .init("requests", .integer(volume.requests)), .init("months", .integer(volume.months)),
            .init("returned", .integer(returned)),
            .init("returnedShare", .real(Double(returned) / Double(volume.requests))),
        ])
    }

    private func group(_ group: RequestSimulation.Group) -> JSONValue {
        .object([
            .init("by", .string(group.grouping)), .init("group", .string(group.name)),
            .init("counts", counts(group.runs, ofRequests: simulation.settings.requests)),
        ])
    }

    private func counts(_ runs: [RequestCounts], ofRequests requests: Int? = nil) -> JSONValue {
        var members = RequestCounts.all.map { count in
            JSONValue.Member(count.name, Self.json(summary(runs, count.path, ofRequests: requests)))
        }
        members.append(.init("reached", Self.json(summary(runs, \.reached, ofRequests: requests))))
        func add(_ name: String, _ value: RunSummary?, _ reason: String) {
            members += .init(name, value.map(Self.json) ?? .null, or: reason)
        }
        add("matchRate", ratio(runs, \.matched, of: \.requests), "there is no request")
        add("precision", ratio(runs, \.right, of: \.matched), "there is no clear match")
        add("recall", ratio(runs, \.right, of: \.present), "nobody of the register was asked about")
        add("reachPerMatch", ratio(runs, \.reached, of: \.matched), "there is no clear match")
        return .object(members)
    }

    private static func json(_ summary: RunSummary) -> JSONValue {
        var members: [JSONValue.Member] = [.init("mean", .real(summary.mean))]
        members += .init("lower", .real(orNull: summary.interval?.lowerBound), or: oneRun)
        members += .init("upper", .real(orNull: summary.interval?.upperBound), or: oneRun)
        return .object(members)
    }

    /// The ends of an interval as cells.
    static func bounds(_ summary: RunSummary, _ decimals: Int) -> [Cell] {
        guard let interval = summary.interval else {
            return [.missing(reason: oneRun), .missing(reason: oneRun)]
        }
        return [.real(interval.lowerBound, decimals: decimals), .real(interval.upperBound, decimals: decimals)]
    }
}
