import Testing

/// Lines of a file that may be no records: padded notes and titles, headers that come again, records taken for the header.
struct LineDoubtTests {
    private static let table = "dob,sex,school\n1,F,A\n1,F,A\n2,M,B\n2,M,B\n"

    private static func answer(_ text: String, _ options: [String]) throws -> (records: Int?, notes: String) {
        let folder = try WorkFolder()
        try folder.write(text, to: "d.csv")
        let run = try Tool.run(["measure", "d.csv", "--format", "json"] + options, in: folder)
        #expect(run.status == 0, "\(run.errors)")
        let answer = try run.json()
        return (answer["records"] as? Int, (answer["notes"] as? [String] ?? []).joined(separator: "\n"))
    }

    private static func refusal(_ text: String, _ options: [String], status: Int32 = 2) throws -> String {
        let folder = try WorkFolder()
        try folder.write(text, to: "d.csv")
        let run = try Tool.run(["measure", "d.csv"] + options, in: folder)
        #expect(run.status == status && run.text.isEmpty)
        return run.errors
    }

    /// The notes fill only the field that is not read, or the one that is.
    @Test(arguments: ["dob,sex,school", "sex", "dob"]) func paddedNotesAfterAnEmptyLine(fields: String) throws {
        let text = Self.table + ",,\nSource: DfE,,\n\"Note: c = suppressed\",,\n"
        let refusal = try Self.refusal(text, ["-q", fields])
        #expect(refusal.contains("line 7") && refusal.contains("last 2 records") && refusal.contains("--rows 4"))
        #expect(!refusal.contains("DfE"))
        #expect(try Self.answer(text, ["-q", fields, "--rows", "4"]).records == 4)
        // As records they are counted where that is asked for, and said.
        let kept = try Self.answer(text, ["-q", fields, "--keep-empty-records"])
        #expect(kept.records == 7 && kept.notes.contains("The last 2 records have text in one field only, from line 7"))
    }

    /// The last record, and whether it is counted with a word.
    @Test(arguments: [("Source: DfE,,", true), (",,C", true), ("3,F,", false), ("3,F,C", false)])
    func aSparseLastRecord(record: String, isSaid: Bool) throws {
        let read = try Self.answer(Self.table + record + "\n", ["-q", "dob,sex,school"])
        #expect(read.records == 5)
        #expect(read.notes.contains("The last record has text in one field only, from line 6 on") == isSaid)
        #expect(read.notes.contains("--rows 4") == isSaid)
    }

