import Foundation
import Testing

struct HelpTests {
    private static func examples(_ help: String) -> [[String]] {
        help.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { $0.hasPrefix("singleout ") }
            .map { line in
                // Words as a shell takes them: quotes hold one together.
                line.matches(of: /"([^"]*)"|([^ "]+)/).dropFirst().map { String($0.1 ?? $0.2 ?? "") }
            }
    }

    @Test(arguments: [
        "measure", "combinations", "suda", "estimate", "across", "families", "link", "check", "generate", "histories",
        "differences", "recode", "brief",
    ])
    func saysWhatItTakes(command: String) throws {
        let help = try Tool.run([command, "--help"], in: WorkFolder()).text
        for word in ["Examples:", "Memory:", "Time:", "Exit status:"] { #expect(help.contains(word), "\(word)") }
    }

    /// In a folder without files every example fails for want of its file (2), not for wrong usage (64).
    @Test(arguments: [
        "measure", "combinations", "suda", "estimate", "across", "families", "link", "check", "histories",
        "differences", "recode", "brief",
    ])
    func examplesAreRightUsage(command: String) throws {
        let examples = Self.examples(try Tool.run([command, "--help"], in: WorkFolder()).text)
        #expect(examples.count >= 2)
        for example in examples {
            let outcome = try Tool.run(example, in: WorkFolder())
            #expect(outcome.status == 2, "\(example.joined(separator: " ")): \(outcome.errors)")
        }
    }
}
