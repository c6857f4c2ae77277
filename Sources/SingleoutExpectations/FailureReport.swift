import Testing
import XCTest

/// Reports failures to the test framework that runs: Swift Testing or XCTest.
struct FailureReport {
    let fileID: StaticString
    let filePath: StaticString
    let line: UInt
    let column: UInt

    /// Reports each message where the expectation stands, and says whether there was none.
    func record(_ messages: [String]) -> Bool {
        for message in messages { record(message) }
        return messages.isEmpty
    }

    private func record(_ message: String) {
        let location = SourceLocation(
            fileID: "\(fileID)", filePath: "\(filePath)", line: Int(line), column: Int(column))
        Issue.record(Comment(rawValue: message), sourceLocation: location)
        // Outside a test's own task Swift Testing knows of no test either, so both are told: the one that does not run ignores it.
        if Test.current == nil { XCTFail(message, file: filePath, line: line) }
    }
}
