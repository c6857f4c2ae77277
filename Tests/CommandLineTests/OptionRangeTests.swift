import Foundation
import Singleout
import Testing

/// Every option that takes a number states its range in help and is refused outside it.
struct OptionRangeTests {
    /// What the range of an option is called, numbers in it, and numbers outside.
    private struct Range {
        let words: String
        let inside: [String]
        let outside: [String]

        init(_ least: Int, _ most: Int, inside: [String]? = nil, or special: Int? = nil) {
            func grouped(_ number: Int) -> String {
                number.formatted(.number.locale(Locale(identifier: "en_GB")).grouping(.automatic))
            }
            words = "from \(grouped(least)) to \(grouped(most))" + (special.map { ", or \($0)" } ?? "")
            self.inside = inside ?? ["\(least)", "\(most)"]
            outside =
                ["-1", "\(most + 1)", "\(Int.max)", "9223372036854775808", "nan", "inf", "1e308"]
                + (least > 0 && special != 0 ? ["0"] : [])
        }

        init(_ words: String, inside: [String], outside: [String]) {
            (self.words, self.inside, self.outside) = (words, inside, outside)
        }

        static let share = Range(
            "from 0 to 1", inside: ["0", "1"], outside: ["-1", "1.0000001", "nan", "inf", "1e308"])
        static let positive = Range(
            "above 0 and up to 1", inside: ["1", "1e-300", "5e-324"],
            outside: ["0", "-1", "1.0000001", "nan", "inf", "1e308"])
        static let fraction = Range(
            "from 0.000000001 to 1", inside: ["1", "0.000000001"], outside: ["0", "-1", "1e-17", "2", "nan", "inf"])
        static let seed = Range(
            "from 0 to 18,446,744,073,709,551,615", inside: ["0", "18446744073709551615"],
            outside: ["-1", "18446744073709551616", "nan", "1e308"])
        static let persons = Range(1, 10_000_000_000)
    }

    private static let general: [String: Range] = [
        "threads": Range(1, 1_024), "skip-lines": Range(0, 1_000_000), "rows": Range(1, 2_147_483_647), "alpha": .share,
        "sets-per-job": Range(1, 10_000, inside: []),
        "population": .persons,
        "sampling-fraction": .fraction, "risk-threshold": .positive, "match-probability": .positive,
        "min-published-count": Range(5, 1_000), "identifying": .positive, "max-rate": .positive,
        "household-threshold": .positive, "max-risk": .positive, "max-uniqueness": .share, "min-k": .persons,
        "min-group": .persons, "min-cell": Range(2, 1_000_000), "max-size": Range(1, 1_000),
        "top": Range(1, 1_000_000_000),
        "record": .persons, "classes": Range(1, 200, inside: ["1"]), "seed": .seed,
        "bootstrap": Range(20, 2_000, inside: ["0", "20"], or: 0), "sample": .persons, "shortlist": Range(1, 1_000),
        "months": Range(1, 1_200, inside: []), "requests": Range(1, 10_000_000, inside: []),
        "runs": Range(1, 10_000, inside: []),
        "coverage": .share, "period": Range(1_000, 9_999, inside: ["1000", "9999"]),
        "address-age": Range("from 0 to 100", inside: [], outside: ["-1", "101", "nan", "inf", "1e308"]),
        "scale": Range("above 0 and up to 1", inside: [], outside: ["0", "-1", "2", "nan", "inf", "1e308"]),
        "pupils": Range(500, 15_000_000, inside: []),
        "from": Range("from 2,006 to 2,025", inside: [], outside: ["0", "2005", "2026"]),
        "to": Range("from 2,006 to 2,025", inside: [], outside: ["0", "2005", "2026", "x"]),
    ]
    private static let special: [String: Range] = [
        "link top": Range(1, 1_000), "simulate coverage": Range.share,
    ]

    /// A line of each command that works, and what some options need beside them.
    private static let lines: [String: String] = [
        "measure": "pupils.csv -q sex,area", "combinations": "pupils.csv -q sex,area", "suda": "pupils.csv -q sex,area",
        "estimate": "pupils.csv -q sex,area", "across": "pupils.csv pupils.csv --on sex,area",
        "families": "pupils.csv -q sex --family area", "histories": "pupils.csv --id area --events sex,year",
        "groups": "pupils.csv -q area --by sex", "link": "pupils.csv pupils.csv --compare sex:exact,area:exact",
        "simulate": "--register none", "recode": "pupils.csv -q sex,area",
        "differences": "pupils.csv pupils.csv -q sex,area",
        "explain": "pupils.csv -q sex --i-may-see-records", "check": "pupils.csv -q sex",
        "brief": "pupils.csv -q sex,area",
        "generate": "--output made",
    ]

