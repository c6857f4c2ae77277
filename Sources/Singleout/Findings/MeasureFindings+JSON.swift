public import Briefing
import Disclosure

extension MeasureFindings {
    static let rateNotReached = "even the lowest risk of any record reaches the rate"

    /// The JSON output, a contract with a versioned schema name.
    public var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("schema", .string(Self.schema)),
            .init("records", .integer(figures.records)),
        ]
        if let excluded { members.append(.init("excluded", .integer(excluded))) }
        members.append(.init("quasiIdentifiers", .strings(subject.quasiIdentifiers)))
        members += subject.members + figures.members
        members += .init(
            "sizeHistogram", histogram.map(Self.json) ?? .null,
            or: "with missing values as wildcards a record matches several classes")
        members += .init("attackers", attackers?.json ?? .null, or: Subject.noRecords)
        members += .init("riskDistribution", distributionJSON, or: Subject.noRecords)
        if !sensitive.isEmpty { members.append(.init("sensitive", json(sensitive))) }
        if !sensitiveGivenOthers.isEmpty {
            members.append(.init("sensitiveGivenOthers", json(sensitiveGivenOthers)))
        }
        if let individual { members.append(.init("individual", json(individual))) }
        if let households { members.append(.init("households", json(households))) }
        if let groups { members.append(.init("groups", groups.json)) }
        return .object(members + populationMembers)
    }

    private var populationMembers: [JSONValue.Member] {
        var members: [JSONValue.Member] = []
        if population != nil {
            let presence = deltaPresence.map { presence in
                JSONValue.object([.init("min", .real(presence.lowest)), .init("max", .real(presence.highest))])
            }
            members += .init("deltaPresence", presence ?? .null, or: Subject.noRecords)
        }
        if population != nil || populationSize != nil {
            members += .init("kMap", kMap?.json ?? .null, or: kMapReason)
        }
        if let population {
            members.append(
                .init(
                    "populationData",
                    .object(
                        [
                            .init("source", .string(population.source)),
                            .init("records", .integer(population.records)),
                        ] + .init("k", .integer(orNull: population.k), or: Subject.noRecords))))
        }
        if let populationSize {
            members.append(
                .init(
                    "population",
                    .object([
                        .init("size", .integer(populationSize)),
                        .init("samplingFraction", .real(Double(figures.records) / Double(populationSize))),
                    ])))
        }
        return members
    }

    /// Why there is no k-map.
    var kMapReason: String {
        histogram == nil ? "with missing values as wildcards a record matches several classes" : Subject.noRecords
    }

    private static func json(_ histogram: SizeHistogram) -> JSONValue {
        .object(histogram.entries.map { JSONValue.Member(String($0.size), .integer($0.classes)) })
    }

    private func json(_ sensitive: [SensitiveFigures]) -> JSONValue {
        .object(
            sensitive.map { .init($0.levels.field, $0.json(isExcluding: subject.missing == .exclude)) })
    }

    private var distributionJSON: JSONValue {
        guard let distribution else { return .null }
        return .object([
            .init("risk", .string(individual?.method ?? "inverseSize")),
            .init(
                "bands",
                .object(
                    zip(RiskDistribution.bounds, distribution.bandRecords).map { JSONValue.Member($0, .integer($1)) })),
            .init(
                "quantiles",
                .object(
                    zip(RiskDistribution.quantileShares, distribution.quantiles).map {
                        JSONValue.Member($0, .real($1))
                    })),
        ])
    }

    private func json(_ individual: IndividualFigures) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("method", .string(individual.method)),
            .init("expectedReidentifications", .real(individual.expectedReidentifications)),
        ]
        members += .init("rate", .real(orNull: individual.rate), or: Subject.noRecords)
        members += .init("highestRisk", .real(orNull: individual.highestRisk), or: Subject.noRecords)
        if let maxRate = individual.maxRate {
            members.append(.init("maxRate", .number(maxRate)))
            let threshold = individual.threshold.map { threshold in
                JSONValue.object([
                    .init("risk", .real(threshold.risk)), .init("unsafeRecords", .integer(threshold.unsafeRecords)),
                    .init("rateAfter", .real(threshold.rateAfter)),
                ])
            }
            members += .init(
                "threshold", threshold ?? .null, or: individual.rate == nil ? Subject.noRecords : Self.rateNotReached)
        }
        return .object(members)
    }

    private func json(_ households: HouseholdRisks) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("count", .integer(households.count)),
            .init("recordsWithout", .integer(households.recordsWithout)),
            .init("expectedReidentifications", .real(households.expectedReidentifications)),
        ]
        members += .init("rate", .real(orNull: households.rate), or: Subject.noRecords)
        members += .init("highestRisk", .real(orNull: households.highestRisk), or: Subject.noRecords)
        if let threshold = households.threshold, let unsafe = households.unsafe, let above = households.membersAbove {
            members += [
                .init("threshold", .number(threshold)), .init("unsafe", .integer(unsafe)),
                .init("membersAbove", .integer(above)),
            ]
        }
        let sizes = households.sizes.map { size in
            var own: [JSONValue.Member] = [.init("households", .integer(size.households))]
            if let unsafe = size.unsafe, let threshold = size.memberThreshold, let above = size.membersAbove {
                own += [
                    .init("unsafe", .integer(unsafe)), .init("memberThreshold", .real(threshold)),
                    .init("membersAbove", .integer(above)),
                ]
            }
            return JSONValue.Member(String(size.members), .object(own))
        }
        members.append(.init("sizes", .object(sizes)))
        return .object(members)
    }
}

extension KMapFigures {
    /// The figures as a JSON object.
    var json: JSONValue {
        switch self {
        case .exact(let k): .object([.init("method", .string("exact")), .init("k", .integer(k))])
        case .estimated(let rule, let poisson, let zeroTruncated):
            .object([
                .init("method", .string("estimated")), .init("significance", .real(rule.significance)),
                .init("k", .integer(poisson)), .init("kZeroTruncated", .integer(zeroTruncated)),
            ])
        }
    }
}
