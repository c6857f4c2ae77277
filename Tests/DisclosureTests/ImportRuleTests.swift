import Testing

/// Imports point downward only: the numeric core knows no output, the output knows no statistics.
struct ImportRuleTests {
    @Test func sources() throws {
        let all = try ImportRules.all()
        for (module, file, imported) in all {
            #expect(ImportRules.modules.contains(module), "the module \(module) has no place among the import rules")
            #expect(ImportRules.allows(module, toImport: imported), "\(file) imports \(imported)")
        }
        // The files were found and read.
        #expect(all.contains { $0.module == "Disclosure" && $0.imported == "Microdata" })
        #expect(all.contains { $0.module == "Counting" && $0.imported == "CKernels" })
    }

    /// A light test harness links no BLAS.
    @Test func countingBringsNoMatrices() throws {
        let all = try ImportRules.all()
        for module in ImportRules.withoutMatrices {
            let brought = ImportRules.closure(of: module, all)
            #expect(brought.isDisjoint(with: ["COpenBLAS", "LinearAlgebra"]), "\(module) brings \(brought.sorted())")
        }
        #expect(ImportRules.closure(of: "PopulationModels", all).contains("COpenBLAS"))
    }

    /// The generator measures nothing.
    @Test func theGeneratorCountsNothing() throws {
        let brought = ImportRules.closure(of: "PupilRegister", try ImportRules.all())
        #expect(brought.isDisjoint(with: ["Counting", "Disclosure", "RegisterValidation"]))
    }

    @Test func headersSeeTheSameStructures() throws {
        #expect(ImportRules.asksForExtensions("#ifndef _GNU_SOURCE\n#define _GNU_SOURCE\n#endif"))
        #expect(!ImportRules.asksForExtensions("// without _GNU_SOURCE\n#define SINGLEOUT_SOURCE 1"))
        #expect(try ImportRules.headersWithExtensions().isEmpty)
    }

    @Test(arguments: [
        ("Disclosure", "Microdata", true), ("Microdata", "Disclosure", false), ("Briefing", "Disclosure", false),
        ("Briefing", "Microdata", false), ("Disclosure", "Briefing", false), ("Singleout", "Briefing", true),
        ("Statistics", "LinearAlgebra", false), ("Disclosure", "COpenBLAS", false),
        ("LinearAlgebra", "COpenBLAS", true), ("Disclosure", "LinearAlgebra", false),
        ("Linkage", "PupilRegister", false), ("Linkage", "Counting", false), ("PupilRegister", "Counting", false),
        ("Counting", "Statistics", true), ("Counting", "Disclosure", false), ("PopulationModels", "Disclosure", false),
        ("RegisterValidation", "PupilRegister", true), ("SparkCounting", "Counting", true),
        ("Singleout", "SingleoutTesting", false),
        ("Disclosure", "Singleout", false),
        ("SingleoutTesting", "Disclosure", true), ("SingleoutTesting", "PopulationModels", false),
        ("SingleoutTesting", "Singleout", false),
        ("SingleoutCommand", "Disclosure", true), ("Disclosure", "Foundation", true), ("Unknown", "Disclosure", false),
    ])
    func rules(module: String, imported: String, isAllowed: Bool) {
        #expect(ImportRules.allows(module, toImport: imported) == isAllowed)
    }

    @Test func everySpellingOfAnImport() {
        let source = """
            // import Comment
            import A
            public import B
            internal import struct C.Point
            @testable import D
            @preconcurrency public import E
            private import F // why
            let text = "import G"
            """
        #expect(ImportRules.imports(of: source) == ["A", "B", "C", "D", "E", "F"])
    }
}
