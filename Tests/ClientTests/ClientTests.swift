import Foundation
import Singleout
import Testing

/// What a program outside of the package can ask: this target sees what is public alone.
struct ClientTests {
    private static let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("datasets/sample.csv").path

    private static func selection(_ change: (inout SelectionRequest) -> Void = { _ in }) throws -> Selection {
        var request = SelectionRequest()
        request.data = .file(sample)
        request.quasiIdentifiers = ["sex", "school"]
        request.missing = .category
        change(&request)
        return try Selection(request)
    }

    private static func json(_ findings: some Findings) throws -> String {
        var bytes: [UInt8] = []
        var stream = ByteStream { bytes += $0 }
        try JSONRenderer().render(findings.json, into: &stream)
        try stream.finish()
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Every question about one file can be planned by its plan.
    @Test func questionsAboutOneFile() throws {
        let plans: [any QuestionPlan] = [
            try MeasurePlan(Self.selection()), try CombinationPlan(Self.selection(), top: 3),
            try SpecialUniquePlan(Self.selection()),
            try EstimatePlan(Self.selection { $0.populationSize = 100_000 }, EstimateRequest()),
            try ExplainPlan(Self.selection(), record: 1),
            try GroupComparisonPlan(
                Self.selection {
                    $0.groups = ["ethnicity"]
                    $0.adjusted = ["school"]
                    $0.outcome = .atRisk
                }),
            try CheckPlan(Self.selection { $0.minK = 2 }), try RecodePlan(RecodeRequest(), analysis: Self.selection()),
        ]
        for plan in plans { #expect(plan.inputs == [Self.sample]) }
    }

    /// So can every question about several, with all that can be chosen.
    @Test func questionsAboutSeveralFiles() throws {
        var across = AcrossRequest()
        (across.files, across.missing) = ([.file("a.csv"), .file("b.csv")], .exclude)
        #expect(try AcrossPlan(across).inputs == ["a.csv", "b.csv"])
        var differences = DifferencesRequest()
        (differences.files, differences.missing) = ([.file("a.csv"), .file("b.csv")], .exclude)
        #expect(try DifferencesPlan(differences).inputs == ["a.csv", "b.csv"])
        var histories = HistoriesRequest()
        (histories.files, histories.identifier, histories.events) = ([.file("a.csv")], "id", ["school"])
        (histories.matching, histories.missing) = (.set, .category)
        #expect(try HistoriesPlan(histories).inputs == ["a.csv"])
        var link = LinkRequest(queries: .file("a.csv"), register: .file("b.csv"))
        (link.compare, link.method, link.search) = (["name:name"], .deterministic, .keys)
        #expect(try LinkPlan(link).inputs == ["a.csv", "b.csv"])
        var requests = SimulationRequest()
        (requests.register, requests.volume, requests.knowledge) = ("town", .ceiling, .memorandum)
        (requests.errors, requests.method) = (.realistic, .probabilistic)
        #expect(try SimulationPlan(requests).inputs == ["town"])
        var selection = SelectionRequest()
        (selection.data, selection.quasiIdentifiers) = (.file("a.csv"), ["sex"])
        var families = FamilyRequest()
        (families.family, families.precision) = ("home", .month)
        #expect(try FamilyPlan(selection, families).inputs == ["a.csv"])
    }

    @Test func answersAndErrors() throws {
        let findings = try MeasurePlan(Self.selection()).run()
        #expect(findings.figures.records == 10_000)
        #expect(try Self.json(findings).contains("\"schema\": \"singleout.measure/1\""))
        #expect(try !CheckPlan(Self.selection { $0.maxUniqueness = 0 }).run().isMet == (findings.figures.uniques > 0))
        let error = #expect(throws: PlanError.self) { try CheckPlan(Self.selection()) }
        #expect(error?.report.code == "plan.no-rules" && error?.report.kind == .usage)
    }

    @Test func aBriefing() throws {
        var request = BriefRequest()
        request.selection.data = .file(Self.sample)
        request.selection.quasiIdentifiers = ["sex", "school"]
        let plan = try BriefPlan(request, today: 0)
        #expect(try !plan.terms().isDisclosive)
    }
}
