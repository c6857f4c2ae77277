public import Briefing

/// What a command found, ready for every format: a report for people, a value and a table for programs.
public protocol Findings: Sendable {
    /// The JSON output, a contract with a versioned schema name.
    var json: JSONValue { get }
    /// The CSV output: one row per thing found, numbers in full.
    var tabulation: Tabulation { get }
    /// The report for terminal, Markdown and LaTeX.
    var report: Report { get }
}

/// Findings whose JSON output is declared, so that its schema is known.
public protocol ShapedFindings: Findings {
    /// What the JSON output holds, a contract with a versioned schema name.
    static var shape: Shape<Self> { get }
}

extension ShapedFindings {
    /// The JSON output.
    public var json: JSONValue { Self.shape.json(self) }
}
