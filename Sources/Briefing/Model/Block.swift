/// One piece of a section.
public enum Block: Sendable {
    /// Running text.
    case paragraph(String)
    /// Figures.
    case table(Tabulation)
    /// A remark on how the figures were made or are to be read.
    case note(String)
}
