import Foundation
import Testing

/// Names of fields with commas, quotes and blanks at either end, in every option that takes names.
struct NameTests {
    /// What a file calls fields, by the plain name of each.
    private static let names = [
        "id": "id, no", "born": "born, year", "sex": " sex", "school": "school ", "note": #"say "hi""#, "w": "w\"",
        "fam": #""fam""#,
    ]

    private static let records = (1...24).map { number in
        "\(number),\(2000 + number % 3),\(number % 2 == 0 ? "F" : "M"),\(number % 4),\(number % 5),\(1 + number % 3),"
            + "\(number / 3)\n"
    }.joined()

    private func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        for name in ["plain", "plain2"] { try folder.write("id,born,sex,school,note,w,fam\n" + Self.records, to: name) }
        let header = #""id, no","born, year"," sex",school ,"say ""hi""","w""","""fam""""# + "\n"
        for name in ["named", "named2"] { try folder.write(header + Self.records, to: name) }
        return folder
    }

    /// A JSON value with the plain name of every file and field, and without what was read and how a model was given.
    private func plain(_ value: Any) -> Any {
        switch value {
        case let text as String:
            Self.names.reduce(text.replacingOccurrences(of: "named", with: "plain")) {
                $0.replacingOccurrences(of: $1.value, with: $1.key)
            }
        case let list as [Any]: list.map(plain)
        case let members as [String: Any]:
            Dictionary(
                uniqueKeysWithValues: members.filter { !["provenance", "notes", "formula"].contains($0.key) }.map {
                    (plain($0.key) as? String ?? $0.key, plain($0.value))
                })
        default: value
        }
    }

    /// Each with the plain names and with those of the file.
    static let commands: [(plain: [String], named: [String])] = [
        (["measure", "plain", "-q", "born,sex"], ["measure", "named", "-q", "born, year", "-q", " sex"]),
        (
            [
                "measure", "plain", "-q", "born,school", "--sensitive", "note", "--ordered", "note", "--weight", "w",
                "--household", "fam", "--by", "sex", "--population-data", "plain2",
            ],
            [
                "measure", "named", "-q", #""born, year",school "#, "--sensitive", #""say ""hi""""#, "--ordered",
                #"say "hi""#, "--weight", "w\"", "--household", #""fam""#, "--by", #"" sex""#, "--population-data",
                "named2",
            ]
        ),
        (
            ["combinations", "plain", "-q", "born,sex,note"],
            ["combinations", "named", "-q", #""born, year", sex,say "hi""#]
        ),
        (["suda", "plain", "-q", "fam,sex,school"], ["suda", "named", "-q", #""""fam""", sex,school "#]),
        (
            ["estimate", "plain", "-q", "born,sex", "--population", "99", "--bootstrap", "0", "--model", "born+sex"],
            [
                "estimate", "named", "-q", #""born, year", sex"#, "--population", "99", "--bootstrap", "0", "--model",
                #""born, year"+ sex"#,
            ]
        ),
        (
            ["groups", "plain", "-q", "fam", "--by", "born,sex", "--adjust", "school", "--min-group", "2"],
            [
                "groups", "named", "-q", #""fam""#, "--by", #""born, year", sex"#, "--adjust", "school ", "--min-group",
                "2",
            ]
        ),
        (
            ["explain", "plain", "-q", "born,sex", "--record", "2", "--i-may-see-records", "--sensitive", "note"],
            [
                "explain", "named", "-q", #" sex,"born, year""#, "--record", "2", "--i-may-see-records", "--sensitive",
                #""say ""hi""""#,
            ]
        ),
        (
            ["check", "plain", "-q", "born,sex", "--min-k", "1"],
            ["check", "named", "-q", #""born, year", sex"#, "--min-k", "1"]
        ),
        (
            ["across", "plain", "plain2", "--on", "born,sex", "--truth-field", "id"],
            ["across", "named", "named2", "--on", #""born, year", sex"#, "--truth-field", #""id, no""#]
        ),
        (
            ["differences", "plain", "plain2", "-q", "born,sex", "--id", "id", "--sensitive", "note"],
            [
                "differences", "named", "named2", "-q", "born, year", "-q", " sex", "--id", "id, no", "--sensitive",
                #"say "hi""#,
            ]
        ),
        (
            ["families", "plain", "-q", "born,sex", "--infer", "fam,school", "--area", "note"],
            [
                "families", "named", "-q", #""born, year", sex"#, "--infer", #""""fam""",school "#, "--area",
                #"say "hi""#,
            ]
        ),
        (
            ["families", "plain", "-q", "born", "--family", "fam", "--by", "sex", "--min-group", "2"],
            ["families", "named", "-q", "born, year", "--family", #""fam""#, "--by", " sex", "--min-group", "2"]
        ),
        (
            ["histories", "plain", "--id", "fam", "--events", "born,sex", "--order", "id"],
            ["histories", "named", "--id", #""""fam""""#, "--events", #""born, year", sex"#, "--order", "id, no"]
        ),
        (
            [
                "recode", "plain", "-q", "born,sex,school", "--levels", "born=bands:2", "--apply",
                "born=1,sex=dropped",
            ],
            [
                "recode", "named", "-q", #""born, year", sex,school "#, "--levels", #""born, year"=bands:2"#,
                "--apply", #""born, year"=1, sex=dropped"#,
            ]
        ),
        (
            ["link", "plain", "plain2", "--compare", "born:exact,sex:exact,fam:exact", "--truth-field", "id=id"],
            [
                "link", "named", "named2", "--compare", #""born, year":exact, sex:exact"#, "--compare", #""fam":exact"#,
                "--truth-field", #""id, no"="id, no""#,
            ]
        ),
    ]

    @Test(arguments: commands)
    func everyCommand(plain: [String], named: [String]) throws {
        let folder = try folder()
        let runs = try [plain, named].map { try Tool.run($0 + ["--format", "json"], in: folder) }
        for run in runs { #expect(run.status == 0, "\(run.errors)") }
        let answers = try runs.map { self.plain(try $0.json()) as? NSDictionary }
        // The order of fields may decide the order of rows, but of `explain` alone it was changed here.
        if plain[0] != "explain" { #expect(answers[0] == answers[1]) }
    }

    /// A file as it is published: a blank after each comma, which is part of names and values.
    @Test func aBlankAfterEachComma() throws {
        let folder = try WorkFolder()
        try folder.write("age, workclass, sex\n39, ?, M\n39, ?, M\n40, Private, F\n", to: "adult.csv")
        let arguments = ["-q", "age, workclass", "--missing-values", "?", "--format", "json"]
        let read = try Tool.run(["measure", "adult.csv"] + arguments, in: folder)
        #expect(read.status == 0, "\(read.errors)")
        let object = try read.json()
        #expect(object["records"] as? Int == 3 && object["classes"] as? Int == 2 && object["uniques"] as? Int == 1)
        #expect(
            (object["notes"] as? [String])?.contains { $0.contains("'?'") && $0.contains("does not occur") } == true)
        let wrong = try Tool.run(["measure", "adult.csv", "-q", "age,workclass"], in: folder)
        #expect(wrong.status == 64 && wrong.errors.contains("did you mean ' workclass'?"))
    }

    /// A header is looked at before the records are read, and a pipe gives it once.
    @Test(arguments: [
        "cat named | singleout measure - ", "cat named | singleout measure /dev/stdin ",
        "gzip -c named | singleout measure - ", "singleout measure - < named ",
        "mkfifo p; cat named > p & singleout measure p ", "(head -c 4 > rest; singleout measure -) < led ",
    ])
    func pipes(command: String) throws {
        let folder = try folder()
        try folder.write("led\n" + folder.read("named"), to: "led")
        let options = #" -q '"born, year", sex' --format json"#
        let command =
            command.contains("(")
            ? command.replacingOccurrences(of: "measure -", with: "measure -" + options) : command + options
        let found = try Tool.shell(command, in: folder)
        #expect(found.contains(#""records": 24,"#) && found.contains(#""classes": 6,"#), "\(found)")
    }

    @Test func wrongLists() throws {
        let folder = try folder()
        for text in [#""born, year"#, #""born, year"x"#, "w,,fam", ""] {
            let run = try Tool.run(["measure", "named", "-q", text], in: folder)
            #expect(
                run.status == 64 && run.errors.contains("--quasi-identifiers needs names"), "\(text): \(run.errors)")
        }
    }

    /// A header that is not cut is no field, whatever may be asked for.
    @Test func aWholeHeaderIsNoName() throws {
        let folder = try WorkFolder()
        try folder.write("a,b\n1,2\n3,4\n", to: "d.csv")
        let run = try Tool.run(["measure", "d.csv", "-q", #""a,b""#], in: folder)
        #expect(run.status == 64 && run.errors.contains("has no field 'a,b'"))
        try folder.write("Smith, A;B, C\n1;2\n3;4\n", to: "s.csv")
        let cut = try Tool.run(
            ["combinations", "s.csv", "-q", "Smith, A", "-q", "B, C", "--format", "json"], in: folder)
        #expect(cut.status == 0 && cut.text.contains("\"B, C\""), "\(cut.errors)")
    }

    /// Lists in a release are never taken apart, and an editor may have written a byte-order mark.
    @Test func releases() throws {
        let folder = try folder()
        let text =
            "schema: singleout.release/1\ndata: named\nfields: {quasiIdentifiers: ['born, year', ' sex'], household: '\"fam\"'}\n"
            + "families: {members: ['born, year'], area: 'school '}\npolicy: {minK: 1}\n"
        try folder.write("\u{feff}" + text, to: "r.yml")
        let check = try Tool.run(["check", "--release", "r.yml", "--format", "json"], in: folder)
        #expect(check.status == 0 && check.text.contains("born, year"), "\(check.errors)")
        let families = try Tool.run(["families", "--release", "r.yml", "--format", "json"], in: folder)
        #expect(families.status == 0, "\(families.errors)")
        try folder.write("\u{feff}'born, year': bands:2\n' sex': none\n", to: "levels.yml")
        let recode = try Tool.run(["recode", "--release", "r.yml", "--hierarchies", "levels.yml"], in: folder)
        #expect(recode.status == 0, "\(recode.errors)")
        let brief = try Tool.run(
            [
                "brief", "named", "--output", "b", "-q", #""born, year",school "#, "--levels",
                #""born, year"=bands:2"#,
                "--family", #""fam""#, "--members", #" sex,"born, year""#, "--area", "school ", "--by", " sex",
            ], in: folder)
        #expect(brief.status == 0, "\(brief.errors)")
    }

    /// A name with breaks cannot add lines to what the tool says.
    @Test func anErrorIsALine() throws {
        let folder = try WorkFolder()
        try folder.write("a,b\n1,2\n", to: "d.csv")
        for name in ["a\nsingleout: done", "a\r\nb", "a\u{2028}b", "a\u{1b}[2Jb"] {
            let outcome = try Tool.run(["measure", "d.csv", "-q", name], in: folder)
            #expect(
                outcome.status == 64 && outcome.errors.unicodeScalars.filter { $0 == "\n" }.count == 1,
                "\(outcome.errors)")
            #expect(outcome.errors.contains("has no field 'a"))
        }
    }
}
