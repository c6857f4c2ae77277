extension Double {
    /// A number as people and programs write it: a sign or none, digits with one point or none, and an exponent or none.
    ///
    /// The one reader of numbers in data and settings. `nil` for all else that Swift would read: `0x10`, `nan`, `inf`, and what is too
    /// large to be finite.
    ///
    /// - Complexity: O(length).
    package init?(decimal text: some StringProtocol) {
        var rest = Substring(text).utf8[...]
        func skipSign() {
            if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        }
        func skipDigits() -> Int {
            let digits = rest.prefix { PlainNumber.isDigit($0) }.count
            rest.removeFirst(digits)
            return digits
        }
        skipSign()
        var digits = skipDigits()
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            digits += skipDigits()
        }
        if digits == 0 { return nil }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest.removeFirst()
            skipSign()
            if skipDigits() == 0 { return nil }
        }
        guard rest.isEmpty, let number = Double(text), number.isFinite else { return nil }
        self = number
    }
}
