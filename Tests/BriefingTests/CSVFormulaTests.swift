import Testing

@testable import Briefing

/// No text of a CSV file is a formula to a spreadsheet, and numbers stay numbers.
struct CSVFormulaTests {
    @Test(arguments: ["=1+1", "+cmd", "-a", "@x", "\tx", "\rx", "=\u{301}1", "-1+1"])
    func aFormulaIsText(text: String) {
        #expect(CSVRenderer.inert(.text(text)) == "'" + text)
    }

    @Test func numbersAndOtherTextsStay() {
        #expect(CSVRenderer.inert(.integer(-5)) == "-5")
        #expect(CSVRenderer.inert(.real(-0.5, decimals: 1)) == "-0.5")
        #expect(CSVRenderer.inert(.text("-5")) == "-5")
        #expect(CSVRenderer.inert(.text("a=b")) == "a=b")
    }
}
