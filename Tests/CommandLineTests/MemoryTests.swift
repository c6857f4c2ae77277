import Foundation
import Testing

/// `--memory`: the same answer in less, or what is needed, at once.
struct MemoryTests {
    @Test func sameAnswer() throws {
        let folder = try WorkFolder()
        let make =
            "awk 'BEGIN { print \"a,b,c\"; for (i = 0; i < 2500000; i++) print i % 9973 \",\" i % 7 \",\" i % 501 }' > d.csv"
        #expect(try Tool.shell(make, in: folder) == "")
        let arguments = ["combinations", "d.csv", "-q", "a,b,c", "--format", "json"]
        let whole = try Tool.run(arguments, in: folder)
        let parts = try Tool.run(arguments + ["--memory", "128M", "--threads", "1"], in: folder)
        #expect(parts.status == 0, "\(parts.errors)")
        #expect((parts.output == whole.output) as Bool)
    }

    @Test(arguments: [
        ["combinations", "n.csv", "-q", "n", "--memory", "128M"],
        ["link", "few.csv", "n.csv", "--compare", "n:exact", "--memory", "128M"],
    ])
    func saysWhatItNeeds(arguments: [String]) throws {
        let folder = try WorkFolder()
        #expect(try Tool.shell("(echo n; seq 1 6000000) > n.csv; head -20 n.csv > few.csv", in: folder) == "")
        let outcome = try Tool.run(arguments, in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.hasPrefix("singleout: n.csv: 1 field takes about "), "\(outcome.errors)")
        #expect(outcome.errors.contains("of memory, and --memory leaves "))
    }

    /// Twenty queries of a name that everybody has: every record is a candidate of every query, and a part of them is enough.
    @Test func linksInParts() throws {
        let folder = try WorkFolder()
        #expect(
            try Tool.shell("(echo n; yes Sam | head -300000) > n.csv; head -21 n.csv > few.csv", in: folder) == "")
        let arguments = ["link", "few.csv", "n.csv", "--compare", "n:exact", "--format", "json"]
        let whole = try Tool.run(arguments, in: folder)
        let parts = try Tool.run(arguments + ["--memory", "128M"], in: folder)
        #expect(parts.status == 0, "\(parts.errors)")
        #expect((parts.output == whole.output) as Bool)
    }

    /// Three million records are candidates of each single query.
    @Test func saysWhatPairsNeed() throws {
        let folder = try WorkFolder()
        #expect(
            try Tool.shell("(echo n; yes Sam | head -3000000) > n.csv; head -21 n.csv > few.csv", in: folder) == "")
        let outcome = try Tool.run(
            ["link", "few.csv", "n.csv", "--compare", "n:exact", "--memory", "128M"], in: folder)
        #expect(outcome.status == 2, "\(outcome.errors)")
        #expect(outcome.errors.contains("To link about 60"), "\(outcome.errors)")
        #expect(outcome.errors.contains("part by part"))
    }

    @Test(arguments: ["lots", "64M", "-2G", "2X"])
    func noSize(text: String) throws {
        let folder = try Samples.folder()
        let outcome = try Tool.run(["combinations", "pupils.csv", "-q", "sex", "--memory=\(text)"], in: folder)
        #expect(outcome.status == 64, "\(outcome.errors)")
        #expect(outcome.errors.contains("--memory needs a size of at least 128M"), "\(outcome.errors)")
    }

    @Test func notForClusters() throws {
        let folder = try Samples.folder()
        let outcome = try Tool.run(
            ["combinations", "--engine", "spark", "--table", "db.t", "-q", "sex", "--memory", "1G"], in: folder)
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("--memory"), "\(outcome.errors)")
    }
}