    private static func arguments(_ command: String, _ option: String, _ value: String) -> [String] {
        var arguments = [command] + (lines[command] ?? "").split(separator: " ").map(String.init)
        if command == "explain", option != "record" { arguments += ["--record", "1"] }
        if command == "check", option != "min-k" { arguments += ["--min-k", "1"] }
        if command == "estimate" {
            if option != "population", option != "sampling-fraction" { arguments += ["--population", "1000"] }
            if option != "bootstrap" { arguments += ["--bootstrap", "0"] }
            if option != "classes" { arguments += ["--classes", "1"] }
        }
        if option == "alpha" { arguments += ["--missing", "wildcard"] }
        if option == "min-group", !arguments.contains("--by") { arguments += ["--by", "sex"] }
        if option == "household-threshold" { arguments += ["--household", command == "brief" ? "year" : "area"] }
        if option == "risk-threshold", ["check", "brief"].contains(command) {
            arguments += ["--require", "recordsAtRisk<=1"]
        }
        if command == "generate", option != "pupils" { arguments += ["--pupils", "500"] }
        if command == "brief" { arguments += ["--output", "made-\(UUID().uuidString)"] }
        if command == "brief",
            ["months", "requests", "runs", "seed", "coverage", "address-age", "match-probability"].contains(option)
        {
            arguments += ["--register", "none"]
        }
        if option == "sets-per-job" {
            arguments =
                [command, "--engine", "spark", "--table", "db.t"]
                + (command == "across" ? ["--table", "db.u", "--on", "a"] : ["-q", "a"])
        }
        return arguments + ["--\(option)=\(value)"]
    }

    /// The options of a command that take a number, with their help: those without listed values that refuse a letter.
    private static func numericOptions(of command: String) throws -> [(name: String, help: String)] {
        let dump = try Tool.run(["--experimental-dump-help"], in: WorkFolder()).json()
        let root = try #require(dump["command"] as? [String: Any])
        let commands = try #require(root["subcommands"] as? [[String: Any]])
        let own = try #require(commands.first { $0["commandName"] as? String == command })
        let options = (own["arguments"] as? [[String: Any]] ?? []).filter {
            $0["kind"] as? String == "option" && $0["allValues"] == nil
        }
        return try options.compactMap { option in
            let names = (option["names"] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
            let name = try #require(names.max { $0.count < $1.count })
            let outcome = try Tool.run([command, "--\(name)=x"], in: WorkFolder())
            if !outcome.errors.contains("'x' is invalid for '--\(name)") { return nil }
            return (name, option["abstract"] as? String ?? "")
        }
    }

    /// Every option that was declared with a range is driven here, with the words of that range.
    @Test func everyDeclaredRangeIsDriven() {
        for row in Settings.all {
            let words: String
            switch row.form {
            case .whole(let range): words = range.words
            case .seed(let range): words = range.words
            case .number(let range): words = range.words
            default: continue
            }
            guard let name = row.name else { continue }
            let driven = [Self.general[name]] + Self.special.filter { $0.key.hasSuffix(" " + name) }.map(\.value)
            #expect(driven.contains { $0?.words == words }, "\(row.option): \(words)")
            #expect(row.help.contains(words), "\(row.option)")
        }
        let names = Set(Settings.all.compactMap(\.name))
        #expect(Self.general.keys.allSatisfy(names.contains))
    }

    @Test(arguments: lines.keys.sorted()) func ranges(command: String) throws {
        let folder = try Samples.folder()
        let options = try Self.numericOptions(of: command)
        #expect(options.contains { $0.name == "threads" })
        for option in options {
            guard let range = Self.special["\(command) \(option.name)"] ?? Self.general[option.name] else {
                Issue.record("\(command) --\(option.name) has no range here")
                continue
            }
            #expect(option.help.contains(range.words), "\(command) --\(option.name): \(option.help)")
            for value in range.outside {
                let outcome = try Tool.run(Self.arguments(command, option.name, value), in: folder)
                #expect(
                    outcome.status == 64 && outcome.errors.contains("--\(option.name)")
                        && outcome.errors.replacing(/\s+/, with: " ").contains(range.words),
                    "\(command) --\(option.name)=\(value): \(outcome.status) \(outcome.errors)")
            }
            for value in range.inside {
                let outcome = try Tool.run(Self.arguments(command, option.name, value), in: folder)
                #expect(
                    [0, 1, 2, 64].contains(outcome.status) && !outcome.errors.contains(range.words),
                    "\(command) --\(option.name)=\(value): \(outcome.status) \(outcome.errors)")
            }
        }
    }
}
