import Foundation
import Testing

@testable import Briefing

struct JSONRendererTests {
    private static let value = JSONValue.object([
        .init("schema", .string("test/1")),
        .init("none", .null),
        .init("flags", .array([.bool(true), .bool(false)])),
        .init("counts", .object([.init("2", .integer(10)), .init("10", .integer(-1))])),
        .init("rows", .list(count: 2) { .object([.init("id", .integer($0)), .init("share", .real(0.1))]) }),
        .init("empty", .array([])),
        .init("nothing", .object([])),
        .init("absent", .number(nil)),
    ])

    @Test func wholeValue() throws {
        let text = try Samples.text { try JSONRenderer().render(Self.value, into: &$0) }
        #expect(
            text == #"""
                {
                  "schema": "test/1",
                  "none": null,
                  "flags": [true, false],
                  "counts": {"2": 10, "10": -1},
                  "rows": [
                    {"id": 0, "share": 0.1},
                    {"id": 1, "share": 0.1}
                  ],
                  "empty": [],
                  "nothing": {},
                  "absent": null
                }

                """#)
    }

    @Test func anotherParserReadsIt() throws {
        let text = try Samples.text { try JSONRenderer().render(Self.value, into: &$0) }
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(object["schema"] as? String == "test/1")
        #expect(object["none"] is NSNull)
        #expect((object["rows"] as? [[String: Any]])?.count == 2)
    }

    /// Reals read back as the same number, to the bit, and in the fewest digits.
    @Test(arguments: [
        0, -0.0, 0.1, 1.0 / 3, .leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude, 1e15, 1e16,
        1e17, 123_456_789.125,
        0.1 + 0.2, -2.5e-8, .pi,
    ])
    func realsReadBack(number: Double) throws {
        let text = try Samples.text { try JSONRenderer().render(.array([.real(number)]), into: &$0) }
        let decoded = try JSONDecoder().decode([Double].self, from: Data(text.utf8))
        #expect(decoded == [number], "\(text)")
        #expect(text.contains(number.description))
    }

    @Test(arguments: [
        "", "plain", "a\"b\\c", "line\nfeed\r\ttab", "\u{0}\u{1F}\u{7F}", "é学👩‍🏫", "\"\u{301}", "\u{2028}", "</script>",
        "\u{1B}]52;c;eA==\u{7}", "\u{9B}31m", "\u{202E}abc\u{2066}\u{200F}\u{61C}", "\u{FFFE}\u{FFFF}",
    ])
    func stringsReadBack(string: String) throws {
        let text = try Samples.text { try JSONRenderer().render(.array([.string(string)]), into: &$0) }
        let decoded = try JSONDecoder().decode([String].self, from: Data(text.utf8))
        #expect(decoded.map { Array($0.utf8) } == [Array(string.utf8)])
        #expect(!text.dropLast().unicodeScalars.contains { $0.steers && $0 != "\n" })
    }

    @Test func wholeNumbersHaveNoFraction() throws {
        let values: [JSONValue] = [.number(2), .number(2.5), .integer(.max), .integer(.min)]
        let text = try Samples.text { renderer in
            var json = JSONRenderer()
            json.spread = 0
            try json.render(.array(values), into: &renderer)
        }
        #expect(text == "[2, 2.5, 9223372036854775807, -9223372036854775808]\n")
    }

    @Test func longListsArriveInPieces() throws {
        var pieces = 0
        var bytes = 0
        var stream = ByteStream {
            pieces += 1
            bytes += $0.count
        }
        try JSONRenderer().render(.list(count: 50_000) { .integer($0) }, into: &stream)
        try stream.finish()
        #expect(pieces > 1)
        // "[", 50,000 times a line feed and two spaces, the digits, 49,999 commas, a line feed, "]" and a line feed.
        #expect(bytes == 1 + 50_000 * 3 + (10 + 90 * 2 + 900 * 3 + 9_000 * 4 + 40_000 * 5) + 49_999 + 3)
    }

    @Test func notANumberTraps() async {
        await #expect(processExitsWith: .failure) {
            var stream = ByteStream { _ in }
            try? JSONRenderer().render(.real(.nan), into: &stream)
        }
        await #expect(processExitsWith: .failure) {
            var stream = ByteStream { _ in }
            try? JSONRenderer().render(.real(.infinity), into: &stream)
        }
    }

    @Test func aReceiverThatFailsEndsTheWriting() {
        struct Full: Error {}
        var stream = ByteStream { _ in throw Full() }
        #expect(throws: Full.self) {
            try JSONRenderer().render(.list(count: 1_000_000_000) { .integer($0) }, into: &stream)
        }
    }
}
