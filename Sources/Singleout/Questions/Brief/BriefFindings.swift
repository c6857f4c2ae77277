import Briefing
import Counting
import Disclosure

/// What a briefing says, and everything that its sections draw from.
public struct BriefFindings: Sendable {
    /// The name and version of findings.json.
    public static let schema = "singleout.briefing/1"

    let terms: BriefTerms
    let combinations: CombinationFindings
    /// The SHA-256 of the data; `nil` where they cannot be read again.
    let digest: String?
    let publisher: CountPublisher
    /// The published figures of each combination, in the order of the lattice.
    let figures: [CountPublisher.Figures]
    /// By what each combination is ranked.
    let ranks: [Double]
    /// The position of the combination of all fields; where it was not counted, of the one with the highest uniqueness.
    let whole: Int
    /// What coarser fields do.
    private(set) var changes: [BriefChange] = []
    /// What changes of a field do; the explorer shows those to coarser values.
    private(set) var changeRows: [ChangeRow] = []
    private(set) var changeTable: PublishedTable?
    /// Who carries the risk; `nil` where no groups were named.
    var groups: GroupFindings?
    /// What is learned of the sensitive fields.
    var learned: [LearnedField] = []
    /// The data's classes in the population; `nil` without a file of it.
    var population: PopulationMatch?
    /// The data compared with other files that share fields; `nil` where none were named.
    var across: AcrossFindings?
    /// Whole families; `nil` where nothing says who is one.
    var families: FamilyFindings?
    /// Requests against a register; `nil` where none was named.
    var requests: SimulationFindings?

    /// What becomes of the rules of release.
    var rules: [RuleFinding] = []

    /// What was read; `nil` until everything is.
    public internal(set) var provenance: Provenance?

    init(terms: BriefTerms, combinations: CombinationFindings, digest: String?) {
        self.terms = terms
        self.combinations = combinations
        self.digest = digest
        let publisher = CountPublisher(rule: terms.rule)
        self.publisher = publisher
        let lattice = combinations.lattice
        let drafts = lattice.entries.map { publisher.figures($0.histogram, publishesBands: false) }
        let ranks = drafts.map {
            Self.rank(publisher.share($0.below[0], of: $0.records), records: lattice.records, rule: terms.rule)
        }
        let strongest = ranks.indices.max { (ranks[$0], $1) < (ranks[$1], $0) } ?? 0
        let whole = lattice.maximumSize == lattice.fields.count ? lattice.entries.count - 1 : strongest
        // The bands of one combination are published too, which may need more to be withheld of its sums.
        var figures = drafts
        figures[whole] = publisher.figures(lattice.entries[whole].histogram, publishesBands: true)
        self.whole = whole
        self.ranks = ranks
        self.figures = figures
    }

    /// Adds what coarser fields do.
    mutating func add(_ changes: [BriefChange]) {
        self.changes = changes
        changeRows = ChangeRow.all(self)
        changeTable = ChangesSection().table(self)
    }

    var subject: Subject { combinations.subject }
    var lattice: CombinationLattice { combinations.lattice }
    var unit: String { terms.unit }
    /// Whether the combination of all fields was counted.
    var hasWhole: Bool { lattice.maximumSize == lattice.fields.count }
    /// Where every table's numbers are from.
    var source: String { BriefTerms.fileName(subject) }
    /// What tables of several combinations are about.
    var base: String {
        if subject.missing != .exclude { return wholeBase }
        let records = terms.rule.map { rule in
            rule.isSmall(lattice.records)
                ? Symbol.confidential.shorthand : NumberText.integer(rule.rounded(lattice.records))
        }
        return
            "\(records ?? NumberText.integer(lattice.records)) \(unit) in \(source), from which each combination leaves out those that lack a value of it"
    }
    /// What tables of the combination of all fields are about.
    var wholeBase: String { "\(figures[whole].records.text) \(unit) in \(source)" }

    /// The names of a combination's fields with signs between them.
    func name(_ entry: CombinationLattice.Entry) -> String {
        combinations.names(entry).joined(separator: " + ")
    }

    /// The published uniqueness of a combination.
    func uniqueness(_ combination: Int) -> Cell {
        publisher.share(figures[combination].below[0], of: figures[combination].records)
    }

    /// A note that every table with controlled counts carries.
    var controlNotes: [String] {
        guard let rule = terms.rule else { return [] }
        return [
            """
            Counts from 1 to \(rule.threshold - 1) are withheld, and others from which one could be worked out. The rest is \
            rounded to the nearest \(rule.base), and shares are those of rounded counts.
            """
        ]
    }

    /// The briefing.
    ///
    /// - Complexity: O(combinations) time and memory.
    public func report() -> Report {
        Report(
            title: terms.title, banner: banner, headlines: BriefSections.all.flatMap { $0.headlines(self) },
            facts: facts, sections: BriefSections.all.compactMap { $0.section(self) })
    }

    /// findings.json: every number once, and what it was made from as far as that may be published.
    func json(_ report: Report) -> JSONValue { Self.shape.json((self, report)) }

    /// What findings.json holds.
    static let shape = Shape<(findings: BriefFindings, report: Report)>(
        .constant(.schema, schema),
        .members(Provenance.publishedShape) { ($0.findings.provenance ?? .empty, $0.findings.terms.rule != nil) },
        .members(Report.opening) { $0.report },
        .object(.facts, factShape) { $0.findings },
        .members(Report.findings) { $0.report })

    private var banner: String {
        if terms.isSynthetic, let note = subject.syntheticNotes.first { return note }
        let opening =
            subject.synthetic == nil
            ? "These data are not marked as synthetic, so they may be about real people. "
            : "Files that these data are compared with are not marked as synthetic, so they may be about real people. "
        if let rule = terms.rule {
            return opening + "Counts below \(rule.threshold) are withheld and the others rounded to \(rule.base)."
        }
        return opening + "Small counts are not withheld: this briefing must not be passed on."
    }
}

extension Cell {
    /// The cell in a sentence.
    var text: String {
        switch self {
        case .integer(let value): NumberText.integer(value)
        case .symbol(let symbol): symbol.shorthand
        case .text(let text): text
        case .share(let share): NumberText.share(share)
        case .real(let value, let decimals): NumberText.real(value, decimals: decimals)
        case .missing: "n/a"
        }
    }

    /// A share as a number; nothing for `[low]`, `nil` for a number that is not shown.
    var shareValue: Double? {
        switch self {
        case .share(let share): share
        case .symbol(.low): 0
        default: nil
        }
    }
}
