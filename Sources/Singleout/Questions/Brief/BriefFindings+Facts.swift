import Briefing
import PupilRegister

extension BriefFindings {
    /// How the briefing was made, for a reader.
    var facts: [Report.Fact] {
        func fact(_ figure: Figure, _ text: String) -> Report.Fact { .init(figure.label, text) }
        return [
            fact(.briefDate, terms.date.text),
            fact(.tool, "Singleout \(Version.current)"),
            fact(.briefData, source),
            fact(.dataDigest, publishedDigest ?? noDigest),
            fact(.fields, lattice.fields.joined(separator: ", ")),
            fact(.missing, String(subject.missingNote.dropFirst("Missing values: ".count))),
            fact(.disclosureControl, controlText),
            fact(.synthetic, syntheticText),
            fact(.chance, chanceText),
        ]
    }

    /// How the briefing was made, for a program.
    static let factShape = Shape<BriefFindings>(
        .value(.briefDate) { $0.terms.date.iso },
        .object(.tool, toolShape) { $0 },
        .value(.briefData) { $0.source },
        .value(.dataDigest, because: { $0.noDigest }) { $0.publishedDigest },
        .value(.fields) { $0.lattice.fields },
        .value(.missing) { $0.subject.missing.name },
        .value(.disclosureControl) { PublishedControl(rule: $0.terms.rule) },
        .object(.synthetic, SyntheticMark.parts, because: { _ in unmarked }) { $0.subject.synthetic },
        .value(.chance, because: { _ in noChance }) {
            $0.requests.map { SeedNumber($0.simulation.settings.seed) }
        })

    private static let toolShape = Shape<BriefFindings>(
        .value(.toolName) { _ in "singleout" }, .value(.version) { _ in Version.current })

    private static let unmarked = "not marked as synthetic"
    private static let noChance = "none: every figure is an exact count or follows from exact counts"

    // Someone with a guess of the whole file could test it by its digest.
    private var publishedDigest: String? { terms.rule == nil ? digest : nil }

    /// Why no digest is published.
    private var noDigest: String {
        terms.rule != nil
            ? "not published, as the data are protected" : "not known, as the data came from standard input"
    }

    private var syntheticText: String {
        subject.synthetic.map {
            "yes: made by 'singleout generate', version \($0.version), seed \($0.seed)"
        } ?? Self.unmarked
    }

    private var chanceText: String {
        guard let settings = requests?.simulation.settings else { return Self.noChance }
        return
            "in the requests only: \(Wording.count(settings.runs, "run")) with seed \(settings.seed); all else is counted exactly"
    }

    private var controlText: String {
        guard let rule = terms.rule else {
            return terms.isSynthetic ? "off, as the data are synthetic" : "off, as was asked"
        }
        return "counts below \(rule.threshold) withheld, others rounded to \(rule.base)"
    }
}

/// How counts are withheld and rounded, or that they are not.
private struct PublishedControl: FigureValue {
    let rule: PublicationRule?

    private static let off = "off"

    private static let shape = Shape<PublicationRule>(
        .value(.minimumCount) { $0.threshold }, .value(.roundingBase) { $0.base })

    static var schema: Schema { .either([shape.schema, .constant(off)]) }

    var json: JSONValue { rule.map(Self.shape.json) ?? .string(Self.off) }
}
