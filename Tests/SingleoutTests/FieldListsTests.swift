import Linkage
import Testing

@testable import Singleout

/// Names of fields as a command line gives them.
struct FieldListsTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = try folder.file(
            "d.csv", #""born, year", sex,school ,"say ""hi""","""fam""",a=b,c,"x:y""# + "\n1,2,3,4,5,6,7,8\n")
    }

    private var lists: FieldLists { FieldLists(files: [path], delimiter: nil) }

    @Test(arguments: [
        ([], []), (["c"], ["c"]), (["c,d", "e"], ["c", "d", "e"]), ([" c , d e"], ["c", "d e"]),
        (["born, year"], ["born, year"]), (["born, year", "c, sex"], ["born, year", "c", " sex"]),
        ([" sex,school "], [" sex", "school "]), (["sex, school"], ["sex", "school"]),
        ([#""born, year",c"#], ["born, year", "c"]), ([#"c , "born, year" , sex"#], ["c", "born, year", " sex"]),
        ([#"say "hi",c"#], [#"say "hi""#, "c"]), ([#""say ""hi""""#], [#"say "hi""#]),
        ([#""fam""#], [#""fam""#]), ([#""fam",c"#], [#""fam""#, "c"]), ([#""""fam""""#], [#""fam""#]),
        ([#"" sex", "other""#], [" sex", "other"]), ([#""a""b""#], [#"a"b"#]),
    ])
    func names(texts: [String], expected: [String]) throws {
        #expect(try lists.names(texts, "-q") == expected)
    }

    @Test(arguments: ["", "a,,b", ",", "a,", "a, ", #""""#, #"a,"""#])
    func noName(text: String) {
        #expect(throws: PlanError.outOfRange(option: "-q", expected: "names with single commas between them: a,b,c")) {
            try lists.names([text], "-q")
        }
    }

    @Test(arguments: [#""a"#, #"a,"b"#, #""a"b,c"#, #""a" "b""#])
    func wrongQuotes(text: String) {
        #expect {
            try lists.names([text], "-q")
        } throws: { error in
            guard case PlanError.outOfRange("-q", let expected)? = error as? PlanError else { return false }
            return expected.contains("quotes")
        }
    }

    @Test(arguments: [
        ("c", "c"), ("born, year", "born, year"), (#""born, year""#, "born, year"), (" sex", " sex"),
        (#""fam""#, #""fam""#), (#""x"#, #""x"#), (#""x"y"#, #""x"y"#),
    ])
    func oneName(text: String, expected: String) { #expect(lists.name(text) == expected) }

    @Test(arguments: [
        (["c=x,d=y", "e=z"], [["c", "x"], ["d", "y"], ["e", "z"]]),
        (["born, year=x"], [["born, year", "x"]]),
        ([#""born, year"=x , sex=y "#], [["born, year", "x"], [" sex", "y"]]),
        ([#""born, year=x""#], [["born, year", "x"]]), ([#""c=x,y",d=z"#], [["c", "x,y"], ["d", "z"]]),
        ([#""born, year=x" , "sex=y""#], [["born, year", "x"], ["sex", "y"]]),
        (["a=b=x"], [["a=b", "x"]]), (["c=b=x"], [["c", "b=x"]]), (["c=x, d=y"], [["c", "x"], ["d", "y"]]),
        ([#""fam"=x"#], [[#""fam""#, "x"]]), ([#""p=q"=x"#], [["p=q", "x"]]),
    ])
    func pairsWithASignOfEquality(texts: [String], expected: [[String]]) throws {
        let pairs = try lists.pairs(texts, .equals, "--apply").map { FieldPair($0, .equals) }
        #expect(pairs.map { [$0?.name ?? "", $0?.text ?? ""] } == expected)
    }

    @Test(arguments: [
        (["c:x,d:y"], [["c", "x"], ["d", "y"]]), (["x:y:z"], [["x:y", "z"]]), (["p:q:z"], [["p:q", "z"]]),
        ([#""born, year":x, sex:y"#], [["born, year", "x"], [" sex", "y"]]),
    ])
    func pairsWithAColon(texts: [String], expected: [[String]]) throws {
        let pairs = try lists.pairs(texts, .colon, "--compare").map { FieldPair($0, .colon) }
        #expect(pairs.map { [$0?.name ?? "", $0?.text ?? ""] } == expected)
    }

    @Test func noPairs() {
        #expect(throws: PlanError.self) { try lists.pairs(["c=x,,d=y"], .equals, "--apply") }
        #expect(throws: PlanError.self) { try lists.pairs([#""born, year"x=y,c=z"#], .equals, "--apply") }
        #expect(FieldPair("c", .equals) == nil && FieldPair("=x", .equals) == nil && FieldPair("c=", .equals) == nil)
    }

    @Test(arguments: [
        ("c", ["c", "c"]), ("c=d", ["c", "d"]), ("a=b", ["a=b", "a=b"]), ("born, year", ["born, year", "born, year"]),
        (#""born, year"="p, q""#, ["born, year", "p, q"]), (#""p=q""#, ["p=q", "p=q"]), (" sex=c", [" sex", "c"]),
    ])
    func truthOfALinkage(text: String, expected: [String]) throws {
        var request = LinkRequest(queries: .file("q.csv"), register: .file("r.csv"))
        request.compare = ["surname,first:name"]
        request.truth = try lists.oneOrTwo(text, "--truth-field")
        let plan = try LinkPlan(request)
        #expect([plan.truth?.queries, plan.truth?.register] == expected)
        #expect(plan.comparisons.map(\.field) == ["surname,first"])
    }

    /// The header of a file that is never there is not missed for names that can mean only one thing.
    @Test func aHeaderThatCannotBeRead() throws {
        let lists = FieldLists(files: [folder.path + "/none.csv"], delimiter: nil)
        #expect(try lists.names(["a", #""b,c",d"#], "-q") == ["a", "b,c", "d"])
    }

    /// What stands above the header, and a delimiter that is given, count as they do for reading.
    @Test func theHeaderIsTheOneThatIsRead() throws {
        let other = try folder.file("o.csv", "A title, with a comma\nSmith, A;B, C\n1;2\n")
        var arguments = SelectionRequest()
        arguments.data = .file(other)
        arguments.delimiter = "semicolon"
        arguments.lines.skippedLines = 1
        arguments.quasiIdentifiers = ["Smith, A", "B, C"]
        try arguments.takeApart(by: FieldLists(arguments, nil))
        #expect(arguments.quasiIdentifiers == ["Smith, A", "B, C"])
    }

    /// Cut by commas, this header has three names too, none of which is asked for.
    @Test func aDelimiterThatCouldBeTwo() throws {
        let other = try folder.file("o.csv", "Smith, A;B, C\n1;2\n")
        let lists = FieldLists(files: [other], delimiter: nil)
        #expect(try lists.names(["Smith, A", "B, C"], "-q") == ["Smith, A", "B, C"])
        // All of a header in one is no name, or a list of all fields would be one.
        let plain = FieldLists(files: [try folder.file("p.csv", "a,b\n1,2\n")], delimiter: nil)
        #expect(try plain.names(["a,b"], "-q") == ["a", "b"])
    }

    /// A list in Swift has a name in each element.
    @Test func listsInSwiftAreNotTakenApart() throws {
        var across = AcrossRequest()
        across.files = [.file("a.csv"), .file("b.csv")]
        across.on = ["a,b", " c"]
        across.adding = ["d,e"]
        let acrossPlan = try AcrossPlan(across)
        #expect(acrossPlan.on == ["a,b", " c"] && acrossPlan.adding == ["d,e"])
        var differences = DifferencesRequest()
        differences.files = [.file("a.csv"), .file("b.csv")]
        differences.quasiIdentifiers = ["a,b"]
        differences.sensitive = ["c, d"]
        let differencesPlan = try DifferencesPlan(differences)
        #expect(differencesPlan.quasiIdentifiers == ["a,b"] && differencesPlan.sensitive == ["c, d"])
        var histories = HistoriesRequest()
        histories.files = [.file("a.csv")]
        histories.identifier = "id"
        histories.events = ["a,b"]
        #expect(try HistoriesPlan(histories).events == ["a,b"])
        var analysis = SelectionRequest()
        analysis.data = .file("a.csv")
        analysis.quasiIdentifiers = ["a,b", "c=d"]
        var recode = RecodeRequest()
        recode.apply = ["a,b=1", #""c=d"=x,y"#]
        #expect(try RecodePlan(recode, analysis: Selection(analysis)).applied == ["a,b": "1", "c=d": "x,y"])
    }

    /// Names in a release are lists already, and the file may start with a byte-order mark.
    @Test func releasesAreNotTakenApart() throws {
        let yaml = """
            \u{feff}schema: singleout.release/1
            data: d.csv
            fields: {quasiIdentifiers: ["born, year", " sex"], sensitive: ["s,t"], household: '"fam"'}
            groups: ["g, h"]
            families: {infer: ["l, m"], members: ["n, o"]}
            """
        let release = try Release(contentsOfFile: folder.file("r.yml", yaml))
        let plan = try Selection(SelectionRequest(), release: release)
        #expect(plan.quasiIdentifiers == ["born, year", " sex"] && plan.sensitive.fields == ["s,t"])
        #expect(plan.groups.fields == ["g, h"] && plan.individual.household == #""fam""#)
        let families = try FamilyPlan(SelectionRequest(), FamilyRequest(), release: release)
        #expect(families.infer == ["l, m"] && families.base.quasiIdentifiers == ["n, o"])
    }
}
