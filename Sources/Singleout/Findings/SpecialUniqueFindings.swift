public import Briefing
public import Disclosure

/// What `suda` finds: the smallest sets of fields that single each record out, and how special that makes it.
public struct SpecialUniqueFindings: Findings, RecordListing {
    /// The name and version of the JSON output.
    public static let schema = "singleout.suda/1"
    static let noUniques = "no record is singled out by any set of the fields looked at"
    static let onlyWhole =
        "the records that are singled out need all fields for it, and a set of all fields has the IHSN score 0"
    static let noFraction = "it needs the sampling fraction (--sampling-fraction, or population.size of a release)"
    static let noPairs = "no record is unique on all fields and none shares them with one other"
    static let tooManyFields = "DIS-SUDA is defined for fewer than 28 fields"

    let subject: Subject
    /// The sets of every record.
    public let uniques: SpecialUniques
    /// The share of the population that is in the file, where it is known.
    public let samplingFraction: Double?
    /// DIS; `nil` without a sampling fraction, and without uniques and pairs.
    public let intrusion: DataIntrusion?
    /// The scores of every record.
    let scores: [SpecialUniqueScore: [Double]]
    /// DIS-SUDA of every record by each score; empty without DIS.
    let shares: [SpecialUniqueScore: [Double]]

    init(subject: Subject, uniques: SpecialUniques, samplingFraction: Double?) {
        self.subject = subject
        self.uniques = uniques
        self.samplingFraction = samplingFraction
        intrusion = samplingFraction.flatMap {
            DataIntrusion(uniques.wholeCombination, samplingFraction: $0)
        }
        var scores: [SpecialUniqueScore: [Double]] = [:]
        var shares: [SpecialUniqueScore: [Double]] = [:]
        for score in SpecialUniqueScore.allCases {
            let own = uniques.scores(score)
            scores[score] = own
            if let intrusion, uniques.fieldCount < 28 {
                shares[score] = intrusion.shares(own, fields: uniques.fieldCount)
            }
        }
        self.scores = scores
        self.shares = shares
    }

    /// Why there is no DIS.
    var intrusionReason: String { samplingFraction == nil ? Self.noFraction : Self.noPairs }

    /// Why a record has no DIS-SUDA.
    var sharesReason: String { intrusion == nil ? intrusionReason : Self.tooManyFields }

    /// The JSON output, a contract with a versioned schema name.
    public var json: JSONValue {
        let contributions = uniques.contributions(.original)
        var members: [JSONValue.Member] = [
            .init("schema", .string(Self.schema)), .init("records", .integer(uniques.records)),
            .init("quasiIdentifiers", .strings(uniques.fields)),
        ]
        members += subject.members
        members += [
            .init("maximumSize", .integer(uniques.maximumSize)),
            .init("specialRecords", .integer(uniques.specialRecords)),
            .init(
                "minimalSampleUniques",
                .object((1...uniques.maximumSize).map { .init(String($0), .integer(uniques.counts[$0])) })),
            .init("scoreTotal", .number(uniques.total(.original))),
            .init("scoreHighest", .number(scores[.original]?.max() ?? 0)),
        ]
        members += .init("contributions", json(contributions), or: Self.noUniques)
        members.append(
            .init(
                "ihsn",
                .object(
                    [
                        .init("scoreTotal", .number(uniques.total(.ihsn))),
                        .init("scoreHighest", .number(scores[.ihsn]?.max() ?? 0)),
                    ]
                        + .init(
                            "contributions", json(uniques.contributions(.ihsn)),
                            or: uniques.count == 0 ? Self.noUniques : Self.onlyWhole))))
        members += .init("dis", intrusion.map(json) ?? .null, or: intrusionReason)
        return .object(members)
    }

    private func json(_ contributions: [Double]?) -> JSONValue {
        guard let contributions else { return .null }
        return .object(zip(uniques.fields, contributions).map { .init($0, .real($1)) })
    }

    private func json(_ intrusion: DataIntrusion) -> JSONValue {
        func highest(_ score: SpecialUniqueScore) -> JSONValue { .real(orNull: shares[score].map { $0.max() ?? 0 }) }
        return .object(
            [
                .init("samplingFraction", .number(intrusion.samplingFraction)),
                .init("theta", .real(intrusion.theta)),
            ] + .init("highest", highest(.original), or: Self.tooManyFields)
                + .init("highestIhsn", highest(.ihsn), or: Self.tooManyFields))
    }

    /// The CSV output: the JSON output in rows of a dotted name, a value, and the reason where there is no value.
    public var tabulation: Tabulation { Tabulation(flattening: json) }

    /// The scores of every record, in their order: disclosive, as it says which fields single out whom.
    public var recordTabulation: Tabulation {
        @Sendable func cell(_ values: [Double]?, _ record: Int) -> Cell {
            values.map { .real($0[record], decimals: 6) } ?? .missing(reason: sharesReason)
        }
        return Tabulation(
            columns: [
                .number("Record", key: "record"), .number("Minimal sample uniques", key: "count"),
                .number("Score", key: "score"), .number("IHSN score", key: "scoreIhsn"),
                .number("DIS-SUDA", key: "disSuda"), .number("DIS-SUDA from IHSN scores", key: "disSudaIhsn"),
                .text("Fields", key: "minimalSampleUniques"),
            ], count: uniques.records
        ) { record in
            let sets = uniques.minimalSets(of: record)
            let names = sets.map { $0.map { uniques.fields[$0] }.joined(separator: "+") }.joined(separator: "; ")
            return [
                .integer(record + 1), .integer(sets.count), cell(scores[.original], record),
                cell(scores[.ihsn], record), cell(shares[.original], record), cell(shares[.ihsn], record), .text(names),
            ]
        }
    }
}
