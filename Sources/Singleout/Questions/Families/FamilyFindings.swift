public import Briefing
package import Disclosure
import Microdata

/// What `families` finds: which families are like no other, what gives them away, and how many others one pupil reveals.
public struct FamilyFindings: ShapedFindings, RecordListing {
    /// What was asked, as far as the answer repeats it.
    struct Asked: Sendable {
        /// The field with the family.
        let family: String?
        /// The path of a file with the true families.
        let truth: String?
        /// The path of a later file.
        let later: String?
        /// The field with the area.
        let area: String?
        /// How much of dates is known.
        let precision: DatePrecision
    }

    /// The name and version of the JSON output.
    public static let schema = "singleout.families/1"
    /// The combinations in a table that is made for people.
    static let rowsShown = 20
    /// Families from a number of members on share a row of a table that is made for people.
    static let pooledSize = 8

    static let noArea = "no field with an area was named (--area)"
    static let oneFamily = "an interval takes two families or more"
    static let tooManyPairs = "the families have too many pairs of members to count"
    static let noTruth = "the true families were not given (--family or --truth-file with --infer)"
    static let nothingInferred = "the families are given, not inferred"
    static let noPairs = "such pairs do not exist"
    static let noLater = "no later file was given (--later)"
    static let noneMoved = "no family has moved"
    static let noneUnchanged = "no family has moved with all its pupils and no others"

    let asked: Asked
    let subject: Subject
    let sources: FamilySources?
    /// The member fields that are dates.
    let dates: [String]
    /// The families.
    package let groups: FamilyGroups
    /// The families that are alike, by all member fields and the area where one was named.
    package let fingerprints: FamilyFingerprints
    /// How many families are like no other.
    package let uniqueness: FamilyUniqueness
    /// The same by every combination of member fields.
    package let combinations: MemberCombinations
    /// How few members give families away.
    package let known: KnownMembers
    /// The risk from an intruder with a register of households, and with one of persons.
    package let risk: HouseholdRegisterRisk
    /// How far inferred families differ from the true ones; `nil` where these are not known or nothing was inferred.
    package let inference: InferenceError?
    /// What becomes of families that have moved; `nil` without a later file.
    package let refinding: Refinding?
    /// How many others one pupil reveals.
    package let reach: Reach
    /// The risk of families over the pupils of each group; `nil` when it was not asked for.
    var byGroup: GroupedFigures?

    init(
        asked: Asked, subject: Subject, sources: FamilySources?, dates: [String], groups: FamilyGroups,
        fingerprints: FamilyFingerprints, uniqueness: FamilyUniqueness, combinations: MemberCombinations,
        known: KnownMembers, risk: HouseholdRegisterRisk, inference: InferenceError?, refinding: Refinding?
    ) {
        (self.asked, self.subject, self.sources, self.dates) = (asked, subject, sources, dates)
        (self.groups, self.fingerprints, self.uniqueness) = (groups, fingerprints, uniqueness)
        (self.combinations, self.known, self.risk) = (combinations, known, risk)
        (self.inference, self.refinding) = (inference, refinding)
        reach = Reach(groups.sizes)
    }

    /// The number of families like that of a record, its own included; `nil` when its family is left out.
    package func familiesAlike(_ record: Int) -> Int? { fingerprints.size(of: Int(groups.familyOf[record])) }

    /// Why the answer has no comparison with the truth.
    var inferenceReason: String { sources == nil ? Self.nothingInferred : Self.noTruth }

    /// The family of every record and how many are like it: disclosive, as it says who belongs together.
    public var recordTabulation: Tabulation {
        Tabulation(
            columns: [
                Figure.record.column(), Figure.familyNumber.column(), Figure.familyMembers.column(),
                Figure.familiesAlike.column(),
            ], count: groups.records
        ) { record in
            let family = Int(groups.familyOf[record])
            return [
                .integer(record + 1), .integer(family + 1), .integer(groups.size(of: family)),
                .integer(orMissing: familiesAlike(record), "a value is missing"),
            ]
        }
    }
}
