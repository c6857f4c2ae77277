internal import PupilRegister

/// What the texts of a register's fields mean.
enum FieldText {
    /// A number without a sign; `nil` for anything else, and for more than 18 digits.
    static func number(_ text: ArraySlice<UInt8>) -> Int? {
        if text.isEmpty || text.count > 18 { return nil }
        var number = 0
        for byte in text {
            guard (48...57).contains(byte) else { return nil }
            number = number * 10 + Int(byte - 48)
        }
        return number
    }

    /// A date from 1980 to 2079, as in `2011-05-30`.
    static func day(_ text: ArraySlice<UInt8>) -> Day? {
        let start = text.startIndex
        guard text.count == 10, text[start + 4] == 45, text[start + 7] == 45,
            let year = number(text[start..<start + 4]), let month = number(text[start + 5..<start + 7]),
            let day = number(text[start + 8..<start + 10]), (1980...2079).contains(year), (1...12).contains(month),
            (1...31).contains(day)
        else { return nil }
        return Day(year, month, day)
    }

    /// The nine digits at the end of a pupil number.
    static func serial(_ text: ArraySlice<UInt8>) -> UInt32? {
        guard text.count == PupilNumber.length, let number = number(text.suffix(9)) else { return nil }
        return UInt32(number)
    }

    /// The year group as an offset from Reception.
    static func yearGroup(_ text: ArraySlice<UInt8>) -> Int? {
        switch String(decoding: text, as: UTF8.self) {
        case "N1": -2
        case "N2": -1
        case "R": 0
        case let text: Int(text).flatMap { (1...13).contains($0) ? $0 : nil }
        }
    }

    /// The phase of a school.
    static func phase(_ text: ArraySlice<UInt8>) -> Phase? {
        let code = String(decoding: text, as: UTF8.self)
        return Phase.allCases.first { $0.code.description == code }
    }
}
