import Foundation

/// A command's discussion, taken apart by what its paragraphs are about.
struct HelpText {
    /// What the command answers, and how.
    var description: [String] = []
    /// Command lines, whole.
    var examples: [String] = []
    /// What memory and time it takes.
    var costs: [String] = []
    /// How it ends, and what that means.
    var exits: [(status: String, meaning: String)] = []

    /// The parts of a discussion whose paragraphs begin with "Examples:", "Memory:" or "Exit status:", or describe.
    init(_ discussion: String?) {
        for paragraph in (discussion ?? "").components(separatedBy: "\n\n") where !paragraph.isEmpty {
            if paragraph.hasPrefix("Examples:\n") {
                examples += paragraph.split(separator: "\n").dropFirst().map { $0.trimmingCharacters(in: .whitespaces) }
            } else if paragraph.hasPrefix("Memory:") {
                costs += paragraph.replacing(" Time:", with: "\nTime:").components(separatedBy: "\n")
            } else if paragraph.hasPrefix("Exit status: ") {
                exits += Self.exits(paragraph.dropFirst("Exit status: ".count))
            } else {
                description.append(paragraph)
            }
        }
    }

    /// "0 done; 1 a rule is not met." in its parts; a meaning may hold semicolons that no number follows.
    private static func exits(_ text: Substring) -> [(String, String)] {
        let lines = text.replacing(/; ([0-9]+)\b/) { "\n\($0.output.1)" }.split(separator: "\n")
        return lines.map { line in
            let status = line.prefix { $0.isNumber }
            let meaning = line.dropFirst(status.count + 1)
            return (String(status), meaning.hasSuffix(".") ? String(meaning.dropLast()) : String(meaning))
        }
    }
}
