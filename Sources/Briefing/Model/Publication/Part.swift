/// One piece of a section of a publication.
public enum Part: Sendable {
    /// A heading within the section.
    case heading(String)
    /// A sentence or a few.
    case statement(Statement)
    /// Sentences that stand side by side.
    case list([Statement])
    /// Terms and what they mean.
    case definitions([Definition])
    /// A table.
    case table(PublishedTable)
    /// A chart.
    case figure(Illustration)
    /// The page's way to try combinations; other formats leave the section out, and have the table that it draws from.
    case explorer(Explorer)

    /// A term and what it means.
    public struct Definition: Sendable, Hashable {
        /// The term.
        public let term: String
        /// What it means.
        public let meaning: Statement

        /// A term and what it means.
        public init(_ term: String, _ meaning: Statement) {
            self.term = term
            self.meaning = meaning
        }
    }
}
