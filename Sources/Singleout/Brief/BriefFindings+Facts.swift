import Briefing

extension BriefFindings {
    /// How the briefing was made, so that it can be made again.
    var facts: [Publication.Fact] {
        var facts: [Publication.Fact] = [
            .init("Date", key: "date", plan.date.text, .string(plan.date.iso)),
            .init(
                "Tool", key: "tool", "Singleout \(Version.current)",
                .object([.init("name", .string("singleout")), .init("version", .string(Version.current))])),
            .init("Data", key: "data", source, .string(source)),
        ]
        if plan.rule != nil {
            // Whoever has a guess of the whole file could test it by its digest.
            facts.append(
                .init("SHA-256 of the data", key: "sha256", "not published, as the data are protected", .null))
        } else if let digest {
            facts.append(.init("SHA-256 of the data", key: "sha256", digest, .string(digest)))
        } else {
            facts.append(
                .init(
                    "SHA-256 of the data", key: "sha256", "not known, as the data came from standard input", .null))
        }
        facts += [
            .init(
                "Fields", key: "fields", lattice.fields.joined(separator: ", "), .strings(lattice.fields)),
            .init(
                "Missing values", key: "missing", String(subject.missingNote.dropFirst("Missing values: ".count)),
                .string(subject.missing.name)),
            .init(
                "Disclosure control", key: "disclosureControl", controlText,
                plan.rule.map {
                    .object([.init("threshold", .integer($0.threshold)), .init("base", .integer($0.base))])
                } ?? .string("off")),
        ]
        if let mark = subject.synthetic {
            facts.append(
                .init(
                    "Synthetic", key: "synthetic",
                    "yes: made by 'singleout generate', version \(mark.version), seed \(mark.seed)",
                    .object([
                        .init("seed", Int(exactly: mark.seed).map(JSONValue.integer) ?? .string("\(mark.seed)")),
                        .init("version", .string(mark.version)),
                    ])))
        } else {
            facts.append(.init("Synthetic", key: "synthetic", "not marked as synthetic", .null))
        }
        guard let requests else {
            facts.append(
                .init(
                    "Chance", key: "seed", "none: every figure is an exact count or follows from exact counts", .null))
            return facts
        }
        let seed = requests.simulation.settings.seed
        let runs = Wording.count(requests.simulation.settings.runs, "run")
        facts.append(
            .init(
                "Chance", key: "seed", "in the requests only: \(runs) with seed \(seed); all else is counted exactly",
                Int(exactly: seed).map(JSONValue.integer) ?? .string("\(seed)")))
        return facts
    }

    private var controlText: String {
        guard let rule = plan.rule else {
            return plan.isSynthetic ? "off, as the data are synthetic" : "off, as was asked"
        }
        return "counts below \(rule.threshold) withheld, others rounded to \(rule.base)"
    }
}
