import Foundation
import Testing

/// Files of statistical programs are read by a process of their own, which can do nothing else and leaves nothing behind.
struct SeparateReaderTests {
    /// A variable may be named as files of another format begin; its records are a text that was made, not a file.
    @Test(arguments: ["$FL2@(#)", "%PDF-1", "<?xml"]) func namesThatAreSignatures(name: String) throws {
        let folder = try WorkFolder()
        var sample = StataSample([.init(name: name, kind: .text(1)), .init(name: "b", kind: .double)])
        for text in ["F", "F", "M"] { sample.add(texts: [Array(text.utf8)]) }
        try sample.data.write(to: folder.url("s.dta"))
        let outcome = try Tool.run(["measure", "s.dta", "-q", name, "--format", "json"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.text.contains("\"classes\": 2"))
    }

    /// The same records as text and as a file of Stata, whose texts the system must convert.
    static func samples(_ folder: WorkFolder) throws {
        var sample = StataSample([
            .init(name: "sex", kind: .text(1)), .init(name: "born", kind: .double, format: "%td"),
            .init(name: "name", kind: .text(8)),
        ])
        var text = "sex,born,name\n"
        let names: [(bytes: [UInt8], text: String)] = [
            ([0x5a, 0x6f, 0xeb], "Zoë"), ([0x41, 0x6e, 0x6e], "Ann"), ([0x41, 0x2c, 0x22], "\"A,\"\"\""), ([0x80], "€"),
        ]
        for record in 0..<40 {
            let (sex, name) = (record % 2 == 0 ? "F" : "M", names[record / 2 % 4])
            sample.add(numbers: [Double(record % 3)], texts: [Array(sex.utf8), name.bytes])
            text += "\(sex),1960-01-0\(record % 3 + 1),\(name.text)\n"
        }
        try folder.write(sample.data, to: "p.dta")
        try folder.write(text, to: "p.csv")
    }

    @Test(arguments: [
        "measure DATA -q sex,born,name", "combinations DATA -q sex,born,name", "suda DATA -q sex,name,born",
        "measure DATA -q name --population-data DATA", "across DATA DATA --on born,name",
        "recode DATA -q sex,born,name --apply born=1 --write OUT",
    ])
    func sameAnswers(command: String) throws {
        let folder = try WorkFolder()
        try Self.samples(folder)
        func answer(_ name: String) throws -> String {
            let line = command.replacingOccurrences(of: "DATA", with: name).replacingOccurrences(
                of: "OUT", with: "out.csv")
            let printed = try Tool.shell("singleout \(line) --format csv; echo \"status $?\"", in: folder)
            let written = (try? folder.read("out.csv")) ?? ""
            try? FileManager.default.removeItem(at: folder.url("out.csv"))
            return (printed + written).replacingOccurrences(of: name, with: "DATA")
        }
        let expected = try answer("p.csv")
        #expect(try answer("p.dta") == expected)
        #expect(expected.contains("status 0") || expected.contains("status 1"), "\(expected)")
    }

    /// The missing values `.`, `.a` to `.z` of Stata are one blank here and several to who receives the file, so every output says it.
    @Test(arguments: [
        "measure DATA -q age", "check DATA -q age --min-k 3", "recode DATA -q age --apply age=dropped --write out.csv",
        "across DATA DATA --on age",
    ])
    func codesOfMissingValues(command: String) throws {
        let folder = try WorkFolder()
        func printed(_ missing: [Int], _ name: String) throws -> String {
            var sample = StataSample([.init(name: "age", kind: .double)])
            for _ in 0..<4 { sample.add(numbers: [10]) }
            for letter in missing {
                sample.add(numbers: [Double(bitPattern: 0x7FE0_0000_0000_0000 + UInt64(letter) << 40)])
            }
            try folder.write(sample.data, to: name)
            let words = command.replacingOccurrences(of: "DATA", with: name).split(separator: " ").map(String.init)
            let outcome = try Tool.run(words + ["--format", "json"], in: folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            return outcome.text
        }
        let note = "values of age have codes that the file declares to be missing"
        #expect(try printed([1, 2, 26, 0, 0], "letters.dta").contains("3 " + note))
        #expect(try printed([1, 1, 1, 0], "blank.dta").contains("3 " + note))
        for (name, missing) in ["one.dta": [1, 1, 1], "none.dta": [0, 0, 0]] {
            #expect(try !printed(missing, name).contains(note), "\(name)")
        }
    }

    /// Damage that ended the process of version 0.1.0: a variable without a name, and a day that no whole number holds.
    @Test func damagedFiles() throws {
        let folder = try WorkFolder()
        var nameless = StataSample([.init(name: "sex", kind: .text(1)), .init(name: "", kind: .double)])
        nameless.add(numbers: [1], texts: [[70]])
        try folder.write(nameless.data, to: "nameless.dta")
        var endless = StataSample([
            .init(name: "sex", kind: .text(1)), .init(name: "born", kind: .double, format: "%td"),
        ])
        for day in [-0x1p63, 0x1p63, -0x1p62, .infinity, -.infinity, .nan, -1.7e308] {
            endless.add(numbers: [day], texts: [[70]])
        }
        try folder.write(endless.data, to: "endless.dta")
        try folder.write(endless.data.prefix(400), to: "cut.dta")
        try folder.write(Data(endless.data.prefix(109)) + Data(repeating: 255, count: 3_000), to: "full.dta")
        for name in ["nameless", "cut", "full"] {
            let outcome = try Tool.run(["measure", "\(name).dta", "-q", "sex"], in: folder)
            #expect(outcome.status == 2, "\(name)")
            #expect(outcome.errors.hasPrefix("singleout: \(name).dta: cannot be read: "), "\(outcome.errors)")
            #expect(
                outcome.errors.hasSuffix(".\n") && outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)"
            )
            #expect(outcome.output.isEmpty)
        }
        // Days that no calendar has are missing; all of them are.
        let days = try Tool.run(["measure", "endless.dta", "-q", "sex,born", "--format", "json"], in: folder)
        #expect(days.status == 0, "\(days.errors)")
        #expect(days.text.contains("\"classes\": 1,"), "\(days.text)")
    }

