/// A sentence whose numbers are references, so that it can say nothing that the findings do not hold.
package struct Statement: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// How a number is put.
    package enum Form: Sendable, Hashable {
        /// As tables show it.
        case exact
        /// A share in words, such as `about 9 in 10`.
        case rough
        /// A number without decimals, such as a mean of children.
        case whole
        /// A mean for each of a hundred, without decimals.
        case perHundred
    }

    /// A piece of a sentence.
    package enum Piece: Sendable, Hashable {
        /// Words.
        case words(String)
        /// A number of the findings.
        case number(CellReference, Form)
    }

    /// Builds a statement from a literal with words and references in it.
    package struct StringInterpolation: StringInterpolationProtocol {
        var pieces: [Piece] = []

        /// An empty statement.
        package init(literalCapacity: Int, interpolationCount: Int) {}

        /// Adds words.
        package mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { pieces.append(.words(literal)) }
        }

        /// Adds words.
        package mutating func appendInterpolation(_ words: String) { appendLiteral(words) }

        /// Adds a number that is not a finding, such as a stated threshold.
        package mutating func appendInterpolation(_ setting: Int) { appendLiteral(NumberText.integer(setting)) }

        /// Adds the number at a reference.
        package mutating func appendInterpolation(_ number: CellReference, _ form: Form = .exact) {
            pieces.append(.number(number, form))
        }

        /// Adds another statement.
        package mutating func appendInterpolation(_ statement: Statement) { pieces += statement.pieces }
    }

    /// The pieces, in reading order.
    package let pieces: [Piece]

    /// A statement of words alone.
    package init(_ words: String) { pieces = words.isEmpty ? [] : [.words(words)] }

    /// A statement of words alone.
    package init(stringLiteral value: String) { self.init(value) }

    /// A statement of words and numbers.
    package init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

    /// The references, in reading order.
    package var references: [CellReference] {
        pieces.compactMap { if case .number(let reference, _) = $0 { reference } else { nil } }
    }
}
