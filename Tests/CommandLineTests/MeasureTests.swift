import Foundation
import Testing

struct MeasureTests {
    private func measure(_ arguments: [String], files: [String: String] = [:]) throws -> [String: Any] {
        let folder = try Samples.folder()
        for (name, text) in files { try folder.write(text, to: name) }
        let outcome = try Tool.run(["measure"] + arguments + ["--format", "json"], in: folder)
        try #require(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.isEmpty)
        return try outcome.json()
    }

    private func attackers(_ object: [String: Any]) throws -> [String: [String: Double]] {
        let attackers = try #require(object["attackers"] as? [String: Any])
        return attackers.compactMapValues { $0 as? [String: Double] }
    }

    @Test func category() throws {
        let object = try measure(["pupils.csv", "-q", "sex,year,area"])
        #expect(
            Set(object.keys).isSuperset(of: [
                "schema", "records", "quasiIdentifiers", "missing", "classes", "k", "uniques", "uniqueness", "meanRisk",
                "recordsBelow", "sizeHistogram", "attackers",
            ]))
        #expect(object["schema"] as? String == "singleout.measure/1")
        #expect(object["records"] as? Int == 8)
        #expect(object["quasiIdentifiers"] as? [String] == ["sex", "year", "area"])
        #expect(object["missing"] as? String == "category")
        #expect(object["classes"] as? Int == 5)
        #expect(object["k"] as? Int == 1)
        #expect(object["uniques"] as? Int == 3)
        #expect(object["uniqueness"] as? Double == 3.0 / 8)
        #expect(object["meanRisk"] as? Double == 5.0 / 8)
        #expect(object["recordsBelow"] as? [String: Int] == ["2": 3, "3": 5, "5": 8, "10": 8, "20": 8])
        #expect(object["sizeHistogram"] as? [String: Int] == ["1": 3, "2": 1, "3": 1])
        let attackers = try attackers(object)
        #expect((object["attackers"] as? [String: Any])?["threshold"] as? Double == 0.2)
        #expect(
            attackers["prosecutor"] == [
                "recordsAtRisk": 1, "highestRisk": 1, "successRate": 5.0 / 8, "uniqueRate": 3.0 / 8,
            ])
        #expect(attackers["journalist"]?["successRate"] == 5.0 / 8)
        #expect(attackers["marketer"] == ["successRate": 5.0 / 8, "uniqueRate": 3.0 / 8])
    }

    /// 1/f > 0.4 holds for f = 1 and 2, which are 5 of 8 records; 1/2 is not above 0.5.
    @Test(arguments: [("0.4", 5.0 / 8), ("0.5", 3.0 / 8), ("1", 0.0), ("0.3", 1.0)])
    func threshold(text: String, atRisk: Double) throws {
        let object = try measure(["pupils.csv", "-q", "sex,year,area", "--risk-threshold", text])
        #expect(try attackers(object)["prosecutor"]?["recordsAtRisk"] == atRisk)
    }

    @Test func exclude() throws {
        let object = try measure(["pupils.csv", "-q", "sex,year,area", "--missing", "exclude"])
        #expect(object["missing"] as? String == "exclude")
        #expect(object["records"] as? Int == 7)
        #expect(object["excluded"] as? Int == 1)
        #expect(object["classes"] as? Int == 4)
        #expect(object["uniques"] as? Int == 2)
        #expect(object["uniqueness"] as? Double == 2.0 / 7)
    }

    /// M 2010 without an area matches M 2010 A: f of the first is 1 + 1, of the second 1 + alpha.
    @Test(arguments: [("1", 1), ("0.5", 1), ("0", 2)])
    func wildcard(alpha: String, uniques: Int) throws {
        let object = try measure(["pupils.csv", "-q", "sex,year,area", "--missing", "wildcard", "--alpha", alpha])
        #expect(object["missing"] as? String == "wildcard")
        #expect(object["classes"] is NSNull)
        #expect(object["classesReason"] is String)
        #expect(object["sizeHistogram"] is NSNull)
        #expect(object["sizeHistogramReason"] is String)
        #expect(object["records"] as? Int == 8)
        #expect(object["uniques"] as? Int == uniques)
        #expect(object["k"] as? Double == 1)
        let weight = try #require(Double(alpha))
        // Three of size 3, two of size 2, F 2011 B alone, M 2010 with 2 and M 2010 A with 1 + alpha.
        let meanRisk = (3 * (1.0 / 3) + 2 * 0.5 + 1 + 0.5 + 1 / (1 + weight)) / 8
        #expect(abs((object["meanRisk"] as? Double ?? -1) - meanRisk) < 1e-15)
        #expect((object["recordsBelow"] as? [String: Int])?["2"] == (weight < 1 ? 2 : 1))
    }

    /// Classes of sex and area: F A 3 of 4, M A 1 of 3, M B 2 of 2, F B 1 of 5, M without area 1 of 1.
    @Test func populationData() throws {
        let object = try measure(
            ["pupils.csv", "-q", "sex,area", "--population-data", "all.csv", "--risk-threshold", "0.3"],
            files: ["all.csv": Samples.population])
        let population = try #require(object["populationData"] as? [String: Any])
        #expect(population["source"] as? String == "all.csv")
        #expect(population["records"] as? Int == 16)
        #expect(population["k"] as? Int == 1)
        let journalist = try #require(try attackers(object)["journalist"])
        // 1/F > 0.3 for F = 3, 2 and 1.
        #expect(journalist["recordsAtRisk"] == 4.0 / 8)
        #expect(journalist["highestRisk"] == 1)
        let expected = (3.0 / 4 + 1.0 / 3 + 2.0 / 2 + 1.0 / 5 + 1.0 / 1) / 8
        #expect(abs((journalist["successRate"] ?? -1) - expected) < 1e-15)
        #expect(abs((try attackers(object)["marketer"]?["successRate"] ?? -1) - expected) < 1e-15)
        // The prosecutor does not need the population.
        #expect(try attackers(object)["prosecutor"]?["highestRisk"] == 1)
    }

    @Test func nothingIsLeft() throws {
        let object = try measure(
            ["empty.csv", "-q", "a", "--missing", "exclude"], files: ["empty.csv": "a,b\n,1\n,2\n"])
        #expect(object["records"] as? Int == 0)
        #expect(object["excluded"] as? Int == 2)
        for key in ["k", "uniqueness", "meanRisk", "attackers"] {
            #expect(object[key] is NSNull, "\(key)")
            #expect((object[key + "Reason"] as? String)?.isEmpty == false, "\(key)Reason")
        }
    }

    /// The spreadsheet holds the numbers of the JSON.
    @Test func spreadsheet() throws {
        let folder = try Samples.folder()
        let outcome = try Tool.run(["measure", "pupils.csv", "-q", "sex,year,area", "--format", "csv"], in: folder)
        let lines = outcome.text.components(separatedBy: "\r\n")
        #expect(lines.first == "measure,value,reason")
        #expect(lines.last == "")
        for row in ["records,8,", "classes,5,", "uniqueness,0.375,", "recordsBelow.3,5,", "sizeHistogram.1,3,"] {
            #expect(lines.contains(row), "\(row)")
        }
    }

    @Test func missingValuesAndDelimiter() throws {
        let files = ["a.txt": "sex;area\nF;NA\nF;?\nM;\"x,y\"\nM;x\n"]
        let object = try measure(
            ["a.txt", "-q", "area", "--missing", "exclude", "--missing-values", "NA,?", "--delimiter", ";"],
            files: files)
        #expect(object["records"] as? Int == 2)
        #expect(object["excluded"] as? Int == 2)
    }

    @Test(arguments: ["1", "2", "3"])
    func theAnswerDoesNotDependOnThreads(threads: String) throws {
        let folder = try Samples.folder()
        let some = try Tool.run(
            ["combinations", "pupils.csv", "-q", "sex,year,area", "--threads", threads], in: folder)
        let all = try Tool.run(["combinations", "pupils.csv", "-q", "sex,year,area"], in: folder)
        #expect(some.status == 0)
        #expect(some.output == all.output)
    }

    /// Weights of a class below its records: f = 2 and F = 1.5 in x, 0.3 + 0.7 + 2 = 3 of 3 in y; what counts as the whole
    /// population is said, in measure and explain alike, and not where all classes have enough.
    @Test func weightsBelowOne() throws {
        let folder = try WorkFolder()
        try folder.write("a,w\nx,0.5\nx,1\ny,0.3\ny,0.7\ny,2\nz,0.5\n", to: "low.csv")
        try folder.write("a,w\nx,1.5\nx,1\ny,0.3\ny,0.7\ny,2\nz,1\n", to: "enough.csv")
        let note = "The weights of 'w' of 3 records add up, class by class, to fewer persons"
        for arguments in [
            ["measure"], ["measure", "--missing", "wildcard"], ["explain", "--record", "1", "--i-may-see-records"],
        ] {
            let rest = Array(arguments.dropFirst())
            let low = try Tool.run([arguments[0], "low.csv", "-q", "a", "--weight", "w"] + rest, in: folder)
            #expect(low.status == 0, "\(low.errors)")
            let words = low.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(words.contains(note), "\(arguments): \(low.text)")
            let enough = try Tool.run([arguments[0], "enough.csv", "-q", "a", "--weight", "w"] + rest, in: folder)
            #expect(enough.status == 0 && !enough.text.contains("normalised"), "\(enough.text)")
        }
        let json = try Tool.run(
            ["measure", "low.csv", "-q", "a", "--weight", "w", "--format", "json"], in: folder)
        #expect((try json.json()["notes"] as? [String])?.contains { $0.hasPrefix(note) } == true)
    }
}
