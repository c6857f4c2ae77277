internal import Briefing
package import Counting
internal import Disclosure
package import Microdata

/// What was measured of a file, for rules to be held against.
package struct RuleEvidence {
    /// What is known of one sensitive field.
    struct Field {
        let figures: SensitiveFigures
        let profile: SensitiveProfile
        /// The distance of t-closeness.
        let distance: any ValueDistance
    }

    /// The figures of the combination.
    let figures: CombinationFigures
    /// The number of records whose f has a property.
    let recordsWhere: ((Double) -> Bool) -> Int
    /// A record is at risk when its risk exceeds this.
    var threshold = Default.riskThreshold
    /// The sensitive fields that rules are about, by name.
    var fields: [String: Field] = [:]
    /// How surely a person of the population data is in the file, where some rule needs it.
    var presence: DeltaPresence?
    /// k of the k-map, where some rule needs it; else why there is none.
    var kMap: (figures: KMapFigures?, reason: String) = (nil, Subject.noRecords)
    /// The risk of single records, where some rule needs it.
    var individual: IndividualFigures?
    /// The risk of households, where some rule needs it.
    var households: HouseholdRisks?
    /// How many families are alone, where some rule needs it.
    var families: FamilyUniqueness?

    /// The records whose risk 1/f exceeds the threshold.
    var recordsAtRisk: Int { recordsWhere { 1 / $0 > threshold } }

    /// The evidence of a partition.
    static func of(_ histogram: SizeHistogram) -> RuleEvidence {
        RuleEvidence(figures: CombinationFigures(histogram)) { isAffected in
            histogram.entries.reduce(0) { $0 + (isAffected(Double($1.size)) ? $1.size * $1.classes : 0) }
        }
    }

    /// The evidence of records that match with wildcards.
    static func of(_ wildcards: WildcardFrequencies) -> RuleEvidence {
        RuleEvidence(figures: CombinationFigures(wildcards)) { wildcards.frequencies.count(where: $0) }
    }

    /// The evidence of columns, without sensitive fields.
    ///
    /// - Throws: `CountingError`.
    /// - Complexity: O(records x fields) time and 8 bytes per record; with wildcards see `WildcardFrequencies`.
    init(of columns: [Column], missing: MissingSemantics, threads: Int?) throws {
        if case .wildcard(let alpha) = missing {
            self = .of(try WildcardFrequencies(of: columns, alpha: alpha, threads: threads))
        } else {
            self = .of(try SizeHistogram(counting: columns, missing: missing, threads: threads))
        }
    }

    /// The evidence of a table in memory.
    ///
    /// - Parameters:
    ///   - fields: The fields that an intruder could know.
    ///   - sensitive: The sensitive fields that figures are of; all values of one are equally far apart.
    ///   - missing: What a missing value means; with wildcards sensitive fields are not allowed.
    ///   - threads: The number of threads; all cores when `nil`.
    /// - Throws: `MicrodataError` for a field that the table lacks, or `CountingError`.
    /// - Complexity: O(records x fields) time and 24 bytes per record; 16 more for each sensitive field.
    package init(
        of table: Table, on fields: [String], sensitive: [String], missing: MissingSemantics, threads: Int? = nil
    ) throws {
        let columns = try fields.map { try table.column(named: $0) }
        if sensitive.isEmpty {
            try self.init(of: columns, missing: missing, threads: threads)
            return
        }
        if case .wildcard = missing { throw CountingError.wildcardHasNoClasses }
        let classes = try EquivalenceClasses(of: columns, missing: missing, threads: threads)
        self = .of(classes.histogram)
        for name in sensitive where self.fields[name] == nil {
            let column = try table.column(named: name).withEqualNumbers
            let profile = SensitiveProfile(of: column, in: classes, missing: missing, threads: threads)
            self.fields[name] = Field(
                figures: SensitiveFigures(levels: SensitiveLevels(profile)), profile: profile,
                distance: EqualDistance())
        }
    }

    private init(figures: CombinationFigures, recordsWhere: @escaping ((Double) -> Bool) -> Int) {
        (self.figures, self.recordsWhere) = (figures, recordsWhere)
    }

    /// The same where a record is at risk above another threshold.
    func above(_ threshold: Double) -> RuleEvidence {
        var evidence = self
        evidence.threshold = threshold
        return evidence
    }

    /// The records that were counted for a rule: those that have a value of its field, where it is about one.
    package func records(for rule: Rule) -> Int {
        rule.fields.compactMap { fields[$0]?.profile.records }.min() ?? figures.records
    }

    /// A figure without a rule; `nil` without an answer.
    package func value(of ruled: RuledFigure, field: String?, l: Int?) -> Double? {
        ruled.found(self, Rule(ruled.name, of: field, l: l, .atLeast, 0)).value
    }

    /// What becomes of rules, in order.
    package func judge(_ rules: [Rule]) -> [RuleFinding] { rules.map(judge) }

    private func judge(_ rule: Rule) -> RuleFinding {
        let ruled = rule.ruled
        let found = ruled.found(self, rule)
        let isMet = found.value.map { rule.relation.holds($0, rule.limit) } ?? false
        let affected = isMet ? 0 : ruled.affected(self, rule)
        return RuleFinding(
            rule: rule, found: found.value, reason: found.reason, isMet: isMet, recordsAffected: affected)
    }
}
