import Foundation
import Testing

/// Inputs of extreme size: a clear error or the right answer, in bounded memory, with the figures printed.
///
/// They take minutes and gigabytes, so only SINGLEOUT_ENDURANCE=1 in the environment runs them, which
/// `make test-long ONLY=endurance` sets.
@Suite(
    .serialized,
    .enabled(
        if: ProcessInfo.processInfo.environment["SINGLEOUT_ENDURANCE"] == "1",
        "`make test-long ONLY=endurance` runs these"))
struct EnduranceTests {
    private static let gibibyte = 1 << 30

    private static func report(_ what: String, _ run: MeasuredRun) {
        let seconds = String(format: "%.1f", run.seconds)
        print("\(what): \(seconds) s, \(run.peakBytes >> 20) MiB, status \(run.outcome.status)")
    }

    /// Lines of shell that print a file with one field of 1 GiB, and the line in which its record starts.
    private static let longFields = [
        ("quoted", "echo a,b; echo 1,2; printf '3,\"'; FIELD; echo '\"'; echo 5,6", 3),
        ("not quoted", "echo a,b; echo 1,2; printf 3,; FIELD; echo; echo 5,6", 3),
        ("never closed", "echo a,b; echo 1,2; printf '3,\"'; FIELD; echo; echo 5,6", 3),
        ("in the header", "printf '\"'; FIELD; echo '\",b'; echo 1,2", 1),
    ]

    @Test(arguments: longFields) func aFieldOfAGibibyte(name: String, command: String, line: Int) throws {
        let folder = try WorkFolder()
        let producer = command.replacingOccurrences(
            of: "FIELD", with: "head -c \(Self.gibibyte) /dev/zero | tr '\\0' x")
        #expect(try Tool.shell("(\(producer)) > long.csv", in: folder).isEmpty)
        for (source, input) in [("long.csv", nil), ("-", producer)] {
            let run = try MeasuredRun(["measure", source, "-q", "b"], in: folder, input: input, atMost: 600)
            Self.report("A field of 1 GiB, \(name), from \(source == "-" ? "a pipe" : "a file")", run)
            #expect(run.outcome.status == 2)
            #expect(
                run.outcome.errors.hasPrefix(
                    "singleout: \(source), line \(line): the record takes more than 67108864 bytes"))
            #expect(run.peakBytes < Self.gibibyte)
        }
    }

    /// One byte for each field that is read of each row.
    @Test(arguments: ["sex", "sex,area,year"]) func aBillionIdenticalRows(fields: String) throws {
        let rows = 1_000_000_000
        let kept = fields.split(separator: ",").count
        let run = try MeasuredRun(
            ["measure", "-", "-q", fields, "--format", "json"], in: WorkFolder(),
            input: "echo sex,area,year; yes F,A,2010 | head -c \(9 * rows)", atMost: 3_600)
        Self.report("1,000,000,000 rows, \(kept) of 3 fields", run)
        #expect(run.outcome.status == 0)
        let object = try run.outcome.json()
        #expect(object["records"] as? Int == rows)
        #expect(run.peakBytes < kept * rows * 5 / 4 + 100 << 20)
    }

    /// A hundred thousand columns, all of them written.
    @Test func aHundredThousandColumns() throws {
        let folder = try WorkFolder()
        let columns = 100_000
        let record = { (row: Int) in (0..<columns).map { String(row * $0 % 7) }.joined(separator: ",") }
        let lines = [(1...columns).map { "c\($0)" }.joined(separator: ",")] + (0..<500).map(record)
        try folder.write(lines.joined(separator: "\n") + "\n", to: "wide.csv")
        for (source, input) in [("wide.csv", nil), ("-", "cat wide.csv")] {
            let run = try MeasuredRun(
                ["measure", source, "-q", "c1,c2,c100000", "--format", "json"], in: folder, input: input, atMost: 600)
            Self.report("100,000 columns, 500 rows, from \(source == "-" ? "a pipe" : "a file")", run)
            #expect(run.outcome.status == 0)
            #expect(try run.outcome.json()["records"] as? Int == 500)
            #expect(run.peakBytes < 200 << 20)
        }
    }
}
