import Foundation
import Testing

/// `estimate`: its JSON, its errors, and the file of records.
struct EstimateTests {
    static let fields = "sex,year,area"

    /// 200 records of a linear congruential sequence; 104 combinations, 56 of them once.
    static func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        var state = 1
        func next(_ bound: Int) -> Int {
            state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
            return state / 65_536 % bound
        }
        var lines = ["sex,year,area"]
        for _ in 0..<200 {
            let sex = next(2) == 0 ? "f" : "m"
            let year = 2010 + next(5)
            lines.append("\(sex),\(year),a\(next(12) * next(12) / 6)")
        }
        try folder.write(lines.joined(separator: "\n") + "\n", to: "sample.csv")
        return folder
    }

    private func estimate(_ arguments: [String], in folder: WorkFolder? = nil) throws -> [String: Any] {
        let outcome = try Tool.run(
            ["estimate", "sample.csv", "-q", Self.fields, "--format", "json"] + arguments,
            in: folder ?? Self.folder())
        try #require(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.isEmpty)
        return try outcome.json()
    }

    @Test func everyModel() throws {
        let object = try estimate([
            "--population", "2000", "--at", "1000,1000000", "--bootstrap", "20", "--classes", "2", "--seed", "7",
        ])
        #expect(object["schema"] as? String == "singleout.estimate/1")
        #expect(object["records"] as? Int == 200 && object["sampleUniques"] as? Int == 56)
        #expect(object["seed"] as? Int == 7)
        let population = try #require(object["population"] as? [String: Any])
        #expect(population["size"] as? Int == 2000 && population["samplingFraction"] as? Double == 0.1)
        let models = try #require(object["models"] as? [String: [String: Any]])
        #expect(
            Set(models.keys) == [
                "zayatz", "pitman", "slideNegativeBinomial", "dankar", "pitmanYor", "logLinear", "latentClass", "dis",
            ])
        for (name, model) in models {
            let value = try #require(model[name == "dis" ? "theta" : "populationUniques"], "\(name)")
            if value is NSNull {
                #expect(model["populationUniquesReason"] is String, "\(name)")
            } else {
                let interval = try #require(model["interval"] as? [String: Any], "\(name)")
                let (lower, upper) = (interval["lower"] as? Double ?? -1, interval["upper"] as? Double ?? -2)
                #expect(lower >= 0 && lower <= upper && upper <= 2000, "\(name)")
                if name != "dis" {
                    let share = try #require(model["fraction"] as? Double)
                    #expect(abs(share * 2000 - (value as? Double ?? -1)) < 1e-9)
                }
            }
            #expect(model["assumptions"] is [String] && model["directionOfError"] is String, "\(name)")
            let diagnostics = try #require(model["diagnostics"] as? [String: Any], "\(name)")
            #expect(diagnostics["converged"] is Bool && diagnostics["iterations"] is Int, "\(name)")
        }
        let logLinear = try #require(models["logLinear"])
        #expect(logLinear["formula"] as? String == "all2way")
        for name in ["tau1", "tau2", "criterion"] { #expect(logLinear[name] is Double, "\(name)") }
        let curve = try #require(models["pitmanYor"]?["at"] as? [String: [String: Double]])
        #expect(Set(curve.keys) == ["1000", "1000000"])
        #expect(curve["1000"]?["uniqueness"] ?? 0 > curve["1000000"]?["uniqueness"] ?? 1)
    }

    @Test func fractionAndPopulationAgree() throws {
        let settings = ["--bootstrap", "0", "--classes", "1"]
        let one = try estimate(["--population", "2000"] + settings)
        let other = try estimate(["--sampling-fraction", "0.1"] + settings)
        #expect(NSDictionary(dictionary: one) == NSDictionary(dictionary: other))
        let zayatz = try #require((one["models"] as? [String: Any])?["zayatz"] as? [String: Any])
        #expect(zayatz["interval"] is NSNull && zayatz["intervalReason"] as? String == "intervals were not asked for")
    }

    @Test func theSampleIsThePopulation() throws {
        let object = try estimate(["--sampling-fraction", "1"])
        let uniques = try #require(object["sampleUniques"] as? Double)
        let models = try #require(object["models"] as? [String: [String: Any]])
        for (name, model) in models where name != "dis" {
            #expect(model["populationUniques"] as? Double == uniques, "\(name)")
        }
        #expect(models["dis"]?["theta"] as? Double == 1)
    }

    @Test func anyNumberOfThreads() throws {
        let folder = try Self.folder()
        let settings = ["--population", "2000", "--bootstrap", "20", "--model", "sex*year+area"]
        let one = try estimate(settings + ["--threads", "1"], in: folder)
        let three = try estimate(settings + ["--threads", "3"], in: folder)
        #expect(NSDictionary(dictionary: one) == NSDictionary(dictionary: three))
    }

    @Test func records() throws {
        let folder = try Self.folder()
        try folder.write("old", to: "records.csv")
        let object = try estimate(
            ["--population", "2000", "--bootstrap", "0", "--classes", "2", "--records", "records.csv"], in: folder)
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("records.csv"))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let lines = try folder.read("records.csv").split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(
            lines[0] == [
                "record", "sampleClassSize", "logLinearUnique", "logLinearMatch", "latentClassUnique",
                "latentClassMatch",
            ])
        #expect(lines.count == 201)
        // The probabilities of the sample uniques add up to tau1 and tau2.
        let alone = lines.dropFirst().filter { $0[1] == "1" }
        let models = try #require(object["models"] as? [String: [String: Any]])
        for (column, name) in [(2, "tau1"), (3, "tau2")] {
            let sum = alone.compactMap { Double($0[column]) }.reduce(0, +)
            #expect(abs(sum - (models["logLinear"]?[name] as? Double ?? -1)) < 1e-6)
        }
        for line in lines.dropFirst() where line[1] != "1" { #expect(Double(line[2]) == 0) }
    }

    @Test func leftOutRecords() throws {
        let folder = try Self.folder()
        try folder.write(folder.read("sample.csv") + "f,,a1\n,2010,a2\n", to: "sample.csv")
        let object = try estimate(
            [
                "--population", "2000", "--bootstrap", "0", "--classes", "1", "--missing", "exclude", "--records",
                "r.csv",
            ],
            in: folder)
        #expect(object["records"] as? Int == 200 && object["excluded"] as? Int == 2)
        #expect(try folder.read("r.csv").contains("202,,,,,"))
    }

    @Test func backTest() throws {
        let object = try estimate([
            "--sampling-fraction", "0.3", "--bootstrap", "0", "--classes", "1", "--model", "independence",
            "--back-test",
        ])
        let test = try #require(object["backTest"] as? [String: Any])
        #expect(test["subsamples"] as? Int == 10 && test["records"] as? Int == 60)
        let models = try #require(test["models"] as? [String: [String: Any]])
        #expect(models.count == 7)
        #expect(models["zayatz"]?["meanRatio"] as? Double ?? 0 > 0)
        let few = try estimate(["--population", "100000", "--bootstrap", "0", "--classes", "1", "--back-test"])
        #expect(few["backTest"] is NSNull && few["backTestReason"] is String)
    }

    @Test func csvHasARowForEachModel() throws {
        let outcome = try Tool.run(
            [
                "estimate", "sample.csv", "-q", Self.fields, "--population", "2000", "--classes", "1", "--bootstrap",
                "0", "--format", "csv",
            ], in: Self.folder())
        #expect(outcome.status == 0)
        let lines = outcome.text.split(separator: "\r\n").map { $0.split(separator: ",").first ?? "" }
        #expect(
            lines == [
                "model", "zayatz", "pitman", "slideNegativeBinomial", "dankar", "pitmanYor", "logLinear", "latentClass",
                "dis",
            ])
        #expect(!outcome.text.contains("nan"))
    }

    @Test(arguments: [
        [], ["--population", "199"], ["--population", "0"], ["--population", "2000", "--sampling-fraction", "0.1"],
        ["--sampling-fraction", "0"], ["--sampling-fraction", "1.01"], ["--sampling-fraction", "nan"],
        ["--sampling-fraction", "-0.5"], ["--population", "2000", "--missing", "wildcard"],
        ["--population", "2000", "--at", "0"], ["--population", "2000", "--at", "1000,x"],
        ["--population", "2000", "--model", "sex*"], ["--population", "2000", "--model", "sex*aera"],
        ["--population", "2000", "--classes", "0"], ["--population", "2000", "--classes", "201"],
        ["--population", "2000", "--bootstrap", "19"], ["--population", "2000", "--seed", "-1"],
        ["--population", "2000", "--records", "-"], ["--population", "2000", "--records", "a", "--output", "a"],
    ])
    func wrongUsage(arguments: [String]) throws {
        let folder = try Self.folder()
        let outcome = try Tool.run(["estimate", "sample.csv", "-q", Self.fields] + arguments, in: folder)
        #expect(outcome.status == 64, "\(outcome.errors)")
        #expect(outcome.errors.hasPrefix("singleout: "), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
        #expect(try folder.names() == ["sample.csv"])
    }

    @Test func errorsNameTheRemedy() throws {
        func errors(_ arguments: [String]) throws -> String {
            try Tool.run(["estimate", "sample.csv", "-q", Self.fields] + arguments, in: Self.folder()).errors
        }
        #expect(try errors(["--population", "199"]).contains("200 records"))
        #expect(try errors(["--population", "9", "--model", "sex*aera"]).contains("'area'"))
        #expect(try errors([]).contains("--sampling-fraction"))
    }

    @Test func nothingButUniquesHasReasons() throws {
        let folder = try WorkFolder()
        try folder.write("sex,year,area\n" + (0..<40).map { "f,\($0),a\($0)\n" }.joined(), to: "sample.csv")
        let object = try estimate(["--population", "400", "--bootstrap", "20"], in: folder)
        let models = try #require(object["models"] as? [String: [String: Any]])
        for name in ["pitman", "slideNegativeBinomial", "pitmanYor"] {
            #expect(models[name]?["populationUniques"] is NSNull)
            #expect(models[name]?["populationUniquesReason"] is String)
            #expect(models[name]?["intervalReason"] is String)
        }
    }
}
