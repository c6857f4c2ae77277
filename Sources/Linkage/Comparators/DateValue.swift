/// A calendar date as year, month and day, and as a running number of the day.
public struct DateValue: Sendable, Hashable {
    /// The year, 1 to 9999.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day, 1 to the length of the month.
    public let day: Int

    /// A date, when the calendar has it.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.length(of: month, year) else {
            return nil
        }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// A date written as 2010-09-01, 20100901, 01/09/2010, 01-09-2010 or 01.09.2010; day before month.
    public init?(_ text: some Collection<UInt8>) {
        var parts: [(value: Int, digits: Int)] = [(0, 0)]
        for byte in text {
            if byte >= 48, byte <= 57 {
                if parts[parts.count - 1].digits == 8 { return nil }
                parts[parts.count - 1].value = parts[parts.count - 1].value * 10 + Int(byte - 48)
                parts[parts.count - 1].digits += 1
            } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") {
                if parts.count == 3 { return nil }
                parts.append((0, 0))
            } else {
                return nil
            }
        }
        if parts.count == 1, parts[0].digits == 8 {
            let all = parts[0].value
            self.init(year: all / 10_000, month: all / 100 % 100, day: all % 100)
        } else if parts.count == 3, parts[0].digits == 4, parts[1].digits <= 2, parts[2].digits <= 2 {
            self.init(year: parts[0].value, month: parts[1].value, day: parts[2].value)
        } else if parts.count == 3, parts[2].digits == 4, parts[0].digits <= 2, parts[1].digits <= 2 {
            self.init(year: parts[2].value, month: parts[1].value, day: parts[0].value)
        } else {
            return nil
        }
    }

    /// The date with day and month exchanged, when the calendar has it and it differs.
    public var swapped: DateValue? { day == month ? nil : DateValue(year: year, month: day, day: month) }

    /// The date before or after by a number of days.
    func adding(days: Int) -> DateValue {
        var (year, month, day) = (year, month, day + days)
        while day < 1 {
            month -= 1
            if month == 0 { (year, month) = (year - 1, 12) }
            day += Self.length(of: month, year)
        }
        while day > Self.length(of: month, year) {
            day -= Self.length(of: month, year)
            month += 1
            if month == 13 { (year, month) = (year + 1, 1) }
        }
        return DateValue(year: min(max(year, 1), 9999), month: month, day: day) ?? self
    }

    /// The date as one number that orders dates: year x 512 + month x 32 + day; never 0.
    var packed: UInt64 { UInt64(year << 9 | month << 5 | day) }

    static func length(of month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension DateValue {
    /// The date as 2010-09-01.
    public var text: String {
        func padded(_ number: Int, _ length: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(length - digits.count, 0)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}
