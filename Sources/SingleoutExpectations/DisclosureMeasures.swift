import Disclosure
import Microdata

/// The classes that a table's records make on some fields, ready to be compared with rules.
struct DisclosureMeasures {
    let table: Table
    let fields: [String]
    let missing: MissingSemantics

    /// What becomes of each rule.
    func outcomes(_ rules: [DisclosureRule]) throws -> [DisclosureOutcome] {
        let columns = try fields.map { try table.column(named: $0) }
        if case .wildcard(let alpha) = missing {
            let frequencies = try WildcardFrequencies(of: columns, alpha: alpha).frequencies
            return try rules.map { rule in
                if rule.sensitiveField != nil { throw CountingError.wildcardHasNoClasses }
                return outcome(rule, records: frequencies.count, k: frequencies.min()) { isAffected in
                    frequencies.count(where: isAffected)
                }
            }
        }
        let classes = try EquivalenceClasses(of: columns, missing: missing)
        let histogram = classes.histogram
        return try rules.map { rule in
            if let field = rule.sensitiveField {
                let column = try table.column(named: field).withEqualNumbers
                return outcome(rule, SensitiveProfile(of: column, in: classes, missing: missing), field)
            }
            return outcome(rule, records: histogram.records, k: histogram.k.map(Double.init)) { isAffected in
                histogram.entries.reduce(0) { $0 + (isAffected(Double($1.size)) ? $1.size * $1.classes : 0) }
            }
        }
    }

    /// What becomes of a rule about f, the size of the classes.
    private func outcome(
        _ rule: DisclosureRule, records: Int, k: Double?, recordsWhere: ((Double) -> Bool) -> Int
    ) -> DisclosureOutcome {
        guard let k else { return withoutRecords(rule) }
        let found: Double
        let affected: Int
        let text: String
        switch rule {
        case .kAnonymity(let limit):
            found = k
            affected = recordsWhere { $0 < Double(limit) }
            text =
                "the smallest class has \(Figures.count(k)) where at least \(Figures.integer(limit)) "
                + "\(limit == 1 ? "was" : "were") expected; \(Figures.share(affected, of: records)) are in classes that "
                + "are too small"
        case .uniqueness(let limit):
            let uniques = recordsWhere { $0 == 1 }
            found = Double(uniques) / Double(records)
            affected = found <= limit ? 0 : uniques
            text =
                "\(Figures.share(uniques, of: records)) are alone in their class where at most a share of \(limit) was "
                + "expected, which is \(Figures.integer(Int(limit * Double(records))))"
        case .risk(let limit):
            found = 1 / k
            affected = recordsWhere { 1 / $0 > limit }
            text =
                "the highest risk is \(found) where at most \(limit) was expected; "
                + "\(Figures.share(affected, of: records)) have a higher one"
        case .distinctDiversity, .entropyDiversity, .closeness:
            preconditionFailure("a rule about a sensitive field needs its profile")
        }
        let isMet =
            switch rule {
            case .kAnonymity(let limit): found >= Double(limit)
            case .uniqueness(let limit), .risk(let limit): found <= limit
            case .distinctDiversity, .entropyDiversity, .closeness: false
            }
        return DisclosureOutcome(
            rule: rule, found: found, isMet: isMet, recordsAffected: isMet ? 0 : affected, records: records,
            message: place + text + ".")
    }

    /// What becomes of a rule about the values of a sensitive field in the classes.
    private func outcome(_ rule: DisclosureRule, _ profile: SensitiveProfile, _ field: String) -> DisclosureOutcome {
        let model: any PrivacyModel
        let limit: Double
        let what: String
        switch rule {
        case .distinctDiversity(let least, _):
            (model, limit) = (DistinctDiversity(), Double(least))
            what = "the number of different values of \(field) in the worst class"
        case .entropyDiversity(let least, _):
            (model, limit) = (EntropyDiversity(), least)
            what = "l of the entropy of \(field) in the worst class"
        case .closeness(let most, _):
            (model, limit) = (TCloseness(EqualDistance()), most)
            what = "the distance t of \(field) in the worst class"
        case .kAnonymity, .uniqueness, .risk: preconditionFailure("a rule about class sizes needs no profile")
        }
        guard let found = model.level(of: profile) else { return withoutRecords(rule) }
        func isMet(_ level: Double) -> Bool { model.isWorstHighest ? level <= limit : level >= limit }
        let affected = (0..<profile.classes).reduce(0) { sum, number in
            let group = profile.group(number)
            return sum + (isMet(model.level(of: group, in: profile)) ? 0 : group.size)
        }
        return DisclosureOutcome(
            rule: rule, found: found, isMet: isMet(found), recordsAffected: affected, records: profile.records,
            message: place + what + " is \(Figures.plain(found)) where at \(model.isWorstHighest ? "most" : "least") "
                + "\(Figures.plain(limit)) was expected; \(Figures.share(affected, of: profile.records)) are in classes "
                + "that miss it.")
    }

    private func withoutRecords(_ rule: DisclosureRule) -> DisclosureOutcome {
        DisclosureOutcome(
            rule: rule, found: nil, isMet: false, recordsAffected: 0, records: 0,
            message: place + "no record was counted, so nothing shows that the \(rule.name) is as expected.")
    }

    private var place: String { "\(table.source), on \(fields.joined(separator: ", ")): " }
}
