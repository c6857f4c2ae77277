/// A part of a report under one heading.
package struct Section: Sendable {
    /// A short name for links, of small letters and hyphens; empty where nothing leads to the section.
    package let name: String
    /// The heading; a section without one continues the report's opening.
    package let heading: String?
    /// The pieces, in reading order.
    package let blocks: [Block]

    /// Whether only a page can show the section, as it has something to try.
    var isForPages: Bool { blocks.contains { if case .explorer = $0 { true } else { false } } }

    /// A section of pieces in reading order.
    package init(_ heading: String? = nil, name: String = "", blocks: [Block]) {
        self.heading = heading
        self.name = name
        self.blocks = blocks
    }
}
