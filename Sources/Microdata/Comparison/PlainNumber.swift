/// A number as one text that equal numbers share, such as `7` for `7.0`, ` 7`, `+7` and `7e+00`.
package struct PlainNumber: Sendable, Hashable {
    /// The shared text: a minus where it is below 0, no leading zeros, no zeros at the end of a fraction.
    package let text: [UInt8]
    /// Whether thousands are set apart, by commas unless these are decimal signs.
    package let isGrouped: Bool
    /// The digits before the decimal sign, as they were written.
    private(set) package var wholeDigits: Int
    /// The digits after the decimal sign, as they were written.
    private(set) package var fractionDigits: Int

    /// Whether the fraction, as it was written, ends in a zero.
    private(set) package var isPadded: Bool

    /// Whether it is not a whole number.
    package var hasFraction: Bool { text.contains(UInt8(ascii: ".")) }

    /// The sign before the fraction; the other one is between thousands.
    package enum DecimalSign: Sendable {
        case point
        case comma

        fileprivate var byte: UInt8 { self == .point ? UInt8(ascii: ".") : UInt8(ascii: ",") }
        fileprivate var groupByte: UInt8 { self == .point ? UInt8(ascii: ",") : UInt8(ascii: ".") }
    }

    /// The most digits of a number; longer ones are codes.
    package static let digitLimit = 15

    /// A number from UTF-8 text; `nil` for all else, for a leading zero as in `0012` and for more than 15 digits, which are codes.
    ///
    /// Blanks around the number do not count. An exponent needs its sign, as programs write it: `1e+05`, but not the code `1E5`.
    package init?(_ value: ArraySlice<UInt8>, decimalSign sign: DecimalSign = .point) {
        var rest = value.withoutBlanks
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        let isExponent: (UInt8) -> Bool = { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }
        let point = rest.firstIndex { $0 == sign.byte || isExponent($0) } ?? rest.endIndex
        guard let whole = Self.whole(rest[..<point], groupedBy: sign.groupByte) else { return nil }
        isGrouped = whole.isGrouped
        wholeDigits = whole.digits.count
        if whole.digits.count > 1, whole.digits[0] == UInt8(ascii: "0") { return nil }
        rest = rest[point...]
        var fraction: ArraySlice<UInt8> = []
        if rest.first == sign.byte {
            let end = rest.dropFirst().firstIndex(where: isExponent) ?? rest.endIndex
            fraction = rest[rest.index(after: point)..<end]
            rest = rest[end...]
        }
        fractionDigits = fraction.count
        isPadded = fraction.last == UInt8(ascii: "0") && rest.isEmpty
        var digits = whole.digits + fraction
        guard !digits.isEmpty, digits.count <= Self.digitLimit, fraction.allSatisfy(Self.isDigit) else { return nil }
        var places = whole.digits.count
        if !rest.isEmpty {
            guard let exponent = Self.exponent(rest.dropFirst()) else { return nil }
            places += exponent
        }
        let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
        digits.removeFirst(zeros)
        places -= zeros
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        if digits.isEmpty {
            text = [UInt8(ascii: "0")]
            return
        }
        if max(places, digits.count - min(places, 0)) > Self.digitLimit { return nil }
        let zero = UInt8(ascii: "0")
        let minus = isNegative ? [UInt8(ascii: "-")] : []
        if places <= 0 {
            text = minus + [zero, UInt8(ascii: ".")] + [UInt8](repeating: zero, count: -places) + digits
        } else if places >= digits.count {
            text = minus + digits + [UInt8](repeating: zero, count: places - digits.count)
        } else {
            text = minus + digits[..<places] + [UInt8(ascii: ".")] + digits[places...]
        }
    }

    /// The digits before the decimal sign, in groups of three after the first where there are signs between thousands.
    private static func whole(
        _ text: ArraySlice<UInt8>, groupedBy sign: UInt8
    ) -> (digits: [UInt8], isGrouped: Bool)? {
        let groups = text.split(separator: sign, omittingEmptySubsequences: false)
        guard groups.allSatisfy({ $0.allSatisfy(isDigit) }) else { return nil }
        if groups.count < 2 { return (Array(text), false) }
        guard (1...3).contains(groups[0].count), groups[0].first != UInt8(ascii: "0"),
            groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        return (groups.flatMap(Array.init), true)
    }

    private static func exponent(_ text: ArraySlice<UInt8>) -> Int? {
        guard text.first == UInt8(ascii: "+") || text.first == UInt8(ascii: "-"), (2...4).contains(text.count) else {
            return nil
        }
        return Int(String(decoding: text, as: UTF8.self))
    }

    static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

extension PlainNumber {
    /// Whether one number that is not whole is written with and without zeros at its end, or with more and fewer.
    static func areCodes(_ numbers: [PlainNumber?]) -> Bool {
        var digitsOf: [[UInt8]: Int] = [:]
        for case let number? in numbers where number.isPadded && number.hasFraction {
            if digitsOf.updateValue(number.fractionDigits, forKey: number.text) != nil { return true }
        }
        if digitsOf.isEmpty { return false }
        return numbers.contains { number in
            guard let number, number.hasFraction, let digits = digitsOf[number.text] else { return false }
            return digits != number.fractionDigits
        }
    }
}

extension Column {
    /// The text of each value as a number, in the order of the codes and empty for a missing value; `nil` unless all values are
    /// numbers, and those of four digits and more either all have signs between thousands or none has.
    ///
    /// The comma is the decimal sign where the values are numbers with it alone, as `2,5` and `10,25`, or may be, as `1,234`, and
    /// the fields of the file are separated by semicolons.
    ///
    /// - Complexity: O(bytes of the values).
    package var plainNumbers: [PlainNumber?]? { readNumbers?.numbers }

    /// Whether the column has numbers whose decimal sign is a comma.
    package var hasDecimalCommas: Bool { readNumbers?.sign == .comma }

    private var readNumbers: (numbers: [PlainNumber?], sign: PlainNumber.DecimalSign)? {
        if origin?.isSeparatedBySemicolons == true, presentValues.contains(where: { $0.contains(UInt8(ascii: ",")) }),
            let numbers = numbers(.comma)
        {
            return (numbers, .comma)
        }
        if let numbers = numbers(.point) { return (numbers, .point) }
        // Commas that cannot be between thousands.
        guard let numbers = numbers(.comma),
            presentValues.contains(where: { $0.contains(UInt8(ascii: ",")) && PlainNumber($0) == nil })
        else { return nil }
        return (numbers, .comma)
    }

    private func numbers(_ sign: PlainNumber.DecimalSign) -> [PlainNumber?]? {
        var numbers: [PlainNumber?] = []
        var (isGrouped, isBare) = (false, false)
        for code in 0..<cardinality {
            if UInt32(code) == missingCode {
                numbers.append(nil)
                continue
            }
            guard let number = PlainNumber(dictionary[utf8: code], decimalSign: sign) else { return nil }
            if number.isGrouped { isGrouped = true } else if number.wholeDigits > 3 { isBare = true }
            if isGrouped, isBare { return nil }
            numbers.append(number)
        }
        return numbers
    }

    /// The numbers as `plainNumbers` has them, for values that may be codes: `nil`, too, where one number that is not whole is
    /// written with and without zeros at its end. `250.1` and `250.10` are two codes then, as two amounts would be one.
    ///
    /// - Complexity: O(bytes of the values).
    var comparedNumbers: [PlainNumber?]? { plainNumbers.flatMap { PlainNumber.areCodes($0) ? nil : $0 } }

    /// How many of the different values are numbers that go together, and how many values there are.
    package var numberCounts: (numbers: Int, all: Int) {
        let numbers = presentValues.map { value in
            (PlainNumber(value), Double(decimal: String(decoding: value, as: UTF8.self)) != nil)
        }
        let isGrouped = numbers.contains { $0.0?.isGrouped == true }
        let isBare = numbers.contains { number in number.0.map { !$0.isGrouped && $0.wholeDigits > 3 } ?? false }
        let others = numbers.count { isGrouped && isBare ? !$0.1 : !$0.1 && $0.0 == nil }
        return (presentCount - others, presentCount)
    }

    /// Whether the column has numbers with commas between thousands.
    package var hasGroupedNumbers: Bool {
        readNumbers.map { $0.sign == .point && $0.numbers.contains { $0?.isGrouped == true } } ?? false
    }

    /// The same records with equal numbers as one value, where all values are numbers and none is the label of a code.
    ///
    /// - Complexity: O(values) where no number is written in two ways, and O(records) else.
    package var withEqualNumbers: Column {
        guard !isLabelled, let numbers = plainNumbers else { return self }
        return rewritten { code in numbers[code]?.text ?? [] }
    }

    /// The same records with other texts for the values, and equal texts as one value; a missing value stays missing, and so
    /// is one whose text becomes empty.
    func rewritten(_ textOf: (_ code: Int) -> [UInt8]) -> Column {
        var texts: [[UInt8]] = []
        texts.reserveCapacity(cardinality)
        var isSame = true
        for code in 0..<cardinality {
            if UInt32(code) == missingCode {
                texts.append([])
                continue
            }
            texts.append(textOf(code))
            if isSame, !texts[code].elementsEqual(dictionary[utf8: code]) { isSame = false }
        }
        if isSame { return self }
        var dictionary = ValueDictionary()
        var codeOf: [[UInt8]: UInt32] = [:]
        let translation = texts.map { text in
            if let code = codeOf[text] { return code }
            let code = UInt32(dictionary.count)
            codeOf[text] = code
            dictionary.append(text)
            return code
        }
        var recoded: [UInt32] = []
        recoded.reserveCapacity(count)
        codes.append(to: &recoded, by: translation)
        return Column(
            name: name, codes: CodeArray(narrowing: recoded, cardinality: dictionary.count), dictionary: dictionary,
            missingCode: codeOf[[]])
    }
}
