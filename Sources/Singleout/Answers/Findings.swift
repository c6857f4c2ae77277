public import Briefing

/// What a command found, ready for every format: a report for people, a value and a table for programs.
public protocol Findings: Sendable {
    /// The JSON output, a contract with a versioned schema name.
    var json: JSONValue { get }
    /// A row for each thing found, numbers in full; `nil` where nothing but figures of one thing was found.
    var rows: Tabulation? { get }
    /// The CSV output: the rows; where there are none, the figures of the JSON output in rows of a dotted name, a value, and the
    /// reason where the value is missing.
    var tabulation: Tabulation { get }
    /// The report for terminal, Markdown and LaTeX.
    var report: Report { get }
}

extension Findings {
    /// Nothing but figures of one thing.
    public var rows: Tabulation? { nil }

    /// The rows, or else the figures.
    public var tabulation: Tabulation { rows ?? Tabulation(flattening: json) }
}

/// Findings whose JSON output is declared, so that its schema is known.
package protocol ShapedFindings: Findings {
    /// What the JSON output holds, a contract with a versioned schema name.
    static var shape: Shape<Self> { get }
}

extension ShapedFindings {
    /// The JSON output.
    public var json: JSONValue { Self.shape.json(self) }
}
