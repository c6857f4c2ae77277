import Briefing
import Foundation
import PupilRegister
import RegisterValidation
import Singleout
import Testing

/// A validated register in every format.
struct ValidationFindingsTests {
    private static let findings = Result {
        let parent = try TemporaryFolder()
        let path = parent.path + "/town"
        let settings = try RegisterSettings(pupils: 2_000, firstYear: 2016, lastYear: 2016, seed: 5)
        _ = try RegisterFolder(path).write(Register(settings))
        return ValidationFindings(try RegisterComparison(ofFolder: path), folder: "town")
    }

    private func text(_ render: (ValidationFindings, inout ByteStream) throws -> Void) throws -> String {
        let findings = try Self.findings.get()
        var bytes: [UInt8] = []
        var stream = ByteStream { bytes += $0 }
        try render(findings, &stream)
        try stream.finish()
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func jsonIsTheContract() throws {
        let text = try text { try JSONRenderer().render($0.json, into: &$1) }
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(object["schema"] as? String == "singleout.validation/1")
        #expect(object["synthetic"] as? Bool == true)
        #expect(object["pupils"] as? Int == 2_000)
        #expect(object["censuses"] as? [Int] == [2016])
        let figures = try #require(object["figures"] as? [[String: Any]])
        let validation = try Self.findings.get().validation
        #expect(figures.count == validation.checks.count)
        let counts = ["met", "missed", "undecided", "notApplicable"].map { object[$0] as? Int ?? -1 }
        #expect(counts.reduce(0, +) + validation.count(.shown) == figures.count)
        for (figure, check) in zip(figures, validation.checks) {
            #expect(figure["key"] as? String == check.figure.key)
            #expect(figure["verdict"] as? String == check.verdict.rawValue)
            // The reading of JSON is off by the last bit now and then.
            let generated = figure["generated"] as? Double
            #expect((generated == nil) == (check.generated == nil))
            #expect(abs((generated ?? 0) - (check.generated ?? 0)) <= 1e-12 * abs(check.generated ?? 0))
            // Where there is no number there is a reason.
            for name in ["published", "expected", "generated", "difference", "allowance", "standardError"]
            where figure[name] is NSNull || figure[name] == nil {
                let reason = figure[name + "Reason"] as? String ?? ""
                #expect(!reason.isEmpty, "\(check.figure.key): \(name)")
            }
        }
    }

    @Test func csvHasARowPerFigure() throws {
        let lines = try text { try CSVRenderer().render($0.tabulation, into: &$1) }.split(whereSeparator: \.isNewline)
        #expect(lines.count == (try Self.findings.get().validation.checks.count) + 1)
        #expect(lines[0].hasPrefix("key,group,figure,year,basis,published,expected,generated,difference,"))
    }

    @Test func everyFormatForPeopleSaysWhatItIs() throws {
        let texts = [
            try text { try TerminalRenderer().render($0.report, into: &$1) },
            try text { try MarkdownRenderer().render($0.report, into: &$1) },
            try text { try LaTeXRenderer().render($0.report, into: &$1) },
        ]
        for text in texts {
            for part in ["Synthetic", "Uniqueness against independence", "Boys (2012)", "How to read this"] {
                #expect(text.contains(part), "\(part)")
            }
        }
    }

    @Test func theTableAddsUp() throws {
        let findings = try Self.findings.get()
        let report = findings.report
        #expect(report.sections.count == ValidationGroup.allCases.count + 3)
        guard case .table(let summary) = report.sections[1].blocks[0] else {
            Issue.record("the summary is no table")
            return
        }
        var sum = 0
        for row in 0..<summary.count {
            for case .integer(let number) in summary[row] { sum += number }
        }
        #expect(sum == findings.validation.checks.count)
        #expect(findings.isMet == (findings.validation.count(.missed) == 0))
    }
}
