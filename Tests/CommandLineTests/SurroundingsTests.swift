import Foundation
import Testing

/// Runs without what a shell usually gives: /proc, open standard descriptors, memory, descriptors, files that can be read twice.
struct SurroundingsTests {
    /// Whether this process may hide /proc: the superuser of a machine may, one of a container often may not.
    private static let canHideProc =
        (try? Tool.shell("unshare -m mount -t tmpfs none /proc 2>/dev/null; echo $?", in: WorkFolder())) == "0\n"

    private static func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        try folder.write("a,b,c\n1,2,x\n1,3,y\n2,3,x\n2,2,y\n1,2,x\n", to: "d.csv")
        return folder
    }

    @Test(.enabled(if: canHideProc, "only the superuser can hide /proc")) func argumentsWithoutProc() throws {
        let command =
            "unshare -m sh -c 'mount -t tmpfs none /proc && singleout check d.csv -q a --min-k 100000 >out 2>&1; echo $?'"
        let folder = try Self.folder()
        #expect(try Tool.shell(command, in: folder) == "1\n")
        // A sanitizer has something to say about a machine without /proc.
        if !Programs.isSanitized { #expect(try folder.read("out").hasPrefix("Release policy check")) }
    }

    /// Threads that look for each other in /proc, as those of a library may, end a run now and then, and any that takes a second.
    @Test(
        .enabled(if: canHideProc, "only the superuser can hide /proc"),
        arguments: [
            "suda d.csv -q a,b --threads 4", "recode d.csv -q a,b --apply a=0 --write OUT --threads 4",
            "groups d.csv -q b --by a --min-group 1 --threads 4",
            "combinations big.csv -q a,b,c,d,e,f,g,h,i,j,k,l --threads 4",
            "brief d.csv -q a,b --threads 4 --output OUT",
            "generate --pupils 500 --from 2016 --to 2016 --seed 1 --output OUT",
        ]) func threadsWithoutProc(line: String) throws
    {
        let folder = try Self.folder()
        let rows = (0..<4_000).map { row in (1...12).map { "\(row * 7_919 % (97 * $0) % 5)" }.joined(separator: ",") }
        try folder.write((["a,b,c,d,e,f,g,h,i,j,k,l"] + rows).joined(separator: "\n") + "\n", to: "big.csv")
        let command = "timeout 60 singleout " + line.replacing("OUT", with: "out$i")
        let runs = "for i in 1 2 3 4 5 6 7 8; do \(command) >text 2>&1; echo $?; done"
        let text = try Tool.shell(
            "unshare -m sh -c 'mount -t tmpfs none /proc && \(runs)'; cat text", in: folder)
        #expect(text.hasPrefix(String(repeating: "0\n", count: 8)), "\(text)")
    }

    @Test(.enabled(if: canHideProc, "only the superuser can hide /proc")) func sparkWithoutProc() throws {
        let command = "singleout measure --engine spark --table t -q a --spark-sql /bin/true 2>&1; echo $?"
        let text = try Tool.shell("unshare -m sh -c 'mount -t tmpfs none /proc && \(command)'", in: Self.folder())
        #expect(text.contains("it needs /proc") && text.hasSuffix("\n2\n"), "\(text)")
    }

    /// A gate that cannot say what it found, or was not told what to check, is closed.
    @Test func closedDescriptors() throws {
        let folder = try Self.folder()
        let check = "singleout check d.csv -q a --min-k 1"
        #expect(try Tool.shell("\(check) >&- 2>/dev/null; echo $?", in: folder) == "2\n")
        #expect(try Tool.shell("\(check) >&- 2>&- <&-; echo $?", in: folder) == "2\n")
        #expect(try Tool.shell("\(check) --output o.txt >&- 2>&- <&-; echo $?", in: folder) == "0\n")
        #expect(try folder.read("o.txt").hasPrefix("Release policy check"))
        #expect(try Tool.shell("singleout check - -q a --min-k 1 <&- >out 2>&1; echo $?", in: folder) == "2\n")
        // An input that is opened never is standard output.
        #expect(try folder.read("d.csv").hasPrefix("a,b,c\n1,2,x\n"))
    }

    @Test func whatAPersonHasNamedStays() throws {
        let folder = try Self.folder()
        for name in [".singleout-backup", ".singleout-config"] {
            try FileManager.default.createDirectory(at: folder.url(name), withIntermediateDirectories: false)
            try folder.write("mine", to: name + "/unfinished")
        }
        try folder.write("mine", to: ".singleout-backu2")
        // Names that the tool gives, too, with more in them than it puts there; and one that it does not give.
        #expect(
            try Tool.shell(
                "mkdir -m 700 .singleout-abcde1 .singleout-abcde2 .singleout-abcde3 .singleout-a.b_c1", in: folder
            ).isEmpty)
        try FileManager.default.createDirectory(
            at: folder.url(".singleout-abcde3/output"), withIntermediateDirectories: false)
        let files = ["1/notes.txt", "2/notes.txt", "3/notes.txt", "3/output/notes.txt"]
        for name in files { try folder.write("mine", to: ".singleout-abcde" + name) }
        try folder.write("", to: ".singleout-abcde2/unfinished")
        try folder.write(Self.mark, to: ".singleout-abcde3/unfinished")
        let before = try folder.names()
        #expect(try Tool.run(["measure", "d.csv", "-q", "a", "--output", "o.txt"], in: folder).status == 0)
        #expect(try Tool.run(["brief", "d.csv", "-q", "a,b", "--output", "briefing"], in: folder).status == 0)
        #expect(try folder.names() == (before + ["o.txt", "briefing"]).sorted())
        #expect(try folder.read(".singleout-config/unfinished") == "mine")
        for name in files { #expect(try folder.read(".singleout-abcde" + name) == "mine") }
    }

    private static let mark =
        "singleout.unfinished/1: an output that is not finished; it can be removed when no singleout runs.\n"

    /// Killed before a mark was in what it made, after that, or while it was filled.
    @Test func whatARunLeavesGoes() throws {
        let folder = try Self.folder()
        let places = (1...4).map { ".singleout-abcde\($0)" }
        #expect(try Tool.shell("mkdir -m 700 " + places.joined(separator: " "), in: folder).isEmpty)
        try folder.write("", to: places[1] + "/unfinished")
        for place in places[2...] { try folder.write(Self.mark, to: place + "/unfinished") }
        try FileManager.default.createDirectory(
            at: folder.url(places[3] + "/output/tables"), withIntermediateDirectories: true)
        try folder.write("half", to: places[3] + "/output/tables/a.csv")
        #expect(try folder.names() == places + ["d.csv"])
        #expect(try Tool.run(["measure", "d.csv", "-q", "a", "--output", "o.txt"], in: folder).status == 0)
        #expect(try folder.names() == ["d.csv", "o.txt"])
    }

    /// Each line reads pipes in place of files and prints what it does of the files.
    @Test(
        arguments: [
            "families D -q a --infer b,c", "across D E --on a,b", "across D E", "differences D E",
            "link D E --compare a:exact,b:exact", "histories D --id a --events b,c",
            "groups D -q b --by a --min-group 1",
            "recode D -q a,b", "measure D -q a --release r.yml", "measure D -q a,b --population-data E",
            "check D -q a --min-k 1",
            "suda D -q a,b", "explain D -q a --record 1 --i-may-see-records",
        ]) func aPipeIsReadOnce(line: String) throws
    {
        let folder = try Self.folder()
        try folder.write("schema: singleout.release/1\ndata: d.csv\nfields: {quasiIdentifiers: [a]}\n", to: "r.yml")
        func command(_ first: String, _ second: String) -> String {
            "singleout " + line.replacing(" D", with: " " + first).replacing(" E", with: " " + second) + " --format csv"
        }
        let files = try Tool.shell(command("./d.csv", "d.csv"), in: folder)
        // Only what is read is fed, as who writes to a pipe waits for its reader.
        let feeds =
            "mkfifo p q; timeout 20 cat d.csv >p & \(line.contains(" E") ? "timeout 20 cat d.csv >q & " : "")timeout 20 "
        let pipes = try Tool.shell(feeds + command("p", "q") + "; echo status $?", in: folder)
        let expected = files.split(whereSeparator: \.isNewline)
            .filter { !$0.contains("d.csv") && !$0.hasPrefix("singleout: note") }
        #expect(!expected.isEmpty || line.hasPrefix("across"))
        for row in expected { #expect(pipes.contains(row), "\(line): \(pipes)") }
        #expect(pipes.contains("status 0\n"), "\(line): \(pipes)")
    }

    @Test(arguments: [
        "link p p --compare a:exact", "recode p -q a,b --apply a=1 --write w.csv", "across p p --on a,b",
        "measure p --population-data p -q a,b",
    ])
    func aPipeThatWouldBeReadTwiceIsRefused(line: String) throws {
        let text = try Tool.shell("mkfifo p; timeout 20 singleout \(line); echo $?", in: Self.folder())
        #expect(text.contains("p: a pipe can be read once") && text.hasSuffix("64\n"), "\(text)")
    }

    /// Whatever is limited, a run ends with its answer or an error line.
    @Test(
        .enabled(if: !Programs.isSanitized, "a sanitizer takes memory of its own"),
        arguments: [
            "-v 150000", "-v 200000", "-v 250000", "-v 300000", "-v 400000", "-v 600000", "-n 5", "-n 6", "-n 7",
            "-n 8", "-n 10", "-f 0",
        ]) func limits(limit: String) throws
    {
        let folder = try Self.folder()
        for command in [
            "measure d.csv -q a --output o.txt", "brief d.csv -q a,b --output o.txt",
            "estimate d.csv -q a,b,c --population 100 --bootstrap 20",
            "groups d.csv -q b --by a --adjust c --min-group 1",
            "link d.csv d.csv --compare a:exact,b:exact --search matrix",
        ] {
            // Through a pipe, as a file may not grow; and redirected outside, as dash keeps its own descriptors from 10 on.
            let text = try Tool.shell(
                "{ (ulimit \(limit) && exec timeout 20 singleout \(command)) 2>&1 >/dev/null; echo $?; } | cat",
                in: folder)
            let status = text.split(separator: "\n").last
            #expect(
                status == "0" || (status == "2" && text.contains("singleout: "))
                    || text.contains("error while loading"), "\(command): \(text)")
            // Nothing but the tool speaks.
            #expect(!text.contains("[ERROR]"), "\(command): \(text)")
            try? FileManager.default.removeItem(at: folder.url("o.txt"))
        }
    }
}
