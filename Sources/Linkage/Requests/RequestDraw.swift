internal import Foundation
internal import Microdata
internal import Statistics

/// One request: whom it is about, and what the requester says of the child.
struct RequestDraw: Sendable {
    /// The child, a pupil of the database also where the register does not hold the record.
    let pupil: Int
    let month: Int
    /// Whether the register holds the record.
    let isPresent: Bool
    /// Whether the child has moved since the requester's knowledge.
    let hasMoved: Bool
    /// What tells the address apart that the requester knows; 0 for none.
    let knownAddress: UInt64
    /// The values of `PupilDatabase.identity` as the requester has them.
    let values: [String?]

    init(
        _ pupil: Int, month: Int, isPresent: Bool, in database: PupilDatabase, errors: RequestErrors,
        using stream: inout RandomStream
    ) {
        (self.pupil, self.month, self.isPresent) = (pupil, month, isPresent)
        func text(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }
        var surname = database.value(0, of: pupil).map { errors.name(Array($0), using: &stream) }
        var forename = database.value(1, of: pupil).map { errors.name(Array($0), using: &stream) }
        if stream.chance(errors.exchanged) { swap(&surname, &forename) }
        let isSexWrong = stream.chance(errors.sex)
        let sex = database.value(2, of: pupil).map(text).map { isSexWrong ? ($0 == "M" ? "F" : "M") : $0 }
        let birth = database.value(3, of: pupil).map { bytes in
            CalendarDate(iso: bytes).map { errors.birth($0, using: &stream) } ?? text(bytes)
        }
        // The age of the address is exponential.
        let age = -errors.addressAge * log(1 - stream.nextUnit())
        let known = database.today.adding(days: -Int(min(age, 100) * 365.25))
        let stay = database.homes.stay(of: pupil, on: known)
        let hasPostcode = !stream.chance(errors.noPostcode)
        let postcode = stay.map { text(database.postcodes[utf8: Int($0.postcode)]) }
        knownAddress = stay?.address ?? 0
        hasMoved = stay != database.homes.stay(of: pupil, on: database.today)
        values = [
            surname.map(text), forename.map(text), sex, birth,
            hasPostcode ? postcode.flatMap { $0.isEmpty ? nil : $0 } : nil,
        ]
    }
}
