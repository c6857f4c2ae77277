import Foundation
import Singleout
import Testing

struct SelectionTests {
    private static func arguments(_ change: (inout SelectionRequest) -> Void = { _ in }) -> SelectionRequest {
        var arguments = SelectionRequest()
        arguments.data = .file("d.csv")
        arguments.quasiIdentifiers = ["a", "b"]
        change(&arguments)
        return arguments
    }

    private static let release = """
        schema: singleout.release/1
        data: r.csv
        delimiter: tab
        fields: {quasiIdentifiers: [x, y]}
        missing: {values: [NA], semantics: wildcard, alpha: 0.25}
        population: {size: 50}
        policy: {minK: 3, maxUniqueness: 0.1, maxRisk: 0.3, threshold: 0.4, identifying: 0.6}
        """

    @Test func fillsInDefaults() throws {
        let plan = try Selection(Self.arguments())
        #expect(plan.data == "d.csv")
        #expect(plan.delimiter == nil)
        #expect(plan.missingValues == [""])
        #expect(plan.quasiIdentifiers == ["a", "b"])
        #expect(plan.missing == .category)
        #expect(plan.population == nil)
        #expect(plan.threshold == 0.2)
        #expect(plan.identifying == 0.5)
        #expect(plan.maximumSize == nil)
        #expect(plan.rules.isEmpty)
        #expect(plan.threads == nil)
        #expect(try Selection(Self.arguments { $0.missing = .wildcard }).missing == .wildcard(alpha: 1))
    }

    @Test func takesWhatTheReleaseSays() throws {
        let plan = try Selection(SelectionRequest(), release: Release(yaml: Self.release, named: "f/r.yml"))
        #expect(plan.data == "f/r.csv")
        #expect(plan.delimiter == .tab)
        #expect(plan.missingValues == ["", "NA"])
        #expect(plan.quasiIdentifiers == ["x", "y"])
        #expect(plan.missing == .wildcard(alpha: 0.25))
        #expect(plan.population == .size(50))
        #expect(plan.threshold == 0.4)
        #expect(plan.identifying == 0.6)
        #expect(plan.rules == [.minK(3), .maxUniqueness(0.1), .maxRisk(0.3)])
    }

    @Test func letsFlagsOverrideTheRelease() throws {
        let arguments = Self.arguments {
            $0.delimiter = ";"
            $0.missing = .exclude
            $0.missingValues = "?, x"
            $0.populationData = .file("p.csv")
            $0.threshold = 0.1
            $0.identifying = 0.9
            $0.minK = 7
            $0.maxUniqueness = 0
            $0.maxRisk = 1
            $0.threads = 2
        }
        let plan = try Selection(arguments, release: Release(yaml: Self.release, named: "f/r.yml"))
        #expect(plan.data == "d.csv")
        #expect(plan.delimiter == .semicolon)
        #expect(plan.missingValues == ["", " x", "?"])
        #expect(plan.quasiIdentifiers == ["a", "b"])
        #expect(plan.missing == .exclude)
        #expect(plan.population == .data("p.csv"))
        #expect(plan.threshold == 0.1)
        #expect(plan.identifying == 0.9)
        #expect(plan.rules == [.minK(7), .maxUniqueness(0), .maxRisk(1)])
        #expect(plan.threads == 2)
    }

    @Test func takesNamesAsTheyAre() throws {
        let plan = try Selection(
            Self.arguments {
                $0.quasiIdentifiers = [" a , b c", "\"d\""]
                $0.sensitive = ["s,t"]
                $0.groups = ["g, h"]
            })
        #expect(plan.quasiIdentifiers == [" a , b c", "\"d\""])
        #expect(plan.sensitive.fields == ["s,t"] && plan.groups.fields == ["g, h"])
    }

