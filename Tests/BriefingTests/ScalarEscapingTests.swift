import Testing

@testable import Briefing

/// What markup acts on is escaped by scalars, so also where it is joined to a mark before or after it.
struct ScalarEscapingTests {
    private static let hostile = "\u{600}<img src=x>\u{301}\u{600}\"\u{301}"

    @Test func dataInThePageHoldNoBracket() {
        let text = Explorer.quoted(Self.hostile)
        #expect(!text.unicodeScalars.contains("<") && !text.unicodeScalars.contains(">"))
    }

    /// Nothing of the page is left to the template's own escaping, which goes by Characters.
    @Test func theTemplateEscapesNothing() {
        #expect(!PageTemplate.text.contains(/[^{]{{[a-zA-Z.]/))
    }

    @Test func markupHoldsNoBracket() {
        #expect(!Markup.escaped(Self.hostile).unicodeScalars.contains("<"))
        #expect(!Markup.escaped("a\u{FFFE}b\u{FFFF}").unicodeScalars.contains { $0.value >= 0xFFFE })
    }
}
