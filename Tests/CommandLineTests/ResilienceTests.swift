import Foundation
import Testing

/// Files and disks that do not behave: a clear error or the right answer, in little memory.
///
/// `make test-long ONLY=endurance` runs the same at full size: see `EnduranceTests`.
struct ResilienceTests {
    // MARK: Files that cannot be read

    /// What the superuser cannot read either.
    @Test(arguments: [
        (".", "it is a folder"), ("nowhere.csv", "No such file"), ("loop.csv", "symbolic links"),
        ("socket.csv", "No such device"), ("/proc/self/mem", "Input/output error"), ("empty.csv", "the file is empty"),
    ])
    func filesThatCannotBeRead(name: String, reason: String) throws {
        let folder = try Samples.folder()
        try folder.write("", to: "empty.csv")
        try FileManager.default.createSymbolicLink(atPath: folder.path("loop.csv"), withDestinationPath: "loop.csv")
        try Self.makeSocket(at: folder.path("socket.csv"))
        for arguments in [[name], ["pupils.csv", "--population-data", name]] {
            let outcome = try Tool.run(["measure"] + arguments + ["-q", "sex"], in: folder)
            #expect(outcome.status == 2)
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.hasPrefix("singleout: \(name): "), "\(outcome.errors)")
            #expect(outcome.errors.contains(reason), "\(outcome.errors)")
        }
    }

    // A superuser may read anything, so there is nothing to see.
    @Test(.enabled(if: getuid() != 0)) func aFileWithoutPermission() throws {
        let folder = try Samples.folder()
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: folder.path("pupils.csv"))
        let outcome = try Tool.run(["measure", "pupils.csv", "-q", "sex"], in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("pupils.csv: cannot be read: Permission denied"), "\(outcome.errors)")
    }

    private static func makeSocket(at path: String) throws {
        let number = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(number) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8CString)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) {
            unsafe $0.copyBytes(from: bytes.map(UInt8.init(bitPattern:)))
        }
        let length = socklen_t(MemoryLayout<sockaddr_un>.size)
        let bound = unsafe withUnsafePointer(to: &address) {
            unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe bind(number, $0, length) }
        }
        guard bound == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    // MARK: Files that change

    /// How a file is changed under the reader.
    enum Change: CaseIterable { case emptied, cutAtAPage, cutWithinAPage, appendedTo, rewritten }

    /// The reader is stopped once it has the file before it, and goes on after the change.
    @Test(arguments: Change.allCases, [false, true])
    func aFileThatChangesWhileItIsRead(change: Change, isCompressed: Bool) throws {
        let folder = try WorkFolder()
        let lines = String(repeating: "F,A,2010,abcdefgh\nM,B,2011,bcdefghi\n", count: 500_000)
        try folder.write("sex,area,year,code\n" + lines, to: "plain.csv")
        var file = "plain.csv"
        if isCompressed {
            // No smaller, so that a change finds the reader at work.
            file = "packed.csv"
            let command = "gzip -1 -c plain.csv > one.gz; cat one.gz one.gz one.gz one.gz > packed.csv"
            #expect(try Tool.shell(command, in: folder).isEmpty)
        }
        for _ in 0..<40 {
            try Data(contentsOf: folder.url(file)).write(to: folder.url("data.csv"))
            let streams = try WorkFolder()
            let errors = try streams.create("errors")
            let process = Tool.process([], in: folder)
            process.executableURL = URL(fileURLWithPath: "/usr/bin/nice")
            process.arguments =
                ["-n", "19", Tool.path, "measure", "data.csv", "--threads", "1", "--output", "answer.txt"]
                // Each on its own, so that the header is not looked at before the records are read.
                + ["sex", "area", "year", "code"].flatMap { ["-q", $0] }
            process.standardError = errors
            try process.run()
            if try Self.stop(process, whenItMaps: folder.path("data.csv")) {
                try Self.apply(change, to: folder.url("data.csv"))
                kill(process.processIdentifier, SIGCONT)
                Tool.wait(for: process)
                let message = try streams.read("errors")
                #expect(Tool.status(of: process) == 2, "\(message)")
                #expect(message.hasPrefix("singleout: data.csv: the file was changed while it was read"), "\(message)")
                #expect(try !folder.names().contains { $0 == "answer.txt" || $0.hasPrefix(".") })
                return
            }
            // It was done too early; so was its answer.
            Tool.wait(for: process)
            try FileManager.default.removeItem(at: folder.url("answer.txt"))
        }
        Issue.record("the reader was never found at work")
    }

    /// Stops a process while it has a file mapped; `false` when it ended before.
    private static func stop(_ process: Process, whenItMaps path: String) throws -> Bool {
        let number = process.processIdentifier
        func isMapped() -> Bool {
            // A file of unknown size is read to its end by a handle only.
            let maps = try? FileHandle(forReadingFrom: URL(fileURLWithPath: "/proc/\(number)/maps")).readToEnd()
            return String(decoding: maps ?? Data(), as: UTF8.self).contains(path)
        }
        // It is let run a little at a time, and others first, so that it is not done before it is looked at, whatever else
        // the machine does.
        kill(number, SIGSTOP)
        while process.isRunning {
            if isMapped() {
                Thread.sleep(forTimeInterval: 0.02)
                if isMapped() { return true }
            }
            kill(number, SIGCONT)
            Thread.sleep(forTimeInterval: 0.0005)
            kill(number, SIGSTOP)
        }
        return false
    }

    private static func apply(_ change: Change, to url: URL) throws {
        let file = try FileHandle(forUpdating: url)
        let size = try file.seekToEnd()
        switch change {
        case .emptied: try file.truncate(atOffset: 0)
        case .cutAtAPage: try file.truncate(atOffset: size / 2 / 4_096 * 4_096)
        case .cutWithinAPage: try file.truncate(atOffset: size / 2 / 4_096 * 4_096 + 100)
        case .appendedTo: try file.write(contentsOf: Data("F,A,2010,abcdefgh\n".utf8))
        case .rewritten:
            try file.seek(toOffset: size - 2)
            try file.write(contentsOf: Data("Z\n".utf8))
        }
        try file.close()
    }

    // MARK: Disks that are full

    private static let town = Notebook.root.appendingPathComponent("datasets/town")
    private static let fields = "sex,date_of_birth,postcode,ethnicity,sen,fsm,entry_date,school"

    /// Commands that write more than 32 KiB to OUT.
    private static let writers: [[String]] = [
        ["combinations", "census.csv", "-q", fields, "--format", "json", "--output", "OUT"],
        ["suda", "census.csv", "-q", "sex,date_of_birth,school", "--records", "OUT"],
        ["families", "census.csv", "--infer", "address", "-q", "sex", "--records", "OUT"],
        ["link", "extract.csv", "census.csv", "--compare", "surname:name,date_of_birth:date", "--records", "OUT"],
        ["recode", "census.csv", "-q", "sex,ethnicity", "--apply", "ethnicity=1", "--write", "OUT"],
        ["generate", "--pupils", "3000", "--from", "2016", "--to", "2016", "--output", "OUT"],
        ["generate", "--pupils", "3000", "--from", "2016", "--to", "2016", "--format", "csv.zst", "--output", "OUT"],
    ]

    private static func townFolder() throws -> WorkFolder {
        let folder = try WorkFolder()
        for (file, name) in [("census-2016.csv", "census.csv"), ("extract.csv", "extract.csv")] {
            try FileManager.default.copyItem(at: town.appendingPathComponent(file), to: folder.url(name))
        }
        return folder
    }

    private static func expectFull(_ outcome: Tool.Outcome, _ disk: SmallDisk, _ arguments: [String]) throws {
        #expect(outcome.status == 2, "\(arguments)")
        let opening = arguments.contains("json") ? "{\"schema\": \"singleout.error/1\"" : "singleout: \(disk.path)/out"
        #expect(outcome.errors.hasPrefix(opening), "\(outcome.errors)")
        #expect(outcome.errors.contains("\(disk.path)/out"), "\(outcome.errors)")
        #expect(outcome.errors.contains("no space left on"), "\(outcome.errors)")
        #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
        #expect(try disk.names().isEmpty, "\(arguments)")
    }

    @Test(.enabled(if: SmallDisk.isPossible, "only the superuser can mount a small disk"), arguments: writers)
    func aFullDiskLeavesNothing(arguments: [String]) throws {
        let disk = try SmallDisk(kibibytes: 32)
        let own = arguments.map { $0 == "OUT" ? disk.path + "/out" : $0 }
        try Self.expectFull(Tool.run(own, in: Self.townFolder()), disk, arguments)
    }

    /// The disk is full at one file of a briefing after the other, the workbook and its parts too.
    @Test(.enabled(if: SmallDisk.isPossible, "only the superuser can mount a small disk"))
    func aBriefingOnAFullDiskLeavesNothing() throws {
        let folder = try Self.townFolder()
        let arguments = ["brief", "census.csv", "-q", "sex,date_of_birth,postcode,ethnicity", "--date", "2026-11-25"]
        var room = 24
        while true {
            let disk = try SmallDisk(kibibytes: room)
            let outcome = try Tool.run(arguments + ["--output", disk.path + "/out"], in: folder)
            if outcome.status == 0 { break }
            try Self.expectFull(outcome, disk, arguments)
            room += 32
        }
        #expect(room > 128)
    }

    /// A device that takes nothing.
    @Test(arguments: ["table", "json", "csv", "markdown", "latex"]) func aFullDevice(format: String) throws {
        let arguments = ["measure", "pupils.csv", "-q", "sex,year,area", "--format", format]
        let printed = try Tool.run(arguments, in: Samples.folder(), to: .file("/dev/full"))
        #expect(printed.status == 2)
        #expect(printed.errors.contains("standard output: cannot write: no space left on device"), "\(printed.errors)")
        let written = try Tool.run(arguments + ["--output", "/dev/full"], in: Samples.folder())
        #expect(written.status == 2)
        #expect(written.errors.contains("/dev/full: cannot write: no space left on device"), "\(written.errors)")
    }

    // MARK: Files that are out of all proportion

    private static func wide(_ records: [String]) throws -> WorkFolder {
        let folder = try WorkFolder()
        let header = (1...100_000).map { "c\($0)" }.joined(separator: ",")
        try folder.write(([header] + records).joined(separator: "\n") + "\n", to: "wide.csv")
        return folder
    }

    @Test func aHundredThousandColumns() throws {
        let record = { (digit: Int) in String(repeating: "\(digit),", count: 99_999) + "\(digit % 2)" }
        let folder = try Self.wide([0, 1, 2, 3].map(record))
        for input in [nil, "cat wide.csv"] {
            let name = input == nil ? "wide.csv" : "-"
            let run = try MeasuredRun(
                ["measure", name, "-q", "c1,c100000", "--format", "json"], in: folder, input: input)
            #expect(run.outcome.status == 0, "\(run.outcome.errors)")
            #expect(try run.outcome.json()["records"] as? Int == 4)
            #expect(run.peakBytes < 100 << 20 || Programs.isSanitized)
        }
        try folder.write(
            "schema: singleout.release/1\ndata: wide.csv\nfields: {quasiIdentifiers: ["
                + (1...100_000).map { "c\($0)" }.joined(separator: ",") + "]}\n", to: "release.yml")
        let all = try Tool.run(["combinations", "--release", "release.yml"], in: folder)
        #expect(all.status == 64, "\(all.errors.prefix(300))")
        let nearly = try Tool.run(["measure", "wide.csv", "-q", "c100001"], in: folder)
        #expect(nearly.status == 64 && nearly.errors.contains("has no field 'c100001'"))
    }

    @Test func aHundredThousandColumnsAndOneTooFew() throws {
        let folder = try Self.wide([
            String(repeating: "1,", count: 99_999) + "1", String(repeating: "1,", count: 99_998) + "1",
        ])
        let outcome = try Tool.run(["measure", "wide.csv", "-q", "c1"], in: folder)
        #expect(outcome.status == 2)
        #expect(
            outcome.errors.contains(
                "line 3: expected 100000 fields as in line 1, which was taken for the header, found 99999"),
            "\(outcome.errors)"
        )
    }

    /// Lines of shell that print a file with one field of 68 MB, and the line in which its record starts.
    private static let longFields = [
        ("echo a,b; echo 1,2; printf '3,\"'; FIELD; echo '\"'; echo 5,6", 3),
        ("echo a,b; echo 1,2; printf 3,; FIELD; echo; echo 5,6", 3), ("echo a,b; printf '3,\"'; FIELD", 2),
        ("printf '\"'; FIELD; echo '\",b'; echo 1,2", 1), ("printf a,; FIELD; echo; echo 1,2", 1),
    ]

    /// The limit of a record is 64 MiB.
    @Test(arguments: longFields) func aFieldThatIsTooLong(command: String, line: Int) throws {
        let folder = try WorkFolder()
        let producer = command.replacingOccurrences(of: "FIELD", with: "head -c 68000000 /dev/zero | tr '\\0' x")
        #expect(try Tool.shell("(\(producer)) > long.csv", in: folder).isEmpty)
        for (name, input) in [("long.csv", nil), ("-", producer)] {
            let run = try MeasuredRun(["measure", name, "-q", "b"], in: folder, input: input)
            #expect(run.outcome.status == 2)
            #expect(
                run.outcome.errors
                    == "singleout: \(name), line \(line): the record takes more than 67108864 bytes; look for a "
                    + "quote that is never closed.\n", "\(run.outcome.errors)")
            #expect(run.peakBytes < 800 << 20 || Programs.isSanitized, "\(run.peakBytes >> 20) MiB")
        }
    }

    /// Rows that are all alike take one byte of each field that is read, and nothing else grows with them.
    @Test func millionsOfIdenticalRowsThroughAPipe() throws {
        let folder = try WorkFolder()
        var peaks: [Int] = []
        for rows in [2_000_000, 10_000_000] {
            let run = try MeasuredRun(
                ["measure", "-", "-q", "sex,area", "--format", "json"], in: folder,
                input: "echo sex,area,year; yes F,A,2010 | head -c \(9 * rows)")
            #expect(run.outcome.status == 0, "\(run.outcome.errors)")
            let object = try run.outcome.json()
            #expect(object["records"] as? Int == rows)
            peaks.append(run.peakBytes)
        }
        #expect(peaks[1] - peaks[0] < 8_000_000 * 2 * 3 / 2 || Programs.isSanitized, "\(peaks)")
    }
}
