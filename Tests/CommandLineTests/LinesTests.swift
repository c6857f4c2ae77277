import Foundation
import Singleout
import Testing

/// What stands around the records of a file, in every command: blank lines, titles, notes, and options with a leading dash.
struct LinesTests {
    private func measured(_ text: String, _ options: [String]) throws -> [String: Any] {
        let folder = try WorkFolder()
        try folder.write(text, to: "d.csv")
        let run = try Tool.run(["measure", "d.csv", "--format", "json"] + options, in: folder)
        #expect(run.status == 0, "\(run.errors)")
        return try run.json()
    }

    @Test func emptyLinesAreLeftOutAndCounted() throws {
        let text = "sex,year\nF,7\n\nM,8\n,\n  \nF,7\n"
        let left = try measured(text, ["-q", "sex,year"])
        #expect(left["records"] as? Int == 3 && left["emptyRecords"] as? Int == 3)
        let kept = try measured(text, ["-q", "sex,year", "--keep-empty-records"])
        #expect(kept["records"] as? Int == 6 && kept["emptyRecords"] as? Int == 0)
    }

    @Test func titlesAndNotes() throws {
        let text = "Pupils by sex\n\nsex;year\nF;7\nM;8\n\nSource: a census\n"
        let folder = try WorkFolder()
        try folder.write(text, to: "d.csv")
        let refused = try Tool.run(["measure", "d.csv", "-q", "sex"], in: folder)
        #expect(refused.status == 2 && refused.errors.contains("--skip-lines"))
        let read = try measured(text, ["-q", "sex,year", "--skip-lines", "1", "--rows", "2"])
        #expect(read["records"] as? Int == 2)
    }

    @Test func missingValuesWithADash() throws {
        let text = "sex,eth\nF,-9\nM,1\nF,1\n-9,2\nM,2\n"
        let read = try measured(text, ["-q", "sex,eth", "--missing-values", "-9", "--missing", "exclude"])
        #expect(read["records"] as? Int == 3 && read["excluded"] as? Int == 2 && read["classes"] as? Int == 3)
    }

    @Test func whatLooksMissingIsNoted() throws {
        let read = try measured("sex,eth\nF,NA\nM,1\nF,1\n", ["-q", "sex,eth", "--missing-values", "?"])
        let notes = try #require(read["notes"] as? [String])
        #expect(notes.contains { $0.contains("--missing-values='NA'") && $0.contains("eth") })
        #expect(notes.contains { $0.contains("'?'") && $0.contains("does not occur") })
    }

    /// What programs, offices and people write for 'missing', in any case.
    @Test(arguments: [
        "None", "<NA>", "NaT", "\\N", "#NULL!", ":", "..", "-", "(blank)", "Unknown", "UNKNOWN", "Not known",
        "Not stated",
        "Refused", ".a", ".Z", "na", "Null",
    ])
    func everyTextForMissingIsNoted(text: String) throws {
        let read = try measured("sex,eth\nF,\(text)\nM,Irish\nF,Irish\n", ["-q", "sex,eth"])
        let notes = try #require(read["notes"] as? [String])
        #expect(notes.contains { $0.hasPrefix("1 value of eth") && $0.contains("--missing-values='\(text)'") })
    }

    /// The marks of offices mean 'missing' among numbers; elsewhere they are codes. Surnames that begin as a word does are none.
    @Test func marksAreNotedAmongNumbersAlone() throws {
        func isNoted(_ values: String...) throws -> Bool {
            let text = "n,m\n" + values.map { "\($0),1\n" }.joined()
            return try (measured(text, ["-q", "n,m"])["notes"] as? [String] ?? []).contains {
                $0.contains("may mean")
            }
        }
        for mark in ["c", "x", "z", "X"] {
            #expect(try isNoted("12", mark, "3.5", "4"))
            #expect(try !isNoted("a", "b", mark))
            #expect(try !isNoted(mark, mark))
        }
        #expect(try !isNoted("Nonesuch", "Unknowns", "Nantes", "-b", ".ab", "Refuse"))
    }

    /// What a spreadsheet cut may be several values, so the note says it; exact numbers with an exponent are none.
    @Test func damageOfSpreadsheetsIsNoted() throws {
        func notes(_ values: String...) throws -> [String] {
            let text = "v,m\n" + values.map { "\"\($0)\",1\n" }.joined()
            return try (measured(text, ["-q", "v,m"])["notes"] as? [String] ?? []).filter {
                $0.contains("spreadsheet")
            }
        }
        #expect(try notes("1.00E+11", "1.00E+11", "1.00E+11").first?.hasPrefix("3 values of v look") == true)
        #expect(try notes("100012345", "1,23E+11", "", "Unknown").first?.hasPrefix("1 value of v looks") == true)
        #expect(try notes("########", "2009-03-14", "####################").first?.hasPrefix("2 values of v") == true)
        #expect(try notes("1e+05", "2", "3").isEmpty)
        #expect(try notes("1.5E+01", "2", "3").isEmpty)
        #expect(try notes("1.00E+11", "2.5", "3").isEmpty)
        #expect(try notes("1.00E+11", "A12", "3").isEmpty)
        #expect(try notes("#", "##", "1").isEmpty)
    }

    /// The first column has no name, two lines are empty, one lies above the header and one below the data.
    @Test func recodedCopiesHoldTheSameRecords() throws {
        let folder = try WorkFolder()
        try folder.write("Title\na,b\n1,x,y\n\n2,x,z\n,,\n3,w,\nnote\n", to: "d.csv")
        let run = try Tool.run(
            [
                "recode", "d.csv", "-q", "a,b", "--apply", "b=dropped", "--skip-lines", "1", "--rows", "3", "--write",
                "o.csv",
            ],
            in: folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(try folder.read("o.csv") == ",a,b\n1,x,*\n2,x,*\n3,w,*\n")
    }

    /// Every option that takes text takes one that begins with a dash, such as -9 or -1.
    @Test func everyTextOptionTakesADash() throws {
        var rest = Dictionary(
            grouping: Settings.all.filter { $0.name != nil && !$0.isArgument && $0.form != .flag }, by: \.name)
        for command in try CommandDescription.ofTool().commands {
            for argument in command.arguments where argument.kind == "option" {
                let name = argument.names?.first { $0.kind == "long" }?.name
                guard let row = rest[name]?.first(where: { $0.help == argument.abstract }) else { continue }
                rest[name]?.removeAll { $0 == row }
                switch row.form {
                case .flag, .choice, .format, .whole, .seed, .number: continue
                default: break
                }
                let outcome = try Tool.run([command.commandName, row.option, "-9"], in: WorkFolder())
                #expect(!outcome.errors.contains("Missing value"), "\(command.commandName) \(row.option)")
                #expect(!outcome.errors.contains("Unknown option"), "\(command.commandName) \(row.option)")
            }
        }
        #expect(rest.values.joined().isEmpty)
    }
}
