public import Briefing
public import Disclosure

/// What `suda` finds: the smallest sets of fields that single each record out, and how special that makes it.
public struct SpecialUniqueFindings: ShapedFindings, RecordListing {
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

    /// Why the answer has no DIS.
    var intrusionReason: String { samplingFraction == nil ? Self.noFraction : Self.noPairs }

    /// Why a record has no DIS-SUDA.
    var sharesReason: String { intrusion == nil ? intrusionReason : Self.tooManyFields }

    /// What the JSON output holds.
    package static let shape = Shape<SpecialUniqueFindings>(
        .constant(.schema, schema),
        .value(.recordsOfFile) { $0.uniques.records },
        .value(.quasiIdentifiers) { $0.uniques.fields },
        .members(Subject.shape) { $0.subject },
        .value(.maximumSize) { $0.uniques.maximumSize },
        .value(.specialRecords) { $0.uniques.specialRecords },
        .numbers(.setsBySize, by: .setSize, of: .setCount) { findings in
            (1...findings.uniques.maximumSize).map { (String($0), findings.uniques.counts[$0]) }
        },
        .members(scoreShape) { ($0, .original) },
        .object(.ihsn, scoreShape) { ($0, .ihsn) },
        .object(.dis, intrusionShape, because: { $0.intrusionReason }) { findings in
            findings.intrusion.map { (findings, $0) }
        })

    private static let scoreShape = Shape<(findings: SpecialUniqueFindings, score: SpecialUniqueScore)>(
        .value(.scoreTotal) { PlainNumber($0.findings.uniques.total($0.score)) },
        .value(.scoreHighest) { PlainNumber($0.findings.scores[$0.score]?.max() ?? 0) },
        .value(
            .scoreContributions,
            because: { $0.score == .original || $0.findings.uniques.count == 0 ? noUniques : onlyWhole }
        ) { part in
            part.findings.uniques.contributions(part.score).map {
                NamedValues(Array(zip(part.findings.uniques.fields, $0)))
            }
        })

    private static let intrusionShape = Shape<(findings: SpecialUniqueFindings, intrusion: DataIntrusion)>(
        .value(.samplingFraction) { PlainNumber($0.intrusion.samplingFraction) },
        .value(.theta) { $0.intrusion.theta },
        .value(.highestDisSuda, or: tooManyFields) { $0.findings.highestShare(.original) },
        .value(.highestDisSudaIhsn, or: tooManyFields) { $0.findings.highestShare(.ihsn) })

    private func highestShare(_ score: SpecialUniqueScore) -> Double? { shares[score].map { $0.max() ?? 0 } }

    /// The scores of every record, in their order: disclosive, as it says which fields single out whom.
    public var recordTabulation: Tabulation {
        @Sendable func cell(_ values: [Double]?, _ record: Int) -> Cell {
            values.map { .real($0[record], decimals: 6) } ?? .missing(reason: sharesReason)
        }
        return Tabulation(
            columns: [
                Figure.record.column(), Figure.setCount.column(), Figure.score.column(), Figure.scoreIhsn.column(),
                Figure.disSuda.column(), Figure.disSudaIhsn.column(), Figure.minimalSets.words("Fields"),
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
