import Foundation
import Microdata
import Testing

struct RecodedCopyTests {
    private let file = FileManager.default.temporaryDirectory.appendingPathComponent("copy-\(UUID().uuidString)").path

    private func copied(_ text: String, _ change: (inout RecodedCopy) -> Void) throws -> String {
        defer { try? FileManager.default.removeItem(atPath: file) }
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        var copy = RecodedCopy(records: 3)
        change(&copy)
        var out: [UInt8] = []
        try copy.copy(fileAt: file) { out += $0 }
        return String(decoding: out, as: UTF8.self)
    }

    /// Recoded, suppressed and left out; all else keeps its text, quoted where it must be.
    @Test func fields() throws {
        let text =
            "\u{FEFF}id,born,\"a, b\",sex\r\n1,2009-03-14,\"x \"\"y\"\"\",F\r\n2,NA,\"two\nlines\",M\r\n3,2010-01-02,,F"
        let result = try copied(text) {
            $0.recoded = [Column(name: "born", values: ["2009", nil, "2010"])]
            $0.suppressedFields = ["born", "sex"]
            $0.isSuppressed = [false, false, true]
            $0.leftOut = ["id"]
        }
        #expect(result == "born,\"a, b\",sex\n2009,\"x \"\"y\"\"\",F\n,\"two\nlines\",M\n*,,*\n")
    }

    @Test func delimiterStays() throws {
        #expect(try copied("a;b\n1;2\n3;4,5\n\"6;7\";8\n") { _ in } == "a;b\n1;2\n3;4,5\n\"6;7\";8\n")
    }

    /// Another number of records or fields than was read before.
    @Test(arguments: ["a,b\n1,2\n3,4\n", "a,b\n1,2\n3,4\n5,6\n7,8\n", "a,b\n1,2\n3\n5,6\n", "a,b\n1,2\n3,4\n5,\"6\n"])
    func changedMeanwhile(text: String) {
        #expect(throws: GeneralisationError.changedMeanwhile(source: file)) { try copied(text) { _ in } }
    }
}