    /// The name of a label set that takes all bytes it has ends there, not at a zero byte somewhere behind it.
    @Test func longSetName() throws {
        let folder = try WorkFolder()
        var sample = StataSample([
            .init(name: "sex", kind: .text(1), labels: String(repeating: "s", count: 33)),
            .init(name: "area", kind: .double, labels: String(repeating: "a", count: 33)),
        ])
        for area in [1.0, 1, 2] { sample.add(numbers: [area], texts: [[70]]) }
        try folder.write(sample.data, to: "p.dta")
        let outcome = try Tool.run(["measure", "p.dta", "-q", "sex,area", "--format", "json"], in: folder)
        #expect(outcome.status == 0 && outcome.text.contains("\"classes\": 2,"), "\(outcome.errors)")
    }

    /// Whoever calls the tool as a reader without a socket is told that there is no such option.
    @Test func notByHand() throws {
        for arguments in [
            ["--read-foreign-file"], ["--read-foreign-file", "stata"], ["--read-foreign-file", "parquet"],
        ] {
            let outcome = try Tool.run(arguments, in: WorkFolder())
            #expect(outcome.status == 64 && outcome.output.isEmpty, "\(arguments)")
        }
    }

    /// The reader has three descriptors, may write no file, and ends with the program that started it.
    @Test func confined() throws {
        let folder = try WorkFolder()
        var sample = StataSample([.init(name: "a", kind: .text(40))])
        for record in 0..<200_000 { sample.add(texts: [Array("text \(record % 1_000) of this file".utf8)]) }
        try folder.write(sample.data, to: "p.dta")
        for _ in 0..<20 {
            let process = Tool.process(["measure", "p.dta", "-q", "a"], in: folder)
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            // What a program hands on to the tool is not handed on to the reader.
            process.standardInput = try FileHandle(forReadingFrom: folder.url("p.dta"))
            try process.run()
            let tool = process.processIdentifier
            while process.isRunning {
                guard let reader = Self.child(of: tool), Self.proc(reader, "limits").contains(Self.noFileSize) else {
                    continue
                }
                // As the tool takes nothing, the reader waits.
                kill(tool, SIGSTOP)
                let (limits, status) = (Self.proc(reader, "limits"), Self.proc(reader, "status"))
                let descriptors = try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(reader)/fd")
                let isAlive = Self.isAlive(reader)
                kill(tool, SIGKILL)
                Tool.wait(for: process)
                guard isAlive else { break }
                for line in [
                    "Max core file size        0                    0 ",
                    "Max open files            3                    3 ",
                ] {
                    #expect(limits.contains(line), "\(limits)")
                }
                #expect(status.contains("NoNewPrivs:\t1"))
                #expect(descriptors?.sorted() == ["0", "1", "2"])
                var waits = 0
                while Self.isAlive(reader), waits < 500 {
                    Thread.sleep(forTimeInterval: 0.01)
                    waits += 1
                }
                #expect(!Self.isAlive(reader), "the reader is left behind")
                return
            }
            Tool.wait(for: process)
        }
        Issue.record("the reader was never found at work")
    }

    private static let noFileSize = "Max file size             0                    0 "

    /// A file in /proc, or nothing where the process has ended.
    private static func proc(_ process: Int32, _ name: String) -> String {
        let handle = try? FileHandle(forReadingFrom: URL(fileURLWithPath: "/proc/\(process)/\(name)"))
        return String(decoding: (try? handle?.readToEnd()) ?? Data(), as: UTF8.self)
    }

    private static func child(of process: Int32) -> Int32? {
        let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
        return tasks.lazy.compactMap { task in
            proc(process, "task/\(task)/children").split(separator: " ").first.flatMap { Int32($0) }
        }.first
    }

    private static func isAlive(_ process: Int32) -> Bool {
        let status = proc(process, "status")
        return !status.isEmpty && !status.contains("State:\tZ")
    }
}
