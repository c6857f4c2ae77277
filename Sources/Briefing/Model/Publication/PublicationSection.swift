/// A part of a publication under one heading.
public struct PublicationSection: Sendable {
    /// A short name for links, of small letters and hyphens.
    public let name: String
    /// The heading.
    public let heading: String
    /// The pieces, in reading order.
    public let parts: [Part]

    /// Whether only a page can show the section, as it has something to try.
    var isForPages: Bool { parts.contains { if case .explorer = $0 { true } else { false } } }

    /// A section of pieces in reading order.
    public init(name: String, heading: String, parts: [Part]) {
        self.name = name
        self.heading = heading
        self.parts = parts
    }
}
