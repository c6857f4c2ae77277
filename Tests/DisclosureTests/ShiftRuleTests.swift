import Foundation
import Testing

/// A shift binds more tightly than a product in Swift and less tightly than a sum in C, so that where both meet, parentheses
/// say what is meant.
struct ShiftRuleTests {
    private static let operand = #"(?:[A-Za-z0-9_.$]+(?:\([^()]*\))?(?:\[[^\]]*\])?|\((?:[^()]|\([^()]*\))*\))"#
    private static let arithmetic = #"(?:&?[*+-]|/|%)"#
    private static let shift = "(?:>>|<<|&>>|&<<)"
    /// A product, a sum or a difference that a shift follows or precedes without parentheses.
    private static let mixed = [
        #"[\w)\]] "# + arithmetic + " " + operand + " " + shift + " ",
        shift + " " + operand + " " + arithmetic + " ",
    ]

    private static func isMixed(_ line: String) throws -> Bool {
        let code = line.components(separatedBy: "//")[0]
        return try mixed.contains { pattern in
            try NSRegularExpression(pattern: pattern)
                .firstMatch(in: code, range: NSRange(code.startIndex..., in: code)) != nil
        }
    }

    @Test func shiftsBesideArithmeticHaveParentheses() throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources")
        var files = 0
        for case let file as URL in try #require(
            FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        where file.pathExtension == "swift" {
            files += 1
            for (number, line) in try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
                .enumerated()
            where try Self.isMixed(line) {
                Issue.record("\(file.lastPathComponent), line \(number + 1): say with parentheses what is shifted")
            }
        }
        #expect(files > 500)
    }

    @Test(arguments: [
        ("let a = b * c >> 8", true), ("let a = (b * c) >> 8", false), ("let a = b >> 8 % 64", true),
        ("let a = x + (1 << 20)", false), ("let a = x + 1 << 20", true), ("let a = f(b) &* 0x9e37 >> 20", true),
        ("a = b * (c >> 8) // b * c >> 8", false), ("a = -1 << 3", false),
    ])
    func finds(line: String, isMixed: Bool) throws { #expect(try Self.isMixed(line) == isMixed) }
}
