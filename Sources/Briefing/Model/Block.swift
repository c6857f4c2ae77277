/// One piece of a section.
public enum Block: Sendable {
    /// Running text.
    case paragraph(String)
    /// Figures.
    case table(Tabulation)
    /// A remark on how the figures were made or are to be read.
    case note(String)
    /// Points of a list.
    case list([String])
    /// A picture in a file beside the document.
    case picture(Picture)

    /// A picture in a file.
    public struct Picture: Sendable, Hashable {
        /// The path from the document's folder.
        public let path: String
        /// What the picture says.
        public let title: String
        /// What it shows, for who cannot see it.
        public let description: String
    }
}
