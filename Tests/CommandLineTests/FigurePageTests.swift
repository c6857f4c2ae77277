import Briefing
import Foundation
import Singleout
import Testing

/// The figures of all answers: each is declared well, and the page that says what they mean is made from them.
///
/// With SINGLEOUT_WRITE_GOLDEN=1 in the environment the page is written anew, and the test fails to say so.
struct FigurePageTests {
    @Test func thePageIsThatOfTheFigures() throws {
        let url = Notebook.root.appendingPathComponent(FigurePage.name)
        let text = FigurePage.text()
        if Golden.isWriting {
            try Data(text.utf8).write(to: url)
            Issue.record("\(FigurePage.name) is written anew; read the difference, and test again")
            return
        }
        #expect(try String(contentsOf: url, encoding: .utf8) == text, "the page is not that of the figures")
    }

    /// Every row that declares a figure is on the page, those of tables alone too.
    @Test func everyFigureIsOnThePage() throws {
        let known = Set(AnswerSchema.all.flatMap(\.figures).map { $0.key + ": " + $0.label })
        let folder = Notebook.root.appendingPathComponent("Sources/Singleout/Figures")
        var rows = 0
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
            let source = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
            for row in source.matches(of: /static let (\w+) = Figure\(\s*"(\w+)", "([^"]+)"/) {
                rows += 1
                let isListed = known.contains("\(row.2): \(row.3)")
                #expect(isListed, "no answer has Figure.\(row.1)")
            }
        }
        #expect(rows > 300)
    }

    /// A meaning is a sentence, a key a word of JSON, and figures with one key and one meaning are one figure.
    @Test func everyFigureIsDeclaredWell() {
        var meanings: [String: Figure] = [:]
        for figure in Set(AnswerSchema.all.flatMap(\.figures)) {
            #expect(figure.key.wholeMatch(of: /[a-z][A-Za-z0-9]*/) != nil, "\(figure.key)")
            #expect(
                figure.definition.last == "." && figure.definition.count > 10, "\(figure.key): \(figure.definition)")
            #expect(!figure.label.isEmpty && figure.label.count < 70, "\(figure.label)")
            let other = meanings.updateValue(figure, forKey: figure.key + ": " + figure.definition)
            #expect(other == nil, "'\(figure.key)' is declared twice with one meaning")
        }
    }
}
