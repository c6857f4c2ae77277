import Briefing
public import Disclosure

/// What `explain` finds: why one record is singled out, with the arithmetic of its figures. Disclosive.
public struct ExplainFindings: ShapedFindings {
    /// The name and version of the JSON output.
    public static let schema = "singleout.explain/1"
    static let lacksValue = "the record lacks a value of the combination, and such records are left out"
    static let noSet = "no set of these fields singles the record out"

    /// The class of the record in population data.
    public struct PopulationClass: Sendable, Hashable {
        /// The file.
        public let source: String
        /// F: the records of the population that agree on all fields, at least 1.
        public let size: Int
    }

    /// The individual risk of the record from the weights of its class.
    public struct Individual: Sendable, Hashable {
        /// F: the weights of the class added up.
        public let weight: Double
        /// f: the records of the class.
        public let size: Int
        /// How the risk follows from them.
        public let method: BenedettiFranconi

        /// The risk.
        public var risk: Double { method.risk(size: Double(size), weight: weight) }
    }

    /// The household of the record.
    public struct Household: Sendable, Hashable {
        /// The risk of each member who is not left out, in the order of the records.
        public let risks: [Double]

        /// The risk that at least one member is found, members being found independently.
        public var risk: Double { 1 - risks.reduce(1) { $0 * (1 - $1) } }
    }

    /// What the class of the record gives away of a sensitive field.
    public struct Sensitive: Sendable, Hashable {
        /// The field.
        public let field: String
        /// The different values of the class.
        public let distinct: Int
        /// The records of the class with the record's value, itself among them.
        public let sharing: Int
    }

    let subject: Subject
    /// The sets of fields.
    public let explanation: RecordExplanation
    /// The risk above which a record is at risk.
    public let threshold: Double
    /// The records of the file that are alone in their class.
    public let uniques: Int
    /// The class of the record in the population; `nil` without population data.
    public internal(set) var population: PopulationClass?
    /// The individual risk; `nil` without weights.
    public internal(set) var individual: Individual?
    /// The household; `nil` without one.
    public internal(set) var household: Household?
    /// The sensitive fields.
    public internal(set) var sensitive: [Sensitive] = []

    init(subject: Subject, explanation: RecordExplanation, threshold: Double, uniques: Int) {
        self.subject = subject
        self.explanation = explanation
        self.threshold = threshold
        self.uniques = uniques
    }

    /// f: the records that agree on all fields; `nil` for a record that is left out.
    public var size: Int? { explanation.classSize(Array(explanation.fields.indices)) }

    /// The number of the record, from 1.
    var number: Int { explanation.record + 1 }

    func names(_ set: [Int]) -> [String] { set.map { explanation.fields[$0] } }

    /// What one set scores.
    func score(_ set: [Int], _ score: SpecialUniqueScore) -> Double {
        let fields = explanation.fields.count
        return score.ofSet(size: set.count, fields: fields, maximumSize: fields)
    }

}
