import CSingleout
import Foundation
import SingleoutLibrary
import Testing

/// Rules of the C interface: met, not met, and none.
struct CheckTests {
    func check(_ fields: [String], _ rules: singleout_rules) throws -> (
        status: Int32, message: String?
    ) {
        let folder = try Folder()
        let table = unsafe try #require(unsafe Calls.open(try folder.write(Folder.pupils, to: "p.csv")))
        defer { unsafe singleout_table_free(table) }
        var rules = rules
        return unsafe Calls.message { message in
            unsafe Calls.texts(fields) { names, count in
                unsafe singleout_check(table, names, count, SINGLEOUT_MISSING_CATEGORY, 0, &rules, message)
            }
        }
    }

    @Test func met() throws {
        let answer = try check(["sex"], singleout_rules(min_k: 3, max_uniqueness: 0, max_risk: 0.34))
        #expect(answer.status == SINGLEOUT_DONE && answer.message == nil)
    }

    @Test func notMet() throws {
        let answer = try check(
            ["sex", "area"], singleout_rules(min_k: 2, max_uniqueness: 0.5, max_risk: 0.5))
        #expect(answer.status == SINGLEOUT_NOT_MET)
        let lines = try #require(answer.message).split(separator: "\n")
        #expect(lines.count == 2, "the uniqueness of 0.5 is allowed")
        #expect(lines[0].hasPrefix("The smallest class has 1 where the policy asks for at least 2"))
        #expect(lines[1].hasPrefix("The highest prosecutor risk is 100.0 %"))
    }

    /// Limits out of range, members that were forgotten among them, are wrong usage, and so are no rules at all.
    @Test(arguments: [
        (Int64(1), 1.0, 1.0, "One of the rules"), (0, 1, 1, "min_k"), (5, 1, 0, "max_risk"),
        (5, 1.5, 1, "max_uniqueness"),
        (5, .nan, 1, "max_uniqueness"), (5, 0, .nan, "max_risk"), (.min, 1, 1, "min_k"),
    ])
    func limits(k: Int64, uniqueness: Double, risk: Double, name: String) throws {
        let answer = try check(
            ["sex"], singleout_rules(min_k: k, max_uniqueness: uniqueness, max_risk: risk))
        #expect(answer.status == SINGLEOUT_WRONG_USAGE)
        #expect(answer.message?.hasPrefix(name) == true, "\(answer)")
    }

    /// Any figure by its name, and rules about it.
    @Test func figuresByName() throws {
        let folder = try Folder()
        let table = unsafe try #require(unsafe Calls.open(try folder.write(Folder.pupils, to: "p.csv")))
        defer { unsafe singleout_table_free(table) }
        func figure(_ name: String?, _ fields: [String] = ["sex"]) -> (status: Int32, value: Double, message: String?) {
            var value = -1.0
            let answer = unsafe Calls.message { message in
                unsafe Calls.texts(fields) { names, count in
                    unsafe singleout_figure(
                        table, names, count, SINGLEOUT_MISSING_CATEGORY, 0, name, &value, message)
                }
            }
            return (answer.status, value, answer.message)
        }
        let k = figure("k")
        #expect(k.status == SINGLEOUT_DONE && k.value == 3, "\(k)")
        #expect(figure("highestRisk").value == 1.0 / 3)
        #expect(figure("recordsAtRisk").value == 1)
        #expect(figure("l(area)").status == SINGLEOUT_DONE && figure("l(area)").value >= 1)
        for (name, text) in [
            ("kk", "figure must be"), ("l", "figure must be"), ("kMap", "takes more than a table"),
            ("l(sex)", "not among those"),
        ] {
            let wrong = figure(name)
            #expect(wrong.status == SINGLEOUT_WRONG_USAGE && wrong.message?.contains(text) == true, "\(wrong)")
        }
        #expect(figure(nil).status == SINGLEOUT_WRONG_USAGE)
        #expect(figure("l(nowhere)").status == SINGLEOUT_WRONG_USAGE)
        func require(_ rules: [String]) -> (status: Int32, message: String?) {
            unsafe Calls.message { message in
                unsafe Calls.texts(["sex"]) { names, count in
                    unsafe Calls.texts(rules) { texts, number in
                        unsafe singleout_require(
                            table, names, count, SINGLEOUT_MISSING_CATEGORY, 0, texts, number, message)
                    }
                }
            }
        }
        #expect(require(["k>=3", "l(area)>=1"]).status == SINGLEOUT_DONE)
        let missed = require(["k>=4", "k>=3"])
        #expect(missed.status == SINGLEOUT_NOT_MET && missed.message?.hasPrefix("The smallest class has 3") == true)
        #expect(require([]).status == SINGLEOUT_WRONG_USAGE && require(["k"]).status == SINGLEOUT_WRONG_USAGE)
    }

    @Test func largeLimits() throws {
        let answer = try check(["sex"], singleout_rules(min_k: .max, max_uniqueness: 1, max_risk: 1))
        #expect(answer.status == SINGLEOUT_NOT_MET)
    }

    @Test func releases() throws {
        let folder = try Folder()
        _ = try folder.write(Folder.pupils, to: "p.csv")
        func answer(minK: Int) throws -> (status: Int32, message: String?) {
            let release = try folder.write(
                "schema: singleout.release/1\ndata: p.csv\nfields: {quasiIdentifiers: [sex]}\npolicy: {minK: \(minK)}\n",
                to: "release.yml")
            return unsafe Calls.message { unsafe singleout_check_release(release, $0) }
        }
        #expect(try answer(minK: 3).status == SINGLEOUT_DONE)
        let failed = try answer(minK: 4)
        #expect(
            failed.status == SINGLEOUT_NOT_MET
                && failed.message?.hasPrefix("The smallest class has 3") == true)
        let nowhere = unsafe Calls.message { unsafe singleout_check_release("/nowhere.yml", $0) }
        #expect(nowhere.status == SINGLEOUT_FAILED && nowhere.message?.contains("/nowhere.yml") == true)
    }
}
