package import Briefing
internal import Disclosure
internal import Microdata

/// A figure that rules can be about, and how it is had from what was measured.
///
/// To make a figure one that rules can be about, add a row to `all`; `check`, release files, baselines, briefings, the Swift expectations
/// and the C interface follow.
package struct RuledFigure: Sendable {
    /// What a figure needs in addition to the combination of fields.
    enum Need: Sendable {
        /// Nothing.
        case nothing
        /// A sensitive field.
        case field
        /// A sensitive field, and an l.
        case fieldAndL
        /// Sensitive fields.
        case fields
        /// Data of the population, or its size.
        case population
        /// Data of the population.
        case populationData
        /// The risk of single records.
        case individual
        /// A field of households.
        case household
        /// Families.
        case families
    }

    /// Where an answer of `measure` has a figure.
    struct Place: Sendable {
        /// The figures whose members it is in, and its own, outermost first; within the object of the field for a figure of one.
        let path: [Figure]
        /// The flag next to it that says whether it is an answer; `nil` where it is one wherever it is.
        var flag: Figure?
        /// The choice of the analysis that it depends on, and where the answer has it.
        var choice: (choice: Choice, path: [Figure])?

        /// Where a figure is.
        static func at(_ path: Figure..., flag: Figure? = nil) -> Place { Place(path: path, flag: flag) }

        /// The place of a figure that depends on a choice.
        func by(_ choice: Choice, at path: Figure...) -> Place {
            var place = self
            place.choice = (choice, path)
            return place
        }
    }

    /// What changes a figure without changing the file.
    enum Choice: Sendable {
        case threshold
        case weights
        case entropy
        case distance
    }

    /// A value, or the reason why there is none.
    typealias Found = (value: Double?, reason: String?)

    /// What rules call it.
    package let name: String
    /// Other names that rules may call it.
    let aliases: [String]
    /// What it is.
    package let figure: Figure
    let need: Need
    /// Where `measure` says it; `nil` where another command does.
    let place: Place?
    /// The limits that make sense.
    let limits: NumberRange<Double>
    let found: @Sendable (RuleEvidence, Rule) -> Found
    private let recordsAffected: (@Sendable (RuleEvidence, Rule) -> Int?)?
    /// What holds of the records behind a rule that is not met, of one and of several.
    let behind: (one: String, many: String)
    private let model: (@Sendable (RuleEvidence.Field, Rule) -> any PrivacyModel)?

    /// Whether a table in memory says it.
    package var isOfTable: Bool { need == .nothing || isOfField }

    /// Whether it is a figure of a sensitive field.
    var isOfField: Bool { need == .field || need == .fieldAndL || need == .fields }
    var takesL: Bool { need == .fieldAndL }
    var takesFields: Bool { need == .fields }
    var lRange: ClosedRange<Int> { (SensitiveLevels.recursiveL.min() ?? 2)...(SensitiveLevels.recursiveL.max() ?? 5) }

    /// Whether it is a share, shown in per cent.
    var isShare: Bool { figure.unit == Figure.share }

    /// The records behind a rule that is not met; `nil` where the figure is of no records.
    func affected(_ evidence: RuleEvidence, _ rule: Rule) -> Int? {
        if let recordsAffected { return recordsAffected(evidence, rule) }
        guard let model, let name = rule.field, let field = evidence.fields[name] else { return nil }
        let (kind, profile) = (model(field, rule), field.profile)
        return (0..<profile.classes).reduce(0) { sum, number in
            let group = profile.group(number)
            return sum + (rule.relation.holds(kind.level(of: group, in: profile), rule.limit) ? 0 : group.size)
        }
    }

    /// The figure with a name.
    package static func named(_ name: String) -> RuledFigure? {
        all.first { $0.name == name || $0.aliases.contains(name) }
    }

    /// A figure of the combination.
    private init(
        _ figure: Figure, _ limits: NumberRange<Double>, _ place: Place,
        affected: (@Sendable (RuleEvidence, Rule) -> Int?)? = nil, behind: (one: String, many: String) = inClasses,
        _ value: @escaping @Sendable (RuleEvidence) -> Double?
    ) {
        self.behind = behind
        (name, aliases, self.figure, need, self.limits) = (figure.key, [], figure, .nothing, limits)
        self.place = place
        found = { evidence, _ in Self.found(value(evidence)) }
        (recordsAffected, model) = (affected, nil)
    }

    /// A figure of a sensitive field.
    private init(
        _ name: String, alias: [String] = [], _ figure: Figure, _ limits: NumberRange<Double>, need: Need = .field,
        _ place: Place, model: (@Sendable (RuleEvidence.Field, Rule) -> any PrivacyModel)? = nil,
        _ value: @escaping @Sendable (SensitiveFigures, Rule) -> Found
    ) {
        (self.name, aliases, self.figure, self.need, self.limits) = (name, alias, figure, need, limits)
        self.place = place
        behind = Self.inClasses
        found = { evidence, rule in
            guard let field = rule.field.flatMap({ evidence.fields[$0] }) else { return (nil, Subject.noRecords) }
            return value(field.figures, rule)
        }
        (recordsAffected, self.model) = (nil, model)
    }

    /// A figure of several sensitive fields.
    private init(
        _ name: String, ofFields figure: Figure, _ limits: NumberRange<Double>, _ place: Place,
        _ value: @escaping @Sendable ([SensitiveFigures]) -> Double?
    ) {
        (self.name, aliases, self.figure, need, self.limits) = (name, [], figure, .fields, limits)
        self.place = place
        behind = Self.inClasses
        found = { evidence, rule in
            let fields = rule.fields.compactMap { evidence.fields[$0]?.figures }
            return Self.found(fields.count == rule.fields.count ? value(fields) : nil)
        }
        (recordsAffected, model) = (nil, nil)
    }

    /// A figure that takes more than the combination.
    private init(
        _ name: String, _ figure: Figure, _ limits: NumberRange<Double>, need: Need, _ place: Place?,
        _ value: @escaping @Sendable (RuleEvidence) -> Found
    ) {
        (self.name, aliases, self.figure, self.need, self.limits) = (name, [], figure, need, limits)
        self.place = place
        behind = Self.inClasses
        found = { evidence, _ in value(evidence) }
        (recordsAffected, model) = (nil, nil)
    }

    /// The names of all figures by what they need, a sentence each, for help.
    package static var listing: String {
        func names(_ needs: Need...) -> [String] { all.filter { needs.contains($0.need) }.map(\.name) }
        let (ofField, withL) = (names(.field), names(.fieldAndL).map { "\($0)(diagnosis,3)" })
        let ofFields = names(.fields).map { "\($0)(diagnosis,religion)" }
        return [
            "The figures are \(Wording.list(names(.nothing, .individual))).",
            "Of a sensitive field: \(ofField.joined(separator: ", ")), as in l(diagnosis), and \(Wording.list(withL + ofFields)).",
            "With \(Setting.household.option): \(Wording.list(names(.household))).",
            "With a population: \(Wording.list(names(.population, .populationData))).",
            "With \(Setting.family.option) or \(Setting.infer.option): \(Wording.list(names(.families))).",
        ].joined(separator: " ")
    }

    private static func found(_ value: Double?, or reason: String = Subject.noRecords) -> Found {
        (value, value == nil ? reason : nil)
    }

    private static let inClasses = (one: "is in a class that misses it", many: "are in classes that miss it")
    private static let counts = NumberRange(0.0...10_000_000_000)
    /// Classes have one record and one value at least, so that a smaller limit would ask for nothing.
    private static let countsFromOne = NumberRange(1.0...10_000_000_000)
    private static let shares = NumberRange(0.0...1)

    /// Every figure that rules can be about.
    package static let all: [RuledFigure] = [
        RuledFigure(
            .k, countsFromOne, .at(.k),
            affected: { evidence, rule in evidence.recordsWhere { !rule.relation.holds($0, rule.limit) } }
        ) { $0.figures.k },
        RuledFigure(
            .uniqueness, shares, .at(.uniqueness),
            affected: { evidence, rule in rule.relation.isUpper ? evidence.figures.uniques : nil },
            behind: (one: "is alone in its class", many: "are alone in their class")
        ) { $0.figures.uniqueness },
        RuledFigure(
            .highestRisk, shares, .at(.attackers, .prosecutor, .highestRisk),
            affected: { evidence, rule in evidence.recordsWhere { !rule.relation.holds(1 / $0, rule.limit) } },
            behind: (one: "has a risk that misses it", many: "have a risk that misses it")
        ) { $0.figures.k.map { 1 / $0 } },
        RuledFigure(.meanRisk, shares, .at(.meanRisk)) { $0.figures.meanRisk },
        RuledFigure(
            .recordsAtRisk, shares,
            .at(.attackers, .prosecutor, .recordsAtRisk).by(.threshold, at: .attackers, .riskThreshold),
            affected: { evidence, rule in rule.relation.isUpper ? evidence.recordsAtRisk : nil },
            behind: (one: "is at risk", many: "are at risk")
        ) { $0.figures.records == 0 ? nil : Double($0.recordsAtRisk) / Double($0.figures.records) },
        RuledFigure(
            "l", alias: ["distinctL"], .distinctL, countsFromOne, .at(.distinctL),
            model: { _, _ in DistinctDiversity() }
        ) { figures, _ in found(figures.levels.distinctL.map(Double.init)) },
        RuledFigure(
            "entropyL", .entropyL, countsFromOne, .at(.entropyL).by(.entropy, at: .entropyEstimator),
            model: { field, _ in EntropyDiversity(field.figures.levels.entropy) }
        ) { figures, _ in found(figures.levels.entropyL) },
        RuledFigure(
            "recursiveC", .recursiveC, counts, need: .fieldAndL, .at(.recursiveC),
            model: { RecursiveDiversity(l: $1.l ?? 2) }
        ) { figures, rule in
            let c = figures.recursiveC.first { $0.l == rule.l }
            return found(c?.c, or: c == nil ? Subject.noRecords : SensitiveFigures.fewerValues(than: rule.l ?? 2))
        },
        RuledFigure("alpha", .alpha, shares, .at(.alpha), model: { _, _ in SensitiveShare() }) { figures, _ in
            found(figures.levels.alpha)
        },
        RuledFigure(
            "t", .t, shares, .at(.tCloseness, .t).by(.distance, at: .tCloseness, .distance),
            model: { field, _ in TCloseness(field.distance) }
        ) { figures, _ in
            found(figures.t, or: figures.lacksPlaces ? SensitiveFigures.withoutPlace : Subject.noRecords)
        },
        RuledFigure(
            "deltaDisclosure", alias: ["delta"], .deltaDisclosure, counts, .at(.deltaDisclosure),
            model: { _, _ in DeltaDisclosure() }
        ) { figures, _ in found(figures.levels.deltaDisclosure) },
        RuledFigure("beta", .beta, counts, .at(.beta), model: { _, _ in BetaLikeness() }) { figures, _ in
            found(figures.levels.beta)
        },
        RuledFigure("enhancedBeta", .enhancedBeta, counts, .at(.enhancedBeta, flag: .enhancedBetaMet)) { figures, _ in
            figures.levels.isEnhancedBetaMet ?? true
                ? found(figures.levels.enhancedBeta) : (nil, SensitiveFigures.boundsExceeded)
        },
        RuledFigure("p", ofFields: .pSensitivity, countsFromOne, .at(.pSensitivity)) { fields in
            PSensitivity.level(of: fields.map(\.levels)).map(Double.init)
        },
        RuledFigure(
            "deltaPresence", .deltaPresence, shares, need: .populationData, .at(.deltaPresence, .presenceMax)
        ) { found($0.presence?.highest) },
        RuledFigure("kMap", .kMap, counts, need: .population, .at(.kMap, .kMapK)) { evidence in
            let map: Int? =
                switch evidence.kMap.figures {
                case .exact(let k), .estimated(_, let k, _): k
                case nil: nil
                }
            return found(map.map(Double.init), or: evidence.kMap.reason)
        },
        RuledFigure(
            "rate", .rate, shares, need: .individual, .at(.individual, .rate).by(.weights, at: .individual, .method)
        ) { found($0.individual?.rate ?? $0.figures.meanRisk) },
        RuledFigure(
            "householdRate", .householdRate, shares, need: .household,
            .at(.households, .householdRate).by(.weights, at: .individual, .method)
        ) { found($0.households?.rate) },
        RuledFigure(
            "householdRisk", .highestHouseholdRisk, shares, need: .household,
            .at(.households, .highestHouseholdRisk).by(.weights, at: .individual, .method)
        ) { found($0.households?.highestRisk) },
        RuledFigure("familiesAlone", .uniqueShare, shares, need: .families, nil) {
            found($0.families?.uniqueShare, or: Subject.noFamilies)
        },
    ]
}
