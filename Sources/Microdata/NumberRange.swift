internal import Foundation

/// The numbers that a setting takes, stated in one place for who checks it and for who explains it.
public struct NumberRange<Number: Comparable & Hashable & Sendable>: Sendable, Hashable {
    /// The smallest number, or what every number must be above.
    public let least: Number
    /// The largest number.
    public let most: Number
    /// Whether the smallest number itself is not allowed.
    public let isOpen: Bool
    /// A number outside of these that has a meaning of its own.
    public let special: Number?

    private init(_ least: Number, _ most: Number, isOpen: Bool, special: Number?) {
        (self.least, self.most, self.isOpen, self.special) = (least, most, isOpen, special)
    }

    /// Whether a number is allowed; one that is not a number never is.
    public func contains(_ number: Number) -> Bool {
        number == special || (isOpen ? number > least : number >= least) && number <= most
    }
}

extension NumberRange where Number: BinaryInteger {
    /// Whole numbers.
    public init(_ numbers: ClosedRange<Number>, or special: Number? = nil) {
        self.init(numbers.lowerBound, numbers.upperBound, isOpen: false, special: special)
    }

    /// `from 1 to 1,024`.
    public var words: String {
        "from \(Self.grouped(least)) to \(Self.grouped(most))" + (special.map { ", or \($0)" } ?? "")
    }

    /// `a whole number from 1 to 1,024`.
    public var expectation: String { "a whole number " + words }

    private static func grouped(_ number: Number) -> String {
        let digits = Array(String(number))
        return String(
            digits.indices.flatMap { place in
                place > 0 && (digits.count - place).isMultiple(of: 3) ? [",", digits[place]] : [digits[place]]
            })
    }
}

extension NumberRange<Double> {
    /// Numbers from the one to the other.
    public init(_ numbers: ClosedRange<Double>) {
        self.init(numbers.lowerBound, numbers.upperBound, isOpen: false, special: nil)
    }

    /// Numbers above one, up to another.
    public init(above least: Double, upTo most: Double) { self.init(least, most, isOpen: true, special: nil) }

    /// `from 0 to 1`, `above 0 and up to 1`.
    public var words: String {
        isOpen
            ? "above \(Self.text(least)) and up to \(Self.text(most))"
            : "from \(Self.text(least)) to \(Self.text(most))"
    }

    /// `a number from 0 to 1`.
    public var expectation: String { "a number " + words }

    /// In digits, without an exponent.
    private static func text(_ number: Double) -> String {
        if let whole = Int(exactly: number) { return String(whole) }
        let digits = String(format: "%.15f", number)
        return String(digits.dropLast(digits.reversed().prefix { $0 == "0" }.count))
    }
}
