import SingleoutExpectations
import XCTest

/// The same expectations in a test case of XCTest; notebooks-text/test-harness.md shows it.
final class HarnessExampleXCTests: XCTestCase {
    /// No table that the program makes has a pupil who is alone in it; two columns stand for one.
    func testNobodyIsAlone() {
        let table = Table(
            source: "leavers",
            columns: [
                Column(name: "sex", values: ["F", "F", "M", "M"]), Column(name: "fsm", values: ["0", "0", "1", "1"]),
            ])
        expect(table, on: ["sex", "fsm"], .kAnonymity(atLeast: 2), .risk(atMost: 0.5))
    }
}
