import Disclosure

/// How a briefing is published, now that it is known which of its files are synthetic.
public struct BriefTerms: Hashable, Sendable {
    /// The title.
    public let title: String
    /// What the records are, in the plural.
    public let unit: String
    /// How counts are published; `nil` where they are published unprotected.
    package let rule: PublicationRule?
    /// Whether every file with records that the briefing is about is marked as synthetic.
    let isSynthetic: Bool
    /// The date on the briefing.
    let date: BriefDate
    /// The year that the data are of, where it was stated.
    let period: Int?
    /// What was selected of the data.
    let asked: Selection
    /// The data, with their mark where they are made up.
    let subject: Subject

    /// Whether counts of what may be real people are published unprotected.
    public var isDisclosive: Bool { rule == nil && !isSynthetic }

    /// The name of the data's file without its folders, which are nobody's business, and whether it is synthetic.
    static func fileName(_ subject: Subject) -> String {
        if subject.source == "-" { return subject.name }
        let name = subject.source.split(separator: "/").last.map(String.init) ?? subject.source
        return subject.synthetic == nil ? name : name + " (synthetic)"
    }
}
