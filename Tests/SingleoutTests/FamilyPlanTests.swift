import Counting
import Foundation
import Singleout
import Testing

@testable import Disclosure
@testable import PupilRegister
@testable import RegisterValidation

/// Families of a generated register: known truth and published figures.
struct FamilyPlanTests {
    private func plan(
        _ data: String, _ change: (inout FamilyRequest) -> Void, fields: [String] = ["sex", "date_of_birth"]
    ) throws -> FamilyPlan {
        var arguments = SelectionRequest()
        arguments.data = .file(data)
        arguments.quasiIdentifiers = fields
        var families = FamilyRequest()
        change(&families)
        return try FamilyPlan(arguments, families)
    }

    /// A register of about 20,000 pupils in two years, in a folder that the caller removes.
    private func register() throws -> String {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("families-\(UUID().uuidString)").path
        _ = try RegisterFolder(path).write(
            Register(RegisterSettings(pupils: 20_000, firstYear: 2015, lastYear: 2016, seed: 11, errors: .realistic)))
        return path
    }

    @Test func generatedRegister() throws {
        let path = try register()
        defer { try? FileManager.default.removeItem(atPath: path) }
        // The published figures are about pupils from Reception to year 11.
        let text = try String(contentsOfFile: path + "/census-2016.csv", encoding: .utf8)
        let lines = text.split(separator: "\n")
        let place = try #require(lines[0].split(separator: ",").firstIndex(of: "year_group"))
        let groups = Set(["R"] + (1...11).map(String.init))
        let kept = lines.dropFirst().filter { line in
            groups.contains(String(line.split(separator: ",", omittingEmptySubsequences: false)[place]))
        }
        try ([lines[0]] + kept).joined(separator: "\n").write(
            toFile: path + "/reception-to-11.csv", atomically: true, encoding: .utf8)

        let given = try plan(path + "/reception-to-11.csv") {
            $0.truth = .file(path + "/truth/families.csv")
            $0.identifier = "pupil_number"
            $0.area = "lsoa"
        }.run()
        let figures = PublishedFigures()
        let reach = given.reach
        let found: [(String, Double)] = [
            ("siblings.visible", Double(reach.pupilsWithOthers) / Double(reach.pupils)),
            ("siblings.families", Double(reach.familiesOfSeveral) / Double(reach.families)),
            ("siblings.mean", reach.meanSize ?? 0), ("siblings.reach", reach.mean ?? 0),
        ]
        for (key, value) in found {
            let figure = try #require(figures.all.first { $0.key == key })
            let expected = figures.value(key)
            let allowance = try #require(figure.allowance(expected))
            #expect(abs(value - expected) <= allowance, "\(key): \(value), published \(expected)")
        }
        // A set of two pupils or more gives a family away far more often than a single pupil does.
        let several = given.uniqueness.from(members: 2)
        let single = try #require(given.uniqueness.sizes.first)
        #expect(Double(several.unique) / Double(several.families) > 5 * Double(single.unique) / Double(single.families))

        // Addresses find most pairs, and surnames make them surer and fewer, as half-siblings have others.
        func error(_ infer: String) throws -> InferenceError {
            let findings = try plan(path + "/census-2016.csv") {
                $0.infer = infer.split(separator: ",").map(String.init)
                $0.truth = .file(path + "/truth/families.csv")
                $0.identifier = "pupil_number"
            }.run()
            return try #require(findings.inference)
        }
        let (address, surname) = (try error("address"), try error("address,surname"))
        for error in [address, surname] {
            #expect(error.pupilsWithoutTruth == 0 && error.families > 12_000)
            #expect(error.precision ?? 0 > 0.9)
            #expect(error.recall ?? 0 > 0.75)
        }
        #expect(surname.precision ?? 0 >= address.precision ?? 0)
        #expect(surname.recall ?? 1 < address.recall ?? 0)

        // Days of birth find a moved family again whenever its set of pupils stays the same.
        let findings = try plan(path + "/census-2015.csv") {
            $0.truth = .file(path + "/truth/families.csv")
            $0.later = .file(path + "/census-2016.csv")
            $0.identifier = "pupil_number"
            $0.area = "lsoa"
            $0.precision = .day
        }.run()
        let moved = try #require(findings.refinding)
        let large = Refinding.total(moved.sizes.filter { ($0.members ?? 0) > 1 })
        #expect(large.moved > 100)
        #expect(large.unchangedShare ?? 0 > 0.95)
        #expect(large.share ?? 1 < large.unchangedShare ?? 0)
        let all = moved.total
        #expect(all.found + all.wrong + all.several + all.none == all.moved)
    }

    @Test func defaults() throws {
        let plan = try plan("x.csv") { $0.family = "home" }
        #expect(plan.precision == .year && plan.area == nil && plan.identifier == nil)
        #expect(plan.inputs == ["x.csv"])
        let more = try self.plan("x.csv") {
            $0.infer = ["address", "surname"]
            $0.truth = .file("t.csv")
            $0.later = .file("l.csv")
            $0.identifier = "id"
            $0.area = "lsoa"
        }
        #expect(more.family == "family" && more.infer == ["address", "surname"])
        #expect(more.inputs == ["x.csv", "t.csv", "l.csv"])
    }

    @Test func refused() throws {
        #expect(throws: PlanError.noFamilies) { try plan("x.csv") { _ in } }
        #expect(throws: PlanError.fieldInTwoRoles("sex", options: ["--quasi-identifiers", "--area"])) {
            try plan("x.csv") {
                $0.family = "home"
                $0.area = "sex"
            }
        }
        #expect(throws: PlanError.optionNeeds("--later", needed: "--area")) {
            try plan("x.csv") {
                $0.family = "home"
                $0.later = .file("l.csv")
                $0.identifier = "id"
            }
        }
        #expect(throws: CountingError.tooManyFields(count: 11, limit: 10)) {
            try plan("x.csv", { $0.family = "home" }, fields: (0..<11).map { "f\($0)" })
        }
    }

    /// The figures by which other commands group pupils.
    @Test func recordFigures() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("families-\(UUID().uuidString).csv")
            .path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try "home,sex\na,F\nb,F\nc,M\nc,M\nd,\n".write(toFile: path, atomically: true, encoding: .utf8)
        let findings = try plan(path, { $0.family = "home" }, fields: ["sex"]).run()
        #expect((0..<5).map { findings.familiesAlike($0) } == [2, 2, 1, 1, 1])
    }
}
