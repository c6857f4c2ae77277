/// What a reader gets: a title and sections of text, tables and notes. It knows no statistics.
public struct Document: Sendable {
    /// The title, one line.
    public let title: String
    /// The sections, in reading order.
    public let sections: [Section]

    /// A document of sections in reading order.
    public init(title: String, sections: [Section]) {
        self.title = title
        self.sections = sections
    }
}
