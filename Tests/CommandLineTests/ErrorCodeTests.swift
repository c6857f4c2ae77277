import ErrorReports
import Foundation
import Testing

/// Every error that a user may see: its code, its sentence, and the page that lists them.
struct ErrorCodeTests {
    /// Errors that no user sees, by the files that declare them, and why.
    private static let unseen: [String: String] = [
        "PopulationModels/NoAnswer.swift": "the reason why a figure has no number",
        "PopulationModels/LogLinear/CellTable.swift": "becomes a reason",
        "PopulationModels/LogLinear/LogLinearFit.swift": "becomes a reason",
        "PopulationModels/Histogram/PitmanFit.swift": "becomes a reason",
        "Microdata/Writing/UnfinishedFolder.swift": "becomes the error of a register or a briefing",
    ]

    private static let sources = Notebook.root.appendingPathComponent("Sources")

    /// The Swift sources of the tool and its libraries.
    private static func files() throws -> [(name: String, text: String)] {
        try FileManager.default.subpathsOfDirectory(atPath: sources.path)
            .filter { $0.hasSuffix(".swift") && !$0.hasPrefix("SingleoutBenchmark/") }
            .map { ($0, try String(contentsOf: sources.appendingPathComponent($0), encoding: .utf8)) }
    }

    /// With SINGLEOUT_WRITE_GOLDEN=1 the page is written anew. A code that is gone from it breaks the programs that look at it.
    @Test func thePageIsThatOfTheErrors() throws {
        let url = Notebook.root.appendingPathComponent(ErrorPage.name)
        let text = ErrorPage.text()
        if Golden.isWriting {
            try Data(text.utf8).write(to: url)
            Issue.record("\(ErrorPage.name) is written anew; read the difference, and test again")
            return
        }
        #expect(try String(contentsOf: url, encoding: .utf8) == text, "the page is not that of the errors")
    }

    /// One code for each case of each type: two errors with one code are one error, or differ in nothing but what they are about.
    @Test func codesAreUnique() throws {
        var types: [String: String] = [:]
        for error in ErrorSamples.all {
            // A case that holds an error of another type says what that one says.
            guard Mirror(reflecting: error).children.first?.value as? any Reported == nil else { continue }
            let type = "\(type(of: error))"
            let other = types.updateValue(type, forKey: error.report.code)
            #expect(other == nil || error.report.code == "spark.no-program", "\(error.report.code) is of \(type) too")
        }
    }

    @Test func everyCodeOfTheSourcesHasASample() throws {
        let form = /\.(?:usage|work)\(\s*"([a-z0-9.-]+)"/
        let typed = try Self.files().flatMap { file in file.text.matches(of: form).map { String($0.1) } }
        #expect(typed.count > 150)
        for (code, count) in Dictionary(typed.map { ($0, 1) }, uniquingKeysWith: +) where count > 1 {
            #expect(code == "spark.no-program", "\(code) is typed \(count) times")
        }
        let sampled = Set(ErrorSamples.all.map(\.report.code))
        #expect(Set(typed).subtracting(sampled).sorted() == [], "no sample has these codes")
    }

    /// A new type of errors is reported, or one that no user sees.
    @Test func everyTypeOfErrorsIsReported() throws {
        let files = try Self.files()
        let reported = Set(
            files.flatMap { $0.text.matches(of: /extension (\w+): Reported\b/).map { String($0.1) } })
        var found = 0
        for file in files {
            for type in file.text.matches(
                of: /(?m)^ *(?:public |package |private |fileprivate )?(?:enum|struct) (\w+): Error\b/)
            {
                found += 1
                let isReported = reported.contains(String(type.1)) || Self.unseen[file.name] != nil
                #expect(isReported, "\(file.name): \(type.1) is not reported")
            }
        }
        #expect(found > 25)
        #expect(Self.unseen.keys.allSatisfy { name in files.contains { $0.name == name } })
    }

    /// What is wrong, where, and what to do: one line of sentences.
    @Test(arguments: ErrorSamples.all.indices)
    func isSaidWell(sample: Int) {
        let error = ErrorSamples.all[sample]
        let report = error.report
        #expect(report.code.wholeMatch(of: /[a-z]+(?:-[a-z]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*/) != nil, "\(report.code)")
        #expect(report.sentence.last == ".", "\(report.sentence)")
        for text in [report.sentence, report.text] {
            #expect(!text.contains(where: \.isNewline) && !text.contains("  ") && !text.contains(".."), "\(text)")
            #expect(!text.contains(" . ") && !text.hasSuffix(" ."), "\(text)")
        }
        if let remedy = report.remedy {
            #expect(remedy.last == "." || remedy.last == "?" || remedy.contains("? It takes "), "\(remedy)")
            #expect(remedy.count > 5 && report.text.hasSuffix(remedy), "\(report.text)")
        }
        #expect(error.description == report.text && "\(error)" == report.text)
        // What the place says is in the sentence too.
        if let file = report.place.file { #expect(report.sentence.contains(file), "\(report.sentence)") }
        if let field = report.place.field { #expect(report.sentence.contains(field), "\(report.sentence)") }
        for number in [report.place.line, report.place.row, report.place.column].compactMap(\.self) {
            #expect(report.sentence.contains("\(number)"), "\(report.sentence)")
        }
    }

    /// Sentence and remedy become one sentence or two, by the letter that the remedy begins with.
    @Test(arguments: [
        (nil, "A is wrong."), ("mend it.", "A is wrong; mend it."), ("Mend it.", "A is wrong. Mend it."),
        ("did you mean 'b'?", "A is wrong; did you mean 'b'?"), ("--help helps.", "A is wrong. --help helps."),
        ("\u{e9}crire.", "A is wrong; \u{e9}crire."),
    ])
    func sentences(remedy: String?, text: String) {
        #expect(ErrorReport.work("a.b", "A is wrong.", remedy).text == text)
    }
}
