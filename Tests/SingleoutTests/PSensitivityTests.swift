import Disclosure
import Foundation
import Microdata
import Singleout
import SingleoutTesting
import Testing

/// p-sensitive k-anonymity: by hand, against its slow twin, and as a rule.
struct PSensitivityTests {
    /// Classes x, y and z of three, three and two records: illness has 3, 2 and 2 values, income 2, 3 and 1.
    private static let csv = """
        class,illness,income
        x,flu,low
        x,cold,low
        x,asthma,high
        y,flu,low
        y,flu,high
        y,cold,middle
        z,flu,low
        z,cold,low

        """

    private static func plan(
        _ folder: TemporaryFolder, _ csv: String = csv, change: (inout SelectionRequest) -> Void
    ) throws -> Selection {
        var arguments = SelectionRequest()
        arguments.data = try .file(folder.file("d.csv", csv))
        arguments.quasiIdentifiers = ["class"]
        change(&arguments)
        return try Selection(arguments)
    }

    @Test(arguments: [(["illness"], 2), (["income"], 1), (["illness", "income"], 1)])
    func byHand(fields: [String], p: Int) throws {
        let folder = try TemporaryFolder()
        let found = try Self.plan(folder) { $0.sensitive = fields }.measure()
        let json = try Samples.text { try JSONRenderer().render(found.json, into: &$0) }
        #expect(json.contains("\"pSensitivity\": \(p)"))
        let text = try Samples.text { try TerminalRenderer().render(found.report, into: &$0) }
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(
            text.contains(
                "p-sensitive k-anonymous for p = \(p) and k = 2: every class has at least 2 records, and at least \(p) different "
                    + "value\(p == 1 ? "" : "s") of each sensitive field."))
    }

    /// As a rule of one field or several, whose names may be quoted; both directions of the limit.
    @Test(arguments: [
        ("p(illness)>=2", true), ("p(illness)>=3", false), ("p(illness, income)>=1", true),
        ("p(illness,income)>=2", false),
        ("p(\"income\",illness)>1", false), ("p(illness)<=2", true),
    ])
    func asARule(rule: String, isMet: Bool) throws {
        let folder = try TemporaryFolder()
        let found = try Self.plan(folder) { $0.requirements = [rule] }.check()
        #expect(found.isMet == isMet, "\(found.rules)")
        #expect(found.rules[0].recordsAffected == (isMet ? 0 : nil))
    }

    /// An answer of measure demands it, of all its sensitive fields.
    @Test func asABaseline() throws {
        let folder = try TemporaryFolder()
        let answer = try Samples.text {
            try JSONRenderer().render(
                Self.plan(folder) { $0.sensitive = ["illness", "income"] }.measure().json, into: &$0)
        }
        let file = try folder.file("old.json", answer)
        let worse = Self.csv.replacing("z,cold,low", with: "z,flu,low")
        #expect(
            try Self.plan(folder) { $0.baselines = [file] }.check().rules.contains {
                $0.rule.name == "p(illness,income)>=1"
            })
        let found = try Self.plan(folder, worse) { $0.baselines = [file] }.check()
        #expect(found.rules.filter { !$0.isMet }.map(\.rule.subject).contains("l(illness)"))
    }

    @Test(arguments: ["p>=2", "p()>=2", "p(illness,)>=2", "p(illness)>=0", "p(class,illness)>=2"])
    func refuses(rule: String) throws {
        let folder = try TemporaryFolder()
        #expect(throws: PlanError.self) { try Self.plan(folder) { $0.requirements = [rule] }.check() }
    }

    /// Random tables of one to three fields, some with missing values that are left out.
    @Test(arguments: 0..<60) func asTheSlowTwin(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let names = Array(["a", "b", "c"].prefix(Int.random(in: 1...3, using: &random)))
        let rows = (0..<Int.random(in: 1...40, using: &random)).map { _ in
            (
                class: Int.random(in: 1...3, using: &random),
                values: names.map { _ in Int.random(in: 0...4, using: &random) }
            )
        }
        let isExcluding = seed.isMultiple(of: 2)
        let csv =
            (["class"] + names).joined(separator: ",") + "\n"
            + rows.map { row in
                ([String(row.class)] + row.values.map { $0 == 0 ? "" : String($0) }).joined(separator: ",") + "\n"
            }.joined()
        // The values of each class by field; a class that a field leaves nobody in is none.
        let fields = names.indices.map { field in
            (1...3).map { number in
                rows.filter { $0.class == number && !(isExcluding && $0.values[field] == 0) }.map { $0.values[field] }
            }
            .filter { !$0.isEmpty }
        }
        let folder = try TemporaryFolder()
        let found = try Self.plan(folder, csv) {
            $0.requirements = ["p(\(names.joined(separator: ",")))>=1"]
            $0.missing = isExcluding ? .exclude : .category
        }.check()
        let expected = Self.slow(fields)
        #expect(found.rules[0].found == (expected == 0 ? nil : Double(expected)), "seed \(seed)")
    }

    /// The largest p for which every class has p different values of each field, tried one by one; 0 where a field has no record.
    private static func slow(_ fields: [[[Int]]]) -> Int {
        (1...100).last { p in
            fields.allSatisfy { classes in !classes.isEmpty && classes.allSatisfy { Set($0).count >= p } }
        } ?? 0
    }
}
