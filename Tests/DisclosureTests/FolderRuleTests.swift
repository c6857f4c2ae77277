import Testing

/// The straight line from question to answer inside the module: arrows point forward only.
struct FolderRuleTests {
    @Test func namesPointForward() throws {
        let all = try FolderRules.all()
        for (file, name, other) in all.sorted(by: { ($0.file, $0.name) < ($1.file, $1.name) }) {
            #expect(FolderRules.allows(file, toName: other), "\(file) names \(name) of \(other)")
        }
        #expect(all.count > 800)
        #expect(all.contains { $0 == ("Selection/Selection.swift", "Release", "Release/Release.swift") })
    }

    @Test(arguments: [
        ("Selection/Selection.swift", "Release/Release.swift", true),
        ("Release/Release.swift", "Selection/Selection.swift", false),
        ("Settings/Rows/DataSettings.swift", "Questions/Families/FamilyPlan.swift", false),
        ("Questions/Families/FamilyPlan.swift", "Settings/Default.swift", true),
        ("Questions/Link/LinkPlan.swift", "Questions/Link/LinkFindings.swift", false),
        ("Questions/Link/LinkFindings.swift", "Questions/Link/LinkPlan.swift", false),
        ("Questions/Link/LinkFindings+Report.swift", "Questions/Link/LinkPlan.swift", false),
        ("Questions/Link/LinkFindings+Report.swift", "Questions/Link/LinkFindings.swift", true),
        ("Questions/Link/LinkRun.swift", "Questions/Link/LinkFindings.swift", true),
        ("Questions/Across/AcrossPlan.swift", "Questions/Across/AcrossRequest.swift", true),
        ("Questions/Across/AcrossRequest.swift", "Questions/Across/AcrossPlan.swift", false),
        ("Questions/Across/AcrossPlan.swift", "Questions/Families/FamilyPlan.swift", false),
        ("Questions/Check/CheckPlan.swift", "Questions/Families/FamilyPlan.swift", true),
        ("Questions/Brief/Sections/FamiliesSection.swift", "Questions/Families/FamilyFindings.swift", true),
        ("Questions/Brief/Sections/FamiliesSection.swift", "Questions/Brief/BriefPlan.swift", false),
        ("Questions/Measure/MeasurePlan.swift", "Questions/QuestionPlan.swift", true),
        ("Questions/Measure/MeasurePlan.swift", "Questions/AnswerSchema.swift", false),
        ("Questions/AnswerSchema.swift", "Questions/Measure/MeasureFindings.swift", true),
    ])
    func rules(file: String, other: String, isAllowed: Bool) {
        #expect(FolderRules.allows(file, toName: other) == isAllowed)
    }

    @Test func namesOfASource() {
        let source = """
            /// About Comment.
            public final class Made: Base { let text = "Quoted \\(Other.self)" } // Trailing
            extension Extended { struct Inner {} }
            typealias Short = [Element]
            """
        #expect(FolderRules.types(declaredIn: source) == ["Made", "Short"])
        #expect(FolderRules.names(in: source) == ["Made", "Base", "Extended", "Inner", "Short", "Element"])
    }

    /// No question's folder is a heap: request, plan, run, what is found, how it is shown.
    @Test func everyQuestionHasAPlanAndARun() throws {
        let files = Set(try FolderRules.all().flatMap { [$0.file, $0.declaredIn] })
        let questions = Dictionary(
            grouping: files.filter { $0.hasPrefix("Questions/") && $0.split(separator: "/").count > 2 }
        ) {
            String($0.split(separator: "/")[1])
        }
        #expect(questions.count == 16)
        for (question, files) in questions where question != "Validate" {
            let roles = Set(files.map { FolderRules.Role(file: $0) })
            #expect(roles.isSuperset(of: [.plan, .run, .findings, .report]), "\(question)")
        }
    }
}
