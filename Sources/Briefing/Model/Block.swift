/// One piece of a section.
package enum Block: Sendable {
    /// A heading within the section.
    case heading(String)
    /// A sentence or a few.
    case statement(Statement)
    /// A remark on how the figures were made or are to be read.
    case note(String)
    /// Sentences of equal rank.
    case list([Statement])
    /// Terms and what they mean.
    case definitions([Definition])
    /// Figures.
    case table(Tabulation)
    /// Figures that sentences and charts refer to, in a table that can be read alone.
    case published(PublishedTable)
    /// A chart.
    case chart(Illustration)
    /// The page's way to try combinations; other formats leave the section out, and have the table that it draws from.
    case explorer(Explorer)

    /// A term and what it means.
    package struct Definition: Sendable, Hashable {
        /// The term.
        package let term: String
        /// What it means.
        package let meaning: Statement

        /// A term and what it means.
        package init(_ term: String, _ meaning: Statement) {
            self.term = term
            self.meaning = meaning
        }
    }

    /// Running text.
    package static func paragraph(_ words: String) -> Block { .statement(Statement(words)) }
}