    static let refusals: [(name: String, change: @Sendable (inout SelectionRequest) -> Void, error: PlanError)] = [
        ("data", { $0.data = nil }, .noData),
        ("fields", { $0.quasiIdentifiers = [] }, .noQuasiIdentifiers),
        (
            "empty name", { $0.quasiIdentifiers = ["a", ""] },
            .outOfRange(option: "--quasi-identifiers", expected: "the name of a field")
        ),
        ("twice", { $0.quasiIdentifiers = ["a", "b", "a"] }, .repeatedQuasiIdentifier("a")),
        ("alpha", { $0.alpha = 0.5 }, .alphaWithoutWildcard(.category)),
        (
            "alpha range",
            {
                $0.missing = .wildcard
                $0.alpha = 1.5
            }, .outOfRange(option: "--alpha", expected: "a number from 0 to 1")
        ),
        (
            "threshold", { $0.threshold = 0 },
            .outOfRange(option: "--risk-threshold", expected: "a number above 0 and up to 1")
        ),
        (
            "not a number", { $0.threshold = .nan },
            .outOfRange(option: "--risk-threshold", expected: "a number above 0 and up to 1")
        ),
        (
            "identifying", { $0.identifying = 2 },
            .outOfRange(option: "--identifying", expected: "a number above 0 and up to 1")
        ),
        (
            "size", { $0.maximumSize = 0 },
            .outOfRange(option: "--max-size", expected: "a whole number from 1 to 1,000")
        ),
        ("k", { $0.minK = 0 }, .outOfRange(option: "--min-k", expected: "a whole number from 1 to 10,000,000,000")),
        (
            "uniqueness", { $0.maxUniqueness = -0.1 },
            .outOfRange(option: "--max-uniqueness", expected: "a number from 0 to 1")
        ),
        ("risk", { $0.maxRisk = 0 }, .outOfRange(option: "--max-risk", expected: "a number above 0 and up to 1")),
        (
            "threads", { $0.threads = 0 },
            .outOfRange(option: "--threads", expected: "a whole number from 1 to 1,024")
        ),
        (
            "delimiter", { $0.delimiter = "x" },
            .outOfRange(
                option: "--delimiter",
                expected: "one of ',', ';', '|', a tab, or the words comma, semicolon, bar, tab")
        ),
        (
            "standard input",
            {
                $0.data = .file("-")
                $0.populationData = .file("-")
            }, .standardInputTwice
        ),
        ("sensitive quasi-identifier", { $0.sensitive = ["b"] }, inTwoRoles("b", "--sensitive")),
        ("weight among them", { $0.weight = "a" }, inTwoRoles("a", "--weight")),
        ("household among them", { $0.household = "a" }, inTwoRoles("a", "--household")),
        (
            "sensitive weight",
            {
                $0.sensitive = ["s"]
                $0.weight = "s"
            }, .fieldInTwoRoles("s", options: ["--sensitive", "--weight"])
        ),
        ("sensitive twice", { $0.sensitive = ["s", "s"] }, .repeatedField("s", option: "--sensitive")),
        (
            "sensitive names", { $0.sensitive = ["s", "", "t"] },
            .outOfRange(option: "--sensitive", expected: "the name of a field")
        ),
        ("order of none", { $0.ordered = ["s"] }, .notSensitive("s", option: "--ordered")),
        ("hierarchy of none", { $0.hierarchies = ["s=h.csv"] }, .notSensitive("s", option: "--value-hierarchy")),
        (
            "hierarchy without a file",
            {
                $0.sensitive = ["s"]
                $0.hierarchies = ["s="]
            }, .outOfRange(option: "--value-hierarchy", expected: "a sensitive field and a file: field=file.csv")
        ),
        (
            "two distances",
            {
                $0.sensitive = ["s"]
                $0.ordered = ["s"]
                $0.hierarchies = ["s=h.csv"]
            }, .twoDistances("s")
        ),
        ("entropy of none", { $0.entropy = .grassberger }, .optionNeeds("--entropy", needed: "--sensitive")),
        ("approximation of none", { $0.isApproximate = true }, .optionNeeds("--approximate", needed: "--weight")),
        (
            "households of none", { $0.householdThreshold = 0.1 },
            .optionNeeds("--household-threshold", needed: "--household")
        ),
        (
            "household threshold",
            {
                $0.household = "h"
                $0.householdThreshold = 0
            }, .outOfRange(option: "--household-threshold", expected: "a number above 0 and up to 1")
        ),
        (
            "rate", { $0.maxRate = 1.5 },
            .outOfRange(option: "--max-rate", expected: "a number above 0 and up to 1")
        ),
        ("weight", { $0.weight = "" }, .outOfRange(option: "--weight", expected: "the name of a field")),
        (
            "sampling fraction", { $0.samplingFraction = 0 },
            .outOfRange(option: "--sampling-fraction", expected: "a number from 0.000000001 to 1")
        ),
        (
            "population", { $0.populationSize = 0 },
            .outOfRange(option: "--population", expected: "a whole number from 1 to 10,000,000,000")
        ),
        (
            "two populations",
            {
                $0.populationSize = 9
                $0.populationData = .file("p.csv")
            }, .twoPopulations
        ),
    ]

