/// A part of a publication under one heading.
public struct PublicationSection: Sendable {
    /// A short name for links, of small letters and hyphens.
    public let name: String
    /// The heading.
    public let heading: String
    /// The pieces, in reading order.
    public let parts: [Part]

    /// A section of pieces in reading order.
    public init(name: String, heading: String, parts: [Part]) {
        self.name = name
        self.heading = heading
        self.parts = parts
    }
}
