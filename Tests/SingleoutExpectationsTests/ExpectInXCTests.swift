import SingleoutExpectations
import XCTest

/// The same expectations under XCTest: a failure is one of the test case, where the expectation stands.
final class ExpectInXCTests: XCTestCase {
    /// Failures of expectations that must fail, instead of the test's own.
    private var caught: [(message: String, line: Int)]?

    override func recordFailure(
        withDescription description: String, inFile filePath: String, atLine lineNumber: Int, expected: Bool
    ) {
        if caught == nil {
            super.recordFailure(
                withDescription: description, inFile: filePath, atLine: lineNumber, expected: expected)
        } else {
            caught?.append((description, lineNumber))
        }
    }

    func testMetExpectationsSayNothing() {
        XCTAssertTrue(expect(Samples.pupils, on: ["sex"], .kAnonymity(atLeast: 4), .uniqueness(atMost: 0)))
    }

    func testOthersFailTheTest() {
        caught = []
        let isMet = expect(Samples.pupils, on: ["sex", "area"], .kAnonymity(atLeast: 2), .risk(atMost: 0.5))
        let line = #line - 1
        let failures = caught ?? []
        caught = nil
        XCTAssertFalse(isMet)
        XCTAssertEqual(failures.map(\.line), [line, line])
        XCTAssertTrue(failures[0].message.contains("the smallest class has 1 record where at least 2 were expected"))
        XCTAssertTrue(failures[1].message.contains("the highest risk is 1.0"))
    }
}
