import Microdata

@testable import Linkage

/// Pupils for tests: families of three, of whom two live together, with names that no two share.
enum SmallDatabase {
    static func make(families: Int) throws -> PupilDatabase {
        let count = families * 3
        func day(_ pupil: Int) -> CalendarDate {
            CalendarDate(year: 2000 + pupil % 14, month: 1 + pupil % 12, day: 1 + pupil % 28) ?? CalendarDate.first
        }
        // Pupil 3f and 3f + 1 live at one address, 3f + 2 at another; every third family has moved in 2015.
        func address(_ pupil: Int, isOld: Bool) -> UInt64 {
            let family = pupil / 3
            let home = UInt64(2 * family + (pupil % 3 == 2 ? 1 : 0) + 1)
            return isOld && family % 3 == 0 ? home + 1_000_000 : home
        }
        func postcode(_ address: UInt64) -> String { "QA\(1 + address / 100_000) \(address % 10)C\(letters(address))" }
        var stays: [HomeHistory.Stay] = []
        var owners: [UInt32] = []
        var postcodes = ValueDictionary()
        var codes: [String: UInt32] = [:]
        func code(_ text: String) -> UInt32 {
            if let code = codes[text] { return code }
            postcodes.append(text.utf8)
            codes[text] = UInt32(codes.count)
            return UInt32(codes.count - 1)
        }
        let moved = CalendarDate(year: 2015, month: 5, day: 1) ?? CalendarDate.first
        for pupil in 0..<count {
            if pupil / 3 % 3 == 0 {
                let now = address(pupil, isOld: false)
                stays.append(HomeHistory.Stay(from: moved, postcode: code(postcode(now)), address: now))
                owners.append(UInt32(pupil))
            }
            let old = address(pupil, isOld: true)
            stays.append(HomeHistory.Stay(from: CalendarDate.first, postcode: code(postcode(old)), address: old))
            owners.append(UInt32(pupil))
        }
        let pupils = 0..<count
        return PupilDatabase(
            columns: [
                Column(name: "surname", values: pupils.map { "Wether" + letters(UInt64($0 / 3)) }),
                Column(name: "forename", values: pupils.map { "Zel" + letters(UInt64($0) * 7 + 3) }),
                Column(name: "sex", values: pupils.map { $0 % 2 == 0 ? "F" : "M" }),
                Column(name: "date_of_birth", values: pupils.map { day($0).text }),
                Column(name: "postcode", values: pupils.map { postcode(address($0, isOld: false)) }),
            ], addresses: pupils.map { address($0, isOld: false) }, families: pupils.map { UInt32($0 / 3) },
            homes: HomeHistory(stays, of: owners, count: count), postcodes: postcodes,
            today: CalendarDate(year: 2016, month: 5, day: 1) ?? CalendarDate.first,
            groupings: [
                PupilDatabase.Grouping(
                    name: "phase", groups: ["PS", "SS"], groupOf: pupils.map { $0 % 5 == 0 ? nil : UInt16($0 % 2) })
            ])
    }

    /// Four letters that differ for different numbers below 26^4.
    private static func letters(_ number: UInt64) -> String {
        var rest = number
        return String(
            (0..<4).map { _ in
                defer { rest /= 26 }
                return Character(UnicodeScalar(UInt8(97 + rest % 26)))
            })
    }
}

extension CalendarDate {
    /// The first day on which anybody of the tests lived anywhere.
    static var first: CalendarDate {
        guard let day = CalendarDate(year: 2000, month: 1, day: 1) else {
            preconditionFailure("the calendar has no New Year")
        }
        return day
    }
}
