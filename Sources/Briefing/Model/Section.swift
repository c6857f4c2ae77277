/// A part of a document under one heading.
public struct Section: Sendable {
    /// The heading; a section without one continues the document's opening.
    public let heading: String?
    /// The pieces, in reading order.
    public let blocks: [Block]

    /// A section of blocks in reading order.
    public init(_ heading: String? = nil, blocks: [Block]) {
        self.heading = heading
        self.blocks = blocks
    }
}