    private static func inTwoRoles(_ field: String, _ option: String) -> PlanError {
        .fieldInTwoRoles(field, options: ["--quasi-identifiers", option])
    }

    /// Roles of the release take effect, but a flag that makes a field something else takes its role away.
    @Test func takesRolesFromTheRelease() throws {
        let yaml = """
            schema: singleout.release/1
            data: r.csv
            fields: {quasiIdentifiers: [x, y], sensitive: [s, t, u], weight: w, household: h}
            ordered: [t]
            hierarchies: {u: u.csv}
            policy: {maxRate: 0.02, householdThreshold: 0.1}
            """
        let release = try Release(yaml: yaml, named: "f/r.yml")
        let plan = try Selection(SelectionRequest(), release: release)
        #expect(plan.sensitive.fields == ["s", "t", "u"])
        #expect(plan.sensitive.ordered == ["t"])
        #expect(plan.sensitive.hierarchies == ["u": "f/u.csv"])
        #expect(plan.sensitive.entropy == .shannon)
        #expect(plan.individual.weight == "w")
        #expect(plan.individual.household == "h")
        #expect(plan.individual.maxRate == 0.02)
        #expect(plan.individual.householdThreshold == 0.1)
        var arguments = SelectionRequest()
        arguments.quasiIdentifiers = ["x", "s", "h"]
        let moved = try Selection(arguments, release: release)
        #expect(moved.sensitive.fields == ["t", "u"])
        #expect(moved.individual.household == nil)
        #expect(moved.individual.householdThreshold == nil)
        arguments.quasiIdentifiers = []
        arguments.sensitive = ["x"]
        #expect(throws: Self.inTwoRoles("x", "--sensitive")) { try Selection(arguments, release: release) }
        arguments.sensitive = ["u"]
        arguments.ordered = ["u"]
        let ordered = try Selection(arguments, release: release)
        #expect(ordered.sensitive.fields == ["u"])
        #expect(ordered.sensitive.ordered == ["u"])
        #expect(ordered.sensitive.hierarchies.isEmpty)
    }

    @Test(arguments: refusals.indices) func refusesWhatCannotBePlanned(index: Int) {
        let refusal = Self.refusals[index]
        #expect(throws: refusal.error, "\(refusal.name)") { try Selection(Self.arguments(refusal.change)) }
    }

    /// A request can be written down and read again; a table in memory cannot, but its name can.
    @Test func requestsSurviveCoding() throws {
        for source in [DataSource.file("d.csv"), .named("pupils")] {
            let request = Self.arguments {
                $0.data = source
                $0.populationData = .named("all")
            }
            let data = try JSONEncoder().encode(request)
            #expect(try JSONDecoder().decode(SelectionRequest.self, from: data) == request)
        }
        #expect(throws: EncodingError.self) {
            try JSONEncoder().encode(Self.arguments { $0.data = .table(Table(source: "t", columns: [])) })
        }
    }

    @Test func refusesBeforeReading() throws {
        // No such file exists, so an error about the file would mean that it was opened first.
        let wildcard = try Selection(Self.arguments { $0.missing = .wildcard })
        #expect(throws: CountingError.wildcardOverCombinations) { try wildcard.combinations() }
        let population = try Selection(
            Self.arguments {
                $0.missing = .wildcard
                $0.populationData = .file("p.csv")
            })
        #expect(throws: PlanError.wildcardWithPopulation) { try population.measure() }
        let sensitive = try Selection(
            Self.arguments {
                $0.missing = .wildcard
                $0.sensitive = ["s"]
            })
        #expect(throws: PlanError.wildcardWithSensitive) { try sensitive.measure() }
        #expect(throws: CountingError.wildcardOverCombinations) { try wildcard.specialUniques() }
        #expect(throws: PlanError.noRules) { try Selection(Self.arguments()).check() }
        let many = try Selection(
            Self.arguments { $0.quasiIdentifiers = (0..<17).map { "f\($0)" } })
        #expect(throws: CountingError.tooManyFields(count: 17, limit: 16)) { try many.combinations() }
    }
}
