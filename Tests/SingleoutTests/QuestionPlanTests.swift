import Foundation
import Testing

@testable import Singleout

/// Every question, asked of the library: plans read nothing, and answers are the same of files and of tables in memory.
struct QuestionPlanTests {
    /// A question of these tests: what plans it, and what is found of the sample.
    struct Question: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// The names of its inputs.
        let inputs: [String]
        /// Plans it, with what stands behind each name.
        let plan: @Sendable ((String) -> DataSource, [String: Table]) throws -> any QuestionPlan
        /// What a reader can count in the sample: members of the JSON answer.
        let found: [String: Double]

        init(
            _ name: String, inputs: [String] = ["pupils"], found: [String: Double],
            plan: @escaping @Sendable ((String) -> DataSource, [String: Table]) throws -> any QuestionPlan
        ) {
            (testDescription, self.inputs, self.found, self.plan) = (name, inputs, found, plan)
        }
    }

    /// Eight pupils: two girls of A, two boys of A, a girl and a boy of B, and a girl and a boy of C with the same home.
    private static let files = [
        "pupils": """
        id,sex,area,need,home,weight,year
        1,F,A,no,h1,2,1
        2,F,A,yes,h2,2,2
        3,M,A,no,h3,2,1
        4,M,A,no,h4,2,2
        5,F,B,no,h5,2,1
        6,M,B,yes,h6,2,2
        7,F,C,no,h7,2,1
        8,M,C,no,h7,2,2

        """,
        "exams": "id,sex,area,grade\n1,F,A,9\n5,F,B,7\n6,M,B,5\n9,M,D,4\n",
    ]

    private static func selection(
        _ source: (String) -> DataSource, _ tables: [String: Table], _ fields: [String] = ["sex", "area"],
        _ change: (inout SelectionRequest) -> Void = { _ in }
    ) throws -> Selection {
        var request = SelectionRequest()
        request.data = source("pupils")
        request.quasiIdentifiers = fields
        change(&request)
        return try Selection(request, tables: tables)
    }

    static let questions = [
        Question("measure", found: ["records": 8, "classes": 6, "k": 1, "uniques": 4, "uniqueness": 0.5]) {
            try MeasurePlan(selection($0, $1))
        },
        Question("combinations", found: ["records": 8]) { try CombinationPlan(selection($0, $1), top: 3) },
        Question("suda", found: ["records": 8]) { try SpecialUniquePlan(selection($0, $1)) },
        Question("estimate", found: ["records": 8]) {
            var request = EstimateRequest()
            (request.draws, request.classes) = (0, 1)
            return try EstimatePlan(selection($0, $1) { $0.populationSize = 80 }, request)
        },
        // The girl of B is alone by sex and area.
        Question("explain", found: ["classSize": 1]) { try ExplainPlan(selection($0, $1), record: 5) },
        Question("groups", found: ["records": 8]) {
            try GroupComparisonPlan(
                selection($0, $1) {
                    $0.groups = ["need"]
                    $0.minimumGroup = 2
                })
        },
        Question("check", found: ["records": 8, "met": 0]) { try CheckPlan(selection($0, $1) { $0.minK = 2 }) },
        Question("recode", found: ["records": 8]) {
            try RecodePlan(RecodeRequest(), analysis: selection($0, $1))
        },
        Question("families", found: ["records": 8, "families": 7]) { source, tables in
            var selection = SelectionRequest()
            (selection.data, selection.quasiIdentifiers) = (source("pupils"), ["sex"])
            var families = FamilyRequest()
            families.family = "home"
            return try FamilyPlan(selection, families, tables: tables)
        },
        Question("histories", found: ["pupils": 8]) { source, tables in
            var request = HistoriesRequest()
            request.files = [source("pupils")]
            (request.identifier, request.events) = ("id", ["area"])
            return try HistoriesPlan(request, tables: tables)
        },
        // 1 is one of two girls of A; 5 and 6 are alone in both; 9 is in no class of the pupils.
        Question("across", inputs: ["pupils", "exams"], found: ["records": 8]) { source, tables in
            var request = AcrossRequest()
            request.files = [source("pupils"), source("exams")]
            request.on = ["sex", "area"]
            return try AcrossPlan(request, tables: tables)
        },
        Question("differences", inputs: ["pupils", "exams"], found: [:]) { source, tables in
            var request = DifferencesRequest()
            request.files = [source("pupils"), source("exams")]
            request.quasiIdentifiers = ["sex", "area"]
            return try DifferencesPlan(request, tables: tables)
        },
        Question("link", inputs: ["pupils", "exams"], found: [:]) { source, tables in
            var request = LinkRequest(queries: source("exams"), register: source("pupils"))
            (request.compare, request.truth) = (["sex:exact", "area:exact"], "id")
            request.search = .keys
            return try LinkPlan(request, tables: tables)
        },
    ]

    private static func tables() throws -> [String: Table] {
        let folder = try TemporaryFolder()
        return try files.reduce(into: [:]) { tables, file in
            let table = try DelimitedReading().table(fromFileAt: folder.file(file.key, file.value))
            tables[file.key] = Table(source: file.key, columns: table.columns)
        }
    }

    /// The JSON answer, without what is different of a file and a table: how large the file is.
    private static func json(_ plan: any QuestionPlan) throws -> String {
        func answer(_ plan: some QuestionPlan) throws -> String {
            let findings: some Findings = try plan.run()
            return try Samples.text { try JSONRenderer().render(findings.json, into: &$0) }
        }
        return try answer(plan)
    }

    /// A plan reads nothing: of files that are not there it is made all the same.
    @Test(arguments: questions) func plansReadNothing(question: Question) throws {
        let plan = try question.plan({ .file("/no/such/folder/\($0).csv") }, [:])
        #expect(Set(plan.inputs) == Set(question.inputs.map { "/no/such/folder/\($0).csv" }))
        #expect(throws: (any Error).self) { try Self.json(plan) }
    }

    @Test(arguments: questions) func answersAreThoseOfTheSample(question: Question) throws {
        let plan = try question.plan({ .named($0) }, Self.tables())
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(Self.json(plan).utf8)) as? [String: Any])
        for (name, value) in question.found {
            #expect((object[name] as? NSNumber)?.doubleValue == value, "\(name)")
        }
        #expect(object["schema"] is String)
    }

    /// A file, a table in memory and a table by its name are one and the same.
    @Test(arguments: questions) func sourcesAreAlike(question: Question) throws {
        let folder = try TemporaryFolder()
        let tables = try Self.tables()
        for (name, text) in Self.files { _ = try folder.file(name, text) }
        let ofFiles = try Self.json(question.plan({ .file(folder.path + "/" + $0) }, [:]))
            .replacing(folder.path + "/", with: "")
        let named = try question.plan({ .named($0) }, tables)
        #expect(named.inputs.isEmpty)
        #expect(try Self.json(named) == ofFiles)
        let inMemory = try question.plan({ .table(tables[$0] ?? Table(source: "", columns: [])) }, [:])
        #expect(try Self.json(inMemory) == ofFiles)
    }

    /// Every format draws every answer: none is empty, and the report has the title that JSON has no place for.
    @Test(arguments: questions) func reportsAreDrawn(question: Question) throws {
        func report(_ plan: some QuestionPlan) throws -> (Report, Tabulation) {
            let findings: some Findings = try plan.run()
            return (findings.report, findings.tabulation)
        }
        let (report, rows) = try report(question.plan({ .named($0) }, Self.tables()))
        #expect(!report.title.isEmpty && !report.sections.isEmpty)
        #expect(!rows.columns.isEmpty && rows.count > 0)
        let markdown = try Samples.text { try MarkdownRenderer().render(report, into: &$0) }
        #expect(markdown.hasPrefix("# "))
    }

    @Test func namesOfTables() throws {
        let tables = try Self.tables()
        #expect(throws: PlanError.noTable("nobody")) { try Self.selection({ _ in .named("nobody") }, tables) }
        #expect(throws: PlanError.twoInputs("pupils")) { try Self.selection({ _ in .file("pupils") }, tables) }
        #expect(throws: PlanError.twoInputs("pupils")) {
            try Self.selection({ _ in .table(Table(source: "pupils", columns: [])) }, tables)
        }
        #expect(throws: MicrodataError.self) {
            try MeasurePlan(Self.selection({ .named($0) }, tables, ["sex", "aera"])).run()
        }
        #expect(throws: PlanError.optionNeeds("--rows", needed: "a file, as a table in memory has been read")) {
            try Self.selection({ .named($0) }, tables) { $0.lines.rows = 2 }
        }
    }

    /// Rules about families, whose table comes with the question, and a briefing about it.
    @Test func tablesReachEveryPart() throws {
        let tables = try Self.tables()
        let selection = try Self.selection({ .named($0) }, tables) {
            $0.requirements = ["familiesAlone<=1"]
            $0.families.family = "home"
        }
        #expect(try CheckPlan(selection).run().isMet)
        var request = BriefRequest()
        request.selection.data = .named("pupils")
        request.selection.quasiIdentifiers = ["sex", "area"]
        request.families.family = "home"
        let plan = try BriefPlan(request, tables: tables, today: 0)
        let findings = try plan.findings(plan.terms())
        #expect(findings.families?.groups.count == 7 && findings.digest == nil)
    }

    /// A briefing of files that are not there is planned, and its terms say what is read first.
    @Test func aBriefingIsPlanned() throws {
        var request = BriefRequest()
        request.selection.data = .file("/no/such/pupils.csv")
        request.selection.quasiIdentifiers = ["sex", "area"]
        request.families.family = "home"
        request.selection.groups = ["need"]
        request.countThreshold = 7
        let plan = try BriefPlan(request, today: 0)
        #expect(plan.families?.base.quasiIdentifiers == ["sex", "area"])
        #expect(plan.analysis.groups.minimum == 7 && plan.requests == nil)
        #expect(plan.inputs == ["/no/such/pupils.csv"])
        #expect(try plan.terms().rule?.threshold == 7)
    }
}
