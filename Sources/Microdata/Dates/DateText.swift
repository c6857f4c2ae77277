/// A value that is written as a date is: its numbers in the order in which they stand, and the time of day.
///
/// Which number is the day is for `DateNotation` to say; whether the calendar has the date is not looked at here.
struct DateText: Sendable, Hashable {
    /// How the date is written.
    enum Form: Sendable, Hashable {
        /// The year with four digits first: `2010-09-01`, `2010/9/1`.
        case yearFirst
        /// Eight digits: `20100901`.
        case compact
        /// The month by its name: `05-Mar-09`, `5 March 2009`, `Mar 5, 2009`.
        case named
        /// Numbers with the year, two digits or four, at the end or with two digits at the beginning, and a separator.
        case numbers(separator: UInt8)
    }

    /// How the date is written.
    let form: Form
    /// The three numbers in the order in which they stand; the month is in the middle where it has a name.
    let numbers: (Int, Int, Int)
    /// The digits of the first and the last number.
    let digits: (first: Int, last: Int)
    /// Nanoseconds since midnight by universal time, or by the clock where no offset is written; 0 where no time is written.
    let nanoseconds: Int64
    /// Whether a time other than midnight is written.
    var hasTime: Bool { nanoseconds != 0 }

    /// Reads a text; `nil` for a text that is not written as a date is.
    ///
    /// Blanks at either end do not count.
    init?(_ text: ArraySlice<UInt8>) {
        var scanner = Scanner(text)
        guard let date = scanner.date(), let nanoseconds = scanner.time(after: date.form) else { return nil }
        (form, numbers, digits, self.nanoseconds) = (date.form, date.numbers, date.digits, nanoseconds)
    }

    static func == (a: DateText, b: DateText) -> Bool {
        a.form == b.form && a.numbers == b.numbers && a.digits == b.digits && a.nanoseconds == b.nanoseconds
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(numbers.0)
        hasher.combine(numbers.1)
        hasher.combine(numbers.2)
    }
}

extension DateText {
    /// Reads the parts of a text from left to right.
    private struct Scanner {
        private static let months = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november",
            "december",
        ].map { Array($0.utf8) }

        private let text: ArraySlice<UInt8>
        private var place: Int

        init(_ text: ArraySlice<UInt8>) {
            self.text = text.withoutBlanks
            place = self.text.startIndex
        }

        private var next: UInt8? { place < text.endIndex ? text[place] : nil }
        private var isAtEnd: Bool { place == text.endIndex }

        /// Steps over one of some characters.
        private mutating func take(_ characters: Unicode.Scalar...) -> UInt8? {
            guard let byte = next, characters.contains(where: { UInt8(ascii: $0) == byte }) else { return nil }
            place += 1
            return byte
        }

        /// Steps over digits; `nil` where there are none or more than nine.
        private mutating func number() -> (value: Int, digits: Int)? {
            let start = place
            var value = 0
            while let byte = next, byte >= 48, byte <= 57 {
                if place - start == 9 { return nil }
                value = value * 10 + Int(byte - 48)
                place += 1
            }
            return place == start ? nil : (value, place - start)
        }

        /// Steps over letters, in lower case.
        private mutating func letters() -> [UInt8] {
            var letters: [UInt8] = []
            while let byte = next, byte | 0x20 >= 97, byte | 0x20 <= 122 {
                letters.append(byte | 0x20)
                place += 1
            }
            return letters
        }

        private mutating func month() -> Int? {
            let letters = letters()
            if letters.elementsEqual("sept".utf8) { return 9 }
            return Self.months.firstIndex { $0 == letters || letters.count == 3 && $0.starts(with: letters) }
                .map { $0 + 1 }
        }

        /// The date at the beginning.
        mutating func date() -> (form: Form, numbers: (Int, Int, Int), digits: (Int, Int))? {
            guard let first = number() else { return monthFirst() }
            if first.digits == 8 {
                // Whole numbers that were held as real ones end in .0.
                if next == UInt8(ascii: "."), text[(place + 1)...].elementsEqual([UInt8(ascii: "0")]) { place += 2 }
                let all = first.value
                return (.compact, (all / 10_000, all / 100 % 100, all % 100), (4, 2))
            }
            guard first.digits <= 2 || first.digits == 4 else { return nil }
            let separator = take("-", "/", ".", " ")
            if separator == UInt8(ascii: ".") { _ = take(" ") }
            if let byte = next, byte > 57 {
                guard let month = month() else { return nil }
                if separator != nil, take("-", "/", ".", " ") == nil { return nil }
                guard let last = number(), last.digits == 2 || last.digits == 4 || first.digits == 4,
                    (first.digits == 4) != (last.digits == 4) || first.digits <= 2 && last.digits == 2
                else { return nil }
                return (.named, (first.value, month, last.value), (first.digits, last.digits))
            }
            guard let separator, separator != UInt8(ascii: " "), let second = number(), second.digits <= 2,
                next == separator
            else { return nil }
            place += 1
            if separator == UInt8(ascii: ".") { _ = take(" ") }
            guard let last = number() else { return nil }
            let numbers = (first.value, second.value, last.value)
            if first.digits == 4 {
                return last.digits <= 2 ? (.yearFirst, numbers, (4, last.digits)) : nil
            }
            guard last.digits == 4 || last.digits == 2 else { return nil }
            return (.numbers(separator: separator), numbers, (first.digits, last.digits))
        }