    @Test func sparseRecordsThatAreCommonAreNotSaid() throws {
        let text = "id,a,b\n" + (1...30).map { "\($0),\($0 % 3 == 0 ? "x" : ""),\n" }.joined() + "31,,\n"
        #expect(
            try Self.answer(text, ["-q", "a"]) == (31, "Nothing here judges 2 other fields of the file: id and b."))
    }

    /// The notes come after more text than is looked at, in pieces and as a stream.
    @Test func notesBelowManyRecords() throws {
        let folder = try WorkFolder()
        try folder.write("id,a,b\n" + (1...9_000).map { "\($0),x,y\n" }.joined() + ",,\nnote,,\n", to: "d.csv")
        for threads in ["1", "3"] {
            let run = try Tool.run(["measure", "d.csv", "-q", "a", "--threads", threads], in: folder)
            #expect(run.status == 2 && run.errors.contains("line 9003") && run.errors.contains("--rows 9000"))
        }
    }

    @Test func aPaddedTitle() throws {
        let text = "Table 1,,\n,,\n" + Self.table
        #expect(try Self.refusal(text, ["-q", "dob"]).contains("--skip-lines"))
        #expect(try Self.answer(text, ["-q", "dob", "--skip-lines", "1"]).records == 4)
        #expect(try Self.answer(text, ["-q", "Table 1"]).notes.contains("--skip-lines 1"))
    }

    @Test(arguments: ["dob,sex,school", "\u{FEFF}\"dob\",sex,\"school\"", "\u{FEFF}dob,sex,school\r"])
    func aHeaderThatComesAgain(header: String) throws {
        let text = "dob,sex,school\n1,F,A\n1,F,A\n\(header)\n2,M,B\n2,M,B\n"
        for fields in ["dob", "sex", "sex,dob"] {
            #expect(try Self.refusal(text, ["-q", fields]).contains("line 4: this line repeats the header"))
        }
        #expect(try Self.refusal(text + header + "\n", ["-q", "sex"]).contains("and the 1 like it"))
    }

    /// Not every cell has the name of its field: a person with such a value.
    @Test func aValueThatIsTheNameOfItsField() throws {
        let text = "id,autism\n1,autism\n2,other\n3,autism\n"
        #expect(try !Self.answer(text, ["-q", "autism"]).notes.contains("names of"))
        #expect(
            try Self.answer("school\nA\nschool\nB\n", ["-q", "school"]).notes.contains("1 record has the names of"))
    }

    @Test func marksBeforeRecords() throws {
        let text = "dob,sex,school\n1,F,A\n\u{FEFF}1,F,A\n2,M,B\n\u{FEFF}\"2\",M,B\n"
        let folder = try WorkFolder()
        try folder.write(text, to: "d.csv")
        let run = try Tool.run(["measure", "d.csv", "-q", "dob,sex,school", "--format", "json"], in: folder)
        let answer = try run.json()
        #expect(answer["k"] as? Int == 2 && answer["classes"] as? Int == 2)
        #expect((answer["notes"] as? [String])?.first?.contains("2 records begin with a byte-order mark") == true)
    }

    @Test func blankLinesInAFileOfOneField() throws {
        let ends = try Self.answer("school\nA\nA\n\n\n", ["-q", "school"])
        #expect(ends.records == 4 && ends.notes.contains("ends in 2 blank lines") && ends.notes.contains("--rows 2"))
        #expect(try Self.answer("school\nA\nA\n\n\n", ["-q", "school", "--rows", "2"]) == (2, ""))
        #expect(try !Self.answer("school\nA\n\nA\n", ["-q", "school"]).notes.contains("blank"))
        let help = try Tool.run(["help", "measure"], in: WorkFolder())
        #expect(
            help.text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
                "a file of one field always does"))
    }

    /// A file without a header: what is asked for, and what the first line holds.
    @Test(arguments: ["F", "Ameliaq", "Smithsonq", "dob"]) func aRecordInPlaceOfTheHeader(field: String) throws {
        let clear =
            "Ameliaq,Smithsonq,2009-03-14,AB1 2CD,F\nJohn,Brown,2008-01-02,AB1 2CE,M\nJo,Bro,2008-01-03,AB1 2CF,F\n"
        let folder = try WorkFolder()
        try folder.write(clear, to: "clear.csv")
        try folder.write("a,b\n" + clear, to: "title.csv")
        try folder.write("Ameliaq,17,F,3\nJohn,18,M,4\nJo,17,F,3\n", to: "doubtful.csv")
        let held = ["Ameliaq", "Smithsonq", "2009-03-14", "AB1 2CD", "17"].filter { $0 != field }
        let commands = [
            ["measure", "-q", field], ["check", "-q", field, "--min-k", "1"], ["combinations", "-q", "F,\(field)x"],
            ["recode", "-q", field + "x", "--apply", "\(field)x=dropped"], ["groups", "-q", "F", "--by", field + "x"],
        ]
        for file in ["clear.csv", "doubtful.csv"] {
            for command in commands {
                let run = try Tool.run([command[0], file] + command.dropFirst(), in: folder)
                for value in held { #expect(!(run.text + run.errors).contains(value), "\(command) \(run.errors)") }
                #expect(
                    (run.text + run.errors).split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
                        "looks like a record"))
            }
            for command in [["across", "--on"], ["differences", "-q"], ["link", "--compare"]] {
                let run = try Tool.run([command[0], file, file, command[1], "Amelia"], in: folder)
                #expect(run.status != 0)
                for value in held { #expect(!(run.text + run.errors).contains(value), "\(command) \(run.errors)") }
            }
        }
        let run = try Tool.run(["measure", "title.csv", "-q", "F", "--skip-lines", "1"], in: folder)
        #expect(run.status == 2 && run.errors.contains("fewer lines"))
    }

    /// Headers that are none of a person's values.
    @Test(arguments: [
        "school,2015,2016,2017\nA,2015,2010,3\nB,2011,2016,4\n",
        "school,202021,202122\nA,123456,234567\nB,345678,345679\n",
        "la,0,1,2\nA,1,2,0\nB,0,0,1\n", "la,10,25,50,75,90\nA,1,2,3,4,5\nB,2,3,4,5,6\n",
        "asthma,autism,none\nasthma,,\n,autism,\n,autism,none\n",
    ])
    func headersThatAreNone(text: String) throws {
        let field = String(text.prefix { $0 != "," })
        #expect(try !Self.answer(text, ["-q", field]).notes.contains("looks like"))
    }

    /// Dates as names of columns of numbers are names, and not printed where nobody asked for them.
    @Test func namesWithTheFormOfAValue() throws {
        let text = "school,2020-01-31,2020-02-29\nA,15,20\nB,11,16\n"
        #expect(
            try Self.answer(text, ["-q", "school"]).notes
                == "Nothing here judges 2 other fields of the file: column 2 and column 3.")
        #expect(try !Self.refusal(text, ["-q", "2020-01-3"], status: 64).contains("2020-01-31"))
        #expect(try Self.answer(text, ["-q", "2020-01-31"]).records == 2)
    }
}
