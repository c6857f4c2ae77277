import Foundation
import Singleout
import Testing

struct ReleaseTests {
    @Test func acceptsTheDocumentedExample() throws {
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("notebooks-text/release-file.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let example = try #require(text.components(separatedBy: "```yaml\n").dropFirst().first)
        let yaml = try #require(example.components(separatedBy: "```").first)
        let release = try Release(yaml: yaml, named: "folder/release.yml")
        #expect(release.data == "folder/pupils.csv")
        #expect(release.delimiter == ",")
        #expect(release.quasiIdentifiers == ["dob", "sex", "school"])
        #expect(
            release.fields.map(\.name) == ["dob", "sex", "school", "score", "diagnosis", "weight", "household", "upn"])
        #expect(
            release.fields.map(\.role) == [
                .quasiIdentifier, .quasiIdentifier, .quasiIdentifier, .sensitive, .sensitive, .weight, .household,
                .identifier,
            ])
        #expect(release.missingValues == ["NA", "?"])
        #expect(release.missing == .wildcard)
        #expect(release.alpha == 0.5)
        #expect(release.population == .size(9_000_000))
        #expect(release.policy.minK == 5)
        #expect(release.policy.maxUniqueness == 0.01)
        #expect(release.policy.maxRisk == 0.2)
        #expect(release.policy.threshold == 0.2)
        #expect(release.policy.identifying == 0.5)
        #expect(release.policy.maxRate == 0.01)
        #expect(release.policy.householdThreshold == 0.1)
        #expect(release.ordered == ["score"])
        #expect(release.hierarchies == ["diagnosis": .file("folder/diagnosis.csv")])
        #expect(release.link.comparisons.map(\.field) == ["surname", "sex"])
        #expect(release.link.comparisons.map(\.comparator.rawValue) == ["name", "exact"])
        #expect(release.link.prevalence == 1e-7 && release.link.frequencies)
        #expect(release.link.weights["sex"]?.m == [0.99, 0.01])
        #expect(release.link.weights["surname"]?.u.count == 6)
        #expect(release.families?.infer == ["address", "surname"] && release.families?.members == ["sex", "dob"])
        #expect(release.families?.area == "lsoa" && release.families?.precision == .year)
        let requests = try #require(release.requests)
        #expect(requests.register == "folder/register" && requests.volume == .toSeptember2016)
        #expect(requests.months == 15 && requests.requests == 1_500 && requests.coverage == 0.3)
        #expect(requests.knowledge == .memorandum && requests.errors == .realistic && requests.addressAge == 2)
        #expect(requests.method == .deterministic && requests.runs == 20 && requests.seed == 1)
    }

    @Test(arguments: [
        ("families: [address]", "'families' needs a mapping"),
        ("families: {infer: address}", "'families.infer' needs a list of fields"),
        ("families: {precision: decade}", "one of day, month, term, year"),
        ("families: {membres: [sex]}", "did you mean 'members'?"),
        ("requests: {register: ''}", "the path of a file"), ("requests: {volume: 2017}", "one of ceiling, 2016, 2022"),
        ("requests: {months: 0}", "from 1 to 1,200"), ("requests: {coverage: 2}", "from 0 to 1"),
        ("requests: {addressAge: old}", "'requests.addressAge' needs a number from 0 to"),
        ("requests: {seed: -1}", "a whole number from 0 to"),
        ("requests: {method: guess}", "one of probabilistic, deterministic"),
    ])
    func sectionsThatAreWrong(section: String, text: String) throws {
        let error = #expect(throws: ReleaseError.self) {
            try Release(yaml: "schema: singleout.release/1\n\(section)\n", named: "r.yml")
        }
        let message = error.map { "\($0)" } ?? ""
        #expect(message.contains(text), "\(message)")
        #expect(message.contains("r.yml"))
    }

    @Test(arguments: [
        ("compare: [surname]", "'link.compare' needs a mapping"), ("compare: {surname: nam}", "one of the comparators"),
        ("prevalence: 0.1", "'weights' with it"), ("prevalence: 2", "above 0 and up to 1"),
        ("prevalence: 1\n  weights: {}", "above 0 and below 1"),
        ("weights: {sex: {m: [0.9, 0.1], u: [0.5, 0.5]}}", "'prevalence' with it"),
        ("frequencies: often", "true or false"),
        ("prevalence: 0.1\n  weights: {sex: {m: [0.9, 0.1]}}", "both lists, m and u"),
        ("prevalence: 0.1\n  weights: {sex: {m: [0.9, 0.2], u: [0.5, 0.5]}}", "add up to 1"),
        ("prevalence: 0.1\n  weights: {sex: {m: [0.9, 0.1, 0], u: [0.5, 0.5]}}", "above 0"),
        (
            "compare: {sex: exact}\n  prevalence: 0.1\n  weights: {sex: {m: [0.9, 0.05, 0.05], u: [0.5, 0.5]}}",
            "list of 2"
        ),
        ("prevelance: 0.1", "did you mean 'prevalence'?"),
    ])
    func weightsThatAreWrong(section: String, text: String) throws {
        let error = #expect(throws: ReleaseError.self) {
            try Release(yaml: "schema: singleout.release/1\nlink:\n  \(section)\n", named: "r.yml")
        }
        #expect(error?.description.contains(text) == true, "\(error?.description ?? "")")
    }

    @Test func resolvesPathsAgainstItsOwnFolder() throws {
        func data(_ path: String, in file: String) throws -> String? {
            try Release(yaml: "schema: singleout.release/1\ndata: \(path)\n", named: file).data
        }
        #expect(try data("a.csv", in: "release.yml") == "a.csv")
        #expect(try data("a.csv", in: "/x/y/release.yml") == "/x/y/a.csv")
        #expect(try data("../a.csv", in: "x/release.yml") == "x/../a.csv")
        #expect(try data("/z/a.csv", in: "/x/release.yml") == "/z/a.csv")
        #expect(try data("'-'", in: "/x/release.yml") == "-")
    }

    @Test func keepsTextsAsTheyStand() throws {
        let release = try Release(
            yaml: """
                schema: singleout.release/1
                fields:
                  quasiIdentifiers: [2019, no, "a,b"]
                missing:
                  values: [NULL, -9, "", ~]
                """, named: "r.yml")
        #expect(release.quasiIdentifiers == ["2019", "no", "a,b"])
        #expect(release.missingValues == ["NULL", "-9", "", "~"])
    }

    static let mistakes: [(yaml: String, message: String)] = [
        (
            "data: a.csv",
            "r.yml: a release file needs the line 'schema: singleout.release/1'; without it the file is not taken "
                + "for one."
        ),
        (
            "",
            "r.yml: a release file needs the line 'schema: singleout.release/1'; without it the file is not taken "
                + "for one."
        ),
        (
            "a,b\n1,2\n",
            "r.yml: a release file needs the line 'schema: singleout.release/1'; without it the file is not taken "
                + "for one."
        ),
        (
            "schema: singleout.release/2",
            "r.yml:1: the schema is not one that this version knows; expected 'schema: singleout.release/1'."
        ),
        (
            "S\nfields:\n  quasiIdentifers: [a]",
            "r.yml:3: unknown key 'quasiIdentifers'; did you mean 'quasiIdentifiers'?"
        ),
        ("S\npolicy: {min_k: 3}", "r.yml:2: unknown key 'min_k'; did you mean 'minK'?"),
        (
            "S\npopulation:\n  persons: 3",
            "r.yml:3: unknown key 'persons'; the keys here are data, size, samplingFraction."
        ),
        (
            "S\npolicy: 5",
            "r.yml:2: 'policy' needs a mapping with the keys minK, maxUniqueness, maxRisk, require, threshold, "
                + "maxRate, householdThreshold, identifying, minCell, minPublishedCount."
        ),
        (
            "S\nordered: score", "r.yml:2: 'ordered' needs a list of fields, such as [score, grade]."
        ),
        ("S\nhierarchies: [a]", "r.yml:2: 'hierarchies' needs a mapping of fields to hierarchies."),
        (
            "S\nhierarchies:\n  a: []",
            "r.yml:3: 'hierarchies.a' needs a hierarchy, such as date, postcode or the path of a file."
        ),
        ("S\npolicy:\n  maxRate: 0", "r.yml:3: 'policy.maxRate' needs a number above 0 and up to 1."),
        (
            "S\npolicy:\n  householdThreshold: 2",
            "r.yml:3: 'policy.householdThreshold' needs a number above 0 and up to 1."
        ),
        ("S\npolicy:\n  minK: five", "r.yml:3: 'policy.minK' needs a whole number from 1 to 10,000,000,000."),
        ("S\npolicy:\n  minK: 0", "r.yml:3: 'policy.minK' needs a whole number from 1 to 10,000,000,000."),
        ("S\npolicy:\n  minK: 2.5", "r.yml:3: 'policy.minK' needs a whole number from 1 to 10,000,000,000."),
        ("S\npolicy:\n  minK: '5'", "r.yml:3: 'policy.minK' needs a whole number from 1 to 10,000,000,000."),
        ("S\npolicy:\n  maxRisk: 0", "r.yml:3: 'policy.maxRisk' needs a number above 0 and up to 1."),
        ("S\npolicy:\n  maxRisk: nan", "r.yml:3: 'policy.maxRisk' needs a number above 0 and up to 1."),
        ("S\npolicy:\n  maxUniqueness: 1.5", "r.yml:3: 'policy.maxUniqueness' needs a number from 0 to 1."),
        (
            "S\nfields:\n  quasiIdentifiers: dob",
            "r.yml:3: 'fields.quasiIdentifiers' needs a list of fields, such as [sex, school]."
        ),
        ("S\nfields:\n  weight: [a, b]", "r.yml:3: 'fields.weight' needs the name of a field."),
        ("S\nfields:\n  weight:", "r.yml:3: 'fields.weight' needs the name of a field."),
        (
            "S\nfields:\n  quasiIdentifiers:\n  - a\n  sensitive:\n  - a",
            "r.yml:6: the field 'a' has a role already (line 4); give each field one role."
        ),
        ("S\nmissing:\n  semantics: wild", "r.yml:3: 'missing.semantics' needs one of category, wildcard, exclude."),
        (
            "S\nmissing:\n  alpha: 0.5",
            "r.yml:3: 'missing.alpha' needs 'semantics: wildcard' with it, the only semantics that weighs records."
        ),
        ("S\nmissing:\n  values: NA", "r.yml:3: 'missing.values' needs a list of texts, such as [NA, \"?\"]."),
        (
            "S\ndelimiter: x",
            "r.yml:2: 'delimiter' needs one of ',', ';', '|', a tab, or the words comma, semicolon, bar, tab."
        ),
        (
            "S\npopulation: {data: a, size: 5}",
            "r.yml:2: 'population' needs one of 'data', a file, 'size', a number of persons, and 'samplingFraction', the share that is in the file."
        ),
        ("S\ndata: [a]", "r.yml:2: 'data' needs the path of a file."),
        (
            "S\ndata: a\ndata: b",
            "r.yml:2: this is not valid YAML; check the indentation, quotes, brackets and repeated keys there."
        ),
        (
            "S\ndata: 'a",
            "r.yml:3: this is not valid YAML; check the indentation, quotes, brackets and repeated keys there."
        ),
    ]

    @Test(arguments: mistakes) func namesLineKeyAndRemedy(yaml: String, message: String) {
        let text = yaml.hasPrefix("S\n") ? "schema: singleout.release/1" + yaml.dropFirst() : yaml
        let error = #expect(throws: ReleaseError.self) { try Release(yaml: text + "\n", named: "r.yml") }
        #expect(error?.description == message)
    }

    @Test(arguments: [
        "name: Zanzibarina\n", "Zanzibarina: [\n", "schema: Zanzibarina\n", "- Zanzibarina\n",
        "a: &x Zanzibarina\nb: *y\n",
    ])
    func repeatsNothingOfAnotherFile(text: String) {
        let error = #expect(throws: ReleaseError.self) { try Release(yaml: text, named: "r.yml") }
        #expect(error?.description.contains("Zanzibarina") == false)
    }

    /// Thirty lines, each of which stands for twice what the one before does, and a key that is looked at whole.
    @Test func refusesManyAliases() {
        let lines = (1..<30).map { "x\($0): &x\($0) [*x\($0 - 1), *x\($0 - 1)]\n" }
        let text = "schema: singleout.release/1\nx0: &x0 [a, a]\n" + lines.joined() + "? *x29\n: 1\n"
        let error = ReleaseError.tooManyAliases(file: "r.yml", line: 8, limit: 10)
        #expect(throws: error) { try Release(yaml: text, named: "r.yml") }
    }

    @Test func readsFewAliases() throws {
        let text = """
            schema: singleout.release/1
            groups: &fields [a, b]
            ordered: *fields
            missing: {values: ["*1", '*2', "*3", "*4", "*5", "*6", "*7", "*8", "*9", "*10", "*11"]}
            """
        let release = try Release(yaml: text, named: "r.yml")
        #expect(release.groups == ["a", "b"] && release.ordered == ["a", "b"])
        #expect(release.missingValues?.count == 11)
    }

    /// In time in proportion to their number.
    @Test(.timeLimit(.minutes(1))) func readsVeryManyFields() throws {
        let names = (0..<90_000).map { "f\($0)" }
        let text = "schema: singleout.release/1\nfields: {quasiIdentifiers: [\(names.joined(separator: ", "))]}\n"
        #expect(try Release(yaml: text, named: "r.yml").quasiIdentifiers == names)
    }

    @Test func refusesFilesThatCannotBeReleases() throws {
        let folder = try TemporaryFolder()
        let long = try folder.file("long.csv", String(repeating: "Zanzibarina,1\n", count: 100_000))
        #expect(throws: ReleaseError.tooLong(file: long, limit: 1 << 20)) { try Release(contentsOfFile: long) }
        let absent = folder.path + "/absent.yml"
        #expect(throws: ReleaseError.unreadable(file: absent, reason: "no such file or directory")) {
            try Release(contentsOfFile: absent)
        }
        #expect(throws: ReleaseError.unreadable(file: folder.path, reason: "is a directory")) {
            try Release(contentsOfFile: folder.path)
        }
        let bytes = folder.path + "/bytes.yml"
        try Data([0x61, 0xFF]).write(to: URL(fileURLWithPath: bytes))
        #expect(throws: ReleaseError.notText(file: bytes)) { try Release(contentsOfFile: bytes) }
    }

    @Test(arguments: [false, true]) func findsFieldsThatTheDataLack(inQuasiIdentifiers: Bool) throws {
        let folder = try TemporaryFolder()
        _ = try folder.file("d.csv", Samples.fiveRows)
        let fields =
            inQuasiIdentifiers
            ? "quasiIdentifiers: [age, sax]" : "quasiIdentifiers: [age]\n  sensitive: [sax]"
        let line = inQuasiIdentifiers ? 4 : 5
        let file = try folder.file("r.yml", "schema: singleout.release/1\ndata: d.csv\nfields:\n  \(fields)\n")
        let plan = try Selection(SelectionRequest(), release: Release(contentsOfFile: file))
        let expected = ReleaseError.unknownField(
            file: file, line: line, field: "sax", data: folder.path + "/d.csv", nearest: "sex")
        #expect(throws: expected) { try plan.measure() }
        #expect(
            expected.description == "\(file):\(line): \(folder.path)/d.csv has no field 'sax'; did you mean 'sex'?")
    }
}