        /// A date such as `Mar 5, 2009`.
        private mutating func monthFirst() -> (form: Form, numbers: (Int, Int, Int), digits: (Int, Int))? {
            guard let month = month(), take(" ", "-", "/", ".") != nil, let day = number(), day.digits <= 2 else {
                return nil
            }
            _ = take(",")
            guard take(" ", "-", "/") != nil, let year = number(), year.digits == 4 else { return nil }
            return (.named, (day.value, month, year.value), (day.digits, 4))
        }

        /// The time of day that follows a date, in nanoseconds since midnight; 0 where none follows, `nil` for anything else.
        mutating func time(after form: Form) -> Int64? {
            if isAtEnd { return 0 }
            if take(",") != nil {
                if take(" ") == nil { return nil }
            } else if form == .named, take(":") != nil {
                // As SAS writes it: 01SEP2010:10:30:00.
            } else if take("T", "t", " ") == nil {
                return nil
            }
            while take(" ") != nil {}
            guard let hour = number() else { return nil }
            var parts = [hour.value, 0, 0]
            var fraction: Int64 = 0
            if hour.digits <= 2 {
                guard let separator = take(":", "."), let minute = number(), minute.digits == 2 else { return nil }
                parts[1] = minute.value
                if next == separator {
                    place += 1
                    guard let second = number(), second.digits == 2 else { return nil }
                    parts[2] = second.value
                    guard let digits = self.fraction() else { return nil }
                    fraction = digits
                }
            } else if hour.digits == 4 || hour.digits == 6 {
                let all = hour.digits == 4 ? hour.value * 100 : hour.value
                parts = [all / 10_000, all / 100 % 100, all % 100]
                guard let digits = self.fraction() else { return nil }
                fraction = digits
            } else {
                return nil
            }
            while take(" ") != nil {}
            if let half = take("A", "a", "P", "p") {
                guard take("M", "m") != nil, (1...12).contains(parts[0]) else { return nil }
                parts[0] = parts[0] % 12 + (half | 0x20 == UInt8(ascii: "p") ? 12 : 0)
                while take(" ") != nil {}
            }
            let isInClock = parts[0] <= 23 || parts == [24, 0, 0] && fraction == 0
            guard isInClock, parts[1] <= 59, parts[2] <= 60, let offset = offset(), isAtEnd else { return nil }
            return Int64(parts[0] * 3_600 + parts[1] * 60 + parts[2] - offset * 60) * 1_000_000_000 + fraction
        }

        /// Nanoseconds from a fraction of a second; 0 where there is none. Digits beyond the ninth do not count.
        private mutating func fraction() -> Int64? {
            if take(".", ",") == nil { return 0 }
            let start = place
            var (value, unit): (Int64, Int64) = (0, 100_000_000)
            while let byte = next, byte >= 48, byte <= 57 {
                value += Int64(byte - 48) * unit
                unit /= 10
                place += 1
            }
            return place == start ? nil : value
        }

        /// The minutes by which the clock is ahead of universal time; 0 where nothing is written.
        private mutating func offset() -> Int? {
            if isAtEnd { return 0 }
            if let sign = take("+", "-") {
                guard let hours = number() else { return nil }
                var minutes = 0
                if hours.digits == 4 {
                    minutes = hours.value / 100 * 60 + hours.value % 100
                } else if hours.digits == 2 {
                    minutes = hours.value * 60
                    if take(":") != nil {
                        guard let rest = number(), rest.digits == 2, rest.value <= 59 else { return nil }
                        minutes += rest.value
                    }
                } else {
                    return nil
                }
                return minutes > 18 * 60 ? nil : sign == UInt8(ascii: "-") ? -minutes : minutes
            }
            let name = letters()
            return ["z", "utc", "gmt"].contains { $0.utf8.elementsEqual(name) } ? 0 : nil
        }
    }
}
