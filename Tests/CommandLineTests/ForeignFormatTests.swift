import Foundation
import Testing

/// Files in other formats than delimited text, as commands take them.
struct ForeignFormatTests {
    /// Without the command that reads Parquet the error names the file, the command and the remedy.
    @Test func withoutTheCommand() throws {
        let folder = try WorkFolder()
        try folder.write("PAR1", to: "p.parquet")
        let printed = try Tool.shell(
            "tool=$(command -v singleout); PATH=/nowhere $tool measure p.parquet -q a; echo \"status $?\"", in: folder)
        #expect(
            printed
                == "singleout: p.parquet: files of this format are read by the command 'duckdb', which is not on the PATH; "
                + "install it (pip install duckdb-cli brings it), or convert the file to CSV.\nstatus 2\n")
    }

    /// A command that gives up after some records makes an error, never fewer records.
    @Test func commandThatGivesUp() throws {
        let folder = try WorkFolder()
        try folder.write("PAR1", to: "p.parquet")
        try folder.write(
            "#!/bin/sh\ncase \"$*\" in *DESCRIBE*) echo a,VARCHAR ;; *) echo 1; echo 1; exit ${GIVES_UP:-0} ;; esac\n",
            to: "duckdb")
        let command =
            "chmod +x duckdb; export PATH=$PWD:$PATH; singleout measure p.parquet -q a --format json > out; echo \"status $?\""
        #expect(try Tool.shell(command, in: folder) == "status 0\n")
        #expect(try folder.read("out").contains("\"k\": 2,"))
        let failing = try Tool.shell("export GIVES_UP=1; " + command, in: folder)
        #expect(failing.contains("\"message\": \"p.parquet: the command 'duckdb' cannot read the file"), "\(failing)")
        #expect(failing.hasSuffix("status 2\n"))
    }

    /// A Parquet file gives the same answers as the text that it was made of, with every command that reads files.
    @Test(.enabled(if: Programs.path(of: "duckdb") != nil, "duckdb is not installed"))
    func sameAnswers() throws {
        let folder = try Samples.folder()
        let made = try Tool.shell(
            "duckdb -c \"COPY (FROM read_csv('pupils.csv', all_varchar = true)) TO 'pupils.parquet' (FORMAT parquet)\"",
            in: folder)
        try #require(FileManager.default.fileExists(atPath: folder.path("pupils.parquet")), "\(made)")
        for command in [
            "measure DATA -q sex,year,area", "combinations DATA -q sex,year,area", "check DATA -q sex --min-k 3",
            "suda DATA -q sex,year,area",
        ] {
            func printed(_ name: String) throws -> String {
                try Tool.shell(
                    "singleout \(command.replacingOccurrences(of: "DATA", with: name)) --format csv", in: folder)
            }
            #expect(try printed("pupils.parquet") == printed("pupils.csv"), "\(command)")
        }
    }

    /// What is no such file, whatever its name says, is told without its contents.
    @Test(arguments: ["sav", "dta", "sas7bdat"])
    func noSuchFile(ending: String) throws {
        let folder = try WorkFolder()
        try folder.write("a,b\nsecret,1\n", to: "p.\(ending)")
        let outcome = try Tool.run(["measure", "p.\(ending)", "-q", "a"], in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.errors.hasPrefix("singleout: p.\(ending): cannot be read: "), "\(outcome.errors)")
        #expect(outcome.errors.contains("it is text and not a") && outcome.errors.contains("ends in .csv"))
        #expect(!outcome.errors.contains("secret"))
    }
}
