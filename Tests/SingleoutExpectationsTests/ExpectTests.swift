import Foundation
import SingleoutExpectations
import Synchronization
import Testing

/// Expectations under Swift Testing: those that are met say nothing, the others fail the test where they stand.
struct ExpectTests {
    /// Runs an expectation that must fail once with a message, where it stands.
    func expectFailure(_ message: String, line: Int = #line, _ body: () -> Bool) {
        let issues = Mutex<[Issue]>([])
        withKnownIssue {
            if body() { Issue.record("the expectation is met") }
        } matching: { issue in
            issues.withLock { $0.append(issue) }
            return true
        }
        let found = issues.withLock { $0 }
        let texts = found.flatMap { $0.comments.map(\.rawValue) }
        #expect(texts.count == 1 && texts[0].contains(message), "\(texts)")
        let lines = found.compactMap(\.sourceLocation?.line)
        #expect(lines == [line] || lines == [line + 1], "the failure is reported where the expectation stands")
    }

    @Test func tables() {
        #expect(expect(Samples.pupils, on: ["sex"], .kAnonymity(atLeast: 4), .uniqueness(atMost: 0)))
        expectFailure("1 record where at least 2") {
            expect(Samples.pupils, on: ["sex", "area"], .kAnonymity(atLeast: 2))
        }
        expectFailure("No rule to expect is given") { expect(Samples.pupils, on: ["sex"]) }
        expectFailure("did you mean 'sex'?") { expect(Samples.pupils, on: ["sxe"], .kAnonymity(atLeast: 2)) }
    }

    @Test func files() throws {
        try Samples.withFile(Samples.csv) { path in
            #expect(expect(file: path, on: ["sex"], .kAnonymity(atLeast: 2)))
            #expect(
                expect(
                    file: path, on: ["sex", "area"], .kAnonymity(atLeast: 2), missing: .wildcard(alpha: 1),
                    missingValues: ["-"]))
            expectFailure("p.csv, on sex, area: the smallest") {
                expect(file: path, on: ["sex", "area"], .kAnonymity(atLeast: 2))
            }
        }
        expectFailure("cannot be read") { expect(file: "/nowhere.csv", on: ["sex"], .kAnonymity(atLeast: 2)) }
    }

    @Test func severalRulesFailEach() {
        let failures = Mutex(0)
        withKnownIssue {
            expect(
                Samples.pupils, on: ["sex", "area"], .kAnonymity(atLeast: 2), .kAnonymity(atLeast: 1),
                .risk(atMost: 0.5))
        } matching: { _ in
            failures.withLock { $0 += 1 }
            return true
        }
        #expect(failures.withLock { $0 } == 2)
    }

    static let release = """
        schema: singleout.release/1
        data: p.csv
        fields:
          quasiIdentifiers: [sex]
        policy:
          minK: LIMIT

        """

    @Test func policies() throws {
        try Samples.withFile(Samples.csv) { path in
            let release = URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent("release.yml")
            func write(_ text: String) throws { try Data(text.utf8).write(to: release) }
            try write(Self.release.replacingOccurrences(of: "LIMIT", with: "2"))
            #expect(expectPolicyMet(byRelease: release.path))
            try write(Self.release.replacingOccurrences(of: "LIMIT", with: "3"))
            expectFailure("p.csv, on sex: The smallest class has 2") { expectPolicyMet(byRelease: release.path) }
            try write(Self.release.replacingOccurrences(of: "policy:\n  minK: LIMIT\n", with: ""))
            expectFailure("No rule to check is given") { expectPolicyMet(byRelease: release.path) }
        }
        expectFailure("/nowhere.yml") { expectPolicyMet(byRelease: "/nowhere.yml") }
    }
}
