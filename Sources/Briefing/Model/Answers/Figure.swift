/// One thing that answers hold, declared once: the key that programs see, the name that readers see, and what it means.
///
/// An answer has a figure where a `Shape`, which makes JSON and its schema, names it; so does a table with its columns and rows, and
/// what rules can be about. The page of meanings lists the figures of all schemas, and those that an answer says only tables have.
package struct Figure: Sendable, Hashable {
    /// Which way a figure is worse for the persons in the data.
    package enum Direction: String, Sendable, Hashable {
        case higher
        case lower
    }

    /// The key in JSON and CSV, written in camelCase.
    package let key: String
    /// The name that a reader sees.
    package let label: String
    /// What is counted, or the unit of a number; `nil` for what is not a number.
    package let unit: String?
    /// Which way is worse; `nil` where neither is.
    package let worse: Direction?
    /// What it is, in a sentence.
    package let definition: String
    /// The paper that defines it.
    package let source: String?

    /// A figure.
    package init(
        _ key: String, _ label: String, in unit: String? = nil, worse: Direction? = nil, _ definition: String,
        source: String? = nil
    ) {
        self.key = key
        self.label = label
        self.unit = unit
        self.worse = worse
        self.definition = definition
        self.source = source
    }

    /// The unit of shares and probabilities: a number from 0 to 1.
    package static let share = "share"

    /// The same as a list, where the figure is an object whose names are numbers.
    var asList: Figure {
        Figure(
            key + "List", label, in: unit, definition + " The same as a list, which keeps its order.", source: source)
    }

    /// The figure's name with what it is in short: `Uniqueness, uniques / records`.
    package func explained(_ explanation: String) -> String { label + ", " + explanation }

    /// Another figure of the same thing, which is next to it: with `lower` the `precisionLower` of `precision`.
    package func with(_ other: Figure) -> Figure {
        Figure(
            key + other.key.prefix(1).uppercased() + other.key.dropFirst(),
            label + " " + other.label.prefix(1).lowercased() + other.label.dropFirst(), in: other.unit,
            worse: other.worse, other.definition, source: other.source)
    }

    /// The figure for a number, where the definition is about each number: `recordsBelow5`.
    package func numbered(_ number: Int) -> Figure {
        Figure(key + String(number), label + " \(number)", in: unit, worse: worse, definition, source: source)
    }

    /// The figure of something that the data name: `learned.health`.
    package func of(_ name: String) -> Figure {
        Figure(key + "." + name, label + ": " + name, in: unit, worse: worse, definition, source: source)
    }

    /// A column of numbers, under the figure's name or another that its table asks for; shares where it is one and no other kind
    /// is asked for.
    package func column(
        _ title: String? = nil, _ kind: Tabulation.Column.Kind? = nil, isShown: Bool = true
    ) -> Tabulation.Column {
        Tabulation.Column(
            title ?? label, key: key, kind ?? (unit == Self.share ? .share : .number), isShown: isShown)
    }

    /// A column of counts, under the figure's name or another that its table asks for.
    package func counts(_ title: String? = nil, isShown: Bool = true) -> Tabulation.Column {
        column(title, .integer, isShown: isShown)
    }

    /// A column of words, under the figure's name or another that its table asks for.
    package func words(_ title: String? = nil, isShown: Bool = true) -> Tabulation.Column {
        column(title, .text, isShown: isShown)
    }
}
