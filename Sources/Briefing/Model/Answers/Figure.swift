/// One thing that answers hold, declared once: the key that programs see, the name that readers see, and what it means.
///
/// JSON, its schema, tables, rules and the page of meanings take it from here.
public struct Figure: Sendable, Hashable {
    /// Which way a figure is worse for the persons in the data.
    public enum Direction: String, Sendable, Hashable {
        case higher
        case lower
    }

    /// The key in JSON and CSV, written in camelCase.
    public let key: String
    /// The name that a reader sees.
    public let label: String
    /// What is counted, or the unit of a number; `nil` for what is no number.
    public let unit: String?
    /// Which way is worse; `nil` where neither is.
    public let worse: Direction?
    /// What it is, in a sentence.
    public let definition: String
    /// The paper that defines it.
    public let source: String?

    /// A figure.
    public init(
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
    public static let share = "share"

    /// The same as a list, where the figure is an object whose names are numbers.
    var asList: Figure {
        Figure(
            key + "List", label, in: unit, definition + " The same as a list, which keeps its order.", source: source)
    }

    /// A column of numbers, under the figure's name or another that its table asks for.
    public func column(_ title: String? = nil) -> Tabulation.Column { .number(title ?? label, key: key) }

    /// A column of words, under the figure's name or another that its table asks for.
    public func words(_ title: String? = nil) -> Tabulation.Column { .text(title ?? label, key: key) }
}
