/// How the parts of a record are spelt.
struct RegisterText: Sendable {
    let register: Register
    let dates = DateTexts()
    private let authorities: [[UInt8]]
    private let regions: [[UInt8]]
    private let ethnicities: [[UInt8]]
    private let languages: [[UInt8]]
    private let countries: [[UInt8]]

    init(_ register: Register) {
        self.register = register
        authorities = register.world.authorities.map { Array($0.code.utf8) }
        regions = register.world.regions.map { Array($0.name.utf8) }
        ethnicities = register.origins.all.map { Array($0.ethnicity.utf8) }
        languages = register.origins.all.map { Array($0.language.utf8) }
        countries = register.origins.all.map { Array($0.country.utf8) }
    }

    /// The year groups by offset from Reception plus 2, as a census records them.
    static let yearGroups: [StaticString] = [
        "N1", "N2", "R", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13",
    ]

    func area(_ area: Int, to row: RowBuffer) {
        row.text("X01")
        row.digits(area + 1, count: 6)
    }

    func authority(of area: Int, to row: RowBuffer) {
        row.bytes(authorities[Int(register.world.areas[area].authority)])
    }

    func region(of area: Int, to row: RowBuffer) { row.bytes(regions[Int(register.world.areas[area].region)]) }

    func school(_ school: Int, to row: RowBuffer) { row.digits(School.firstNumber + school, count: 6) }

    /// Sub-building, building, street, town and postcode.
    func address(_ stay: Stay, withoutSubBuilding: Bool = false, to row: RowBuffer) {
        let place = place(of: stay)
        let book = register.world.addresses
        if !withoutSubBuilding { subBuilding(stay, flat: place.flat, to: row) }
        row.comma()
        row.number(place.building)
        row.comma()
        row.bytes(book.street(ofPostcode: place.postcode))
        row.comma()
        row.bytes(book.town(ofPostcode: place.postcode))
        row.comma()
        row.bytes(book.text(ofPostcode: place.postcode))
    }

    func subBuilding(_ stay: Stay, to row: RowBuffer) { subBuilding(stay, flat: place(of: stay).flat, to: row) }

    private func subBuilding(_ stay: Stay, flat: Int?, to row: RowBuffer) {
        if let flat {
            row.text("Flat ")
            row.number(flat)
        }
        if stay.annexe > 0 {
            row.text(flat == nil ? "Annexe " : " Annexe ")
            row.number(Int(stay.annexe))
        }
    }

    func postcode(_ stay: Stay, to row: RowBuffer) {
        row.bytes(register.world.addresses.text(ofPostcode: place(of: stay).postcode))
    }

    /// Whether an address has a sub-building, which a record can lack.
    func hasSubBuilding(_ stay: Stay) -> Bool { stay.annexe > 0 || place(of: stay).flat != nil }

    private func place(of stay: Stay) -> (postcode: Int, building: Int, flat: Int?) {
        let area = register.world.areas[Int(stay.area)]
        let postcode = register.world.addresses.postcode(of: Int(stay.address), in: area)
        let number = register.world.addresses.number(of: Int(stay.address), postcode: postcode)
        return (postcode, number.building, number.flat)
    }

    func ethnicity(_ pupil: Pupil, to row: RowBuffer) {
        if pupil.marks.contains(.ethnicityUnknown) {
            row.text(pupil.marks.contains(.ethnicityRefused) ? "REFU" : "NOBT")
        } else {
            row.bytes(ethnicities[Int(pupil.origin)])
        }
    }

    func language(_ pupil: Pupil, to row: RowBuffer) {
        if pupil.marks.contains(.otherLanguage) {
            row.bytes(languages[Int(pupil.origin)])
        } else {
            row.text(pupil.marks.contains(.languageBelieved) ? "ENB" : "ENG")
        }
    }

    func nationality(_ pupil: Pupil, to row: RowBuffer) {
        country(pupil, isForeign: pupil.marks.contains(.foreignNationality), to: row)
    }

    func birthCountry(_ pupil: Pupil, to row: RowBuffer) {
        country(pupil, isForeign: pupil.marks.contains(.bornAbroad), to: row)
    }

    private func country(_ pupil: Pupil, isForeign: Bool, to row: RowBuffer) {
        if pupil.marks.contains(.nationalityUnknown) {
            row.text(pupil.marks.contains(.nationalityRefused) ? "REF" : "NOT")
        } else if isForeign {
            row.bytes(countries[Int(pupil.origin)])
        } else {
            row.text("GBR")
        }
    }

    /// Surname, forename, middle name, sex and date of birth as recorded.
    func identity(_ pupil: Pupil, errors: RecordErrors.Draw, to row: RowBuffer) {
        let names = register.names
        let (first, second) = errors.isExchanged ? (pupil.forename, pupil.surname) : (pupil.surname, pupil.forename)
        errors.write(first, typing: errors.surname, names, to: row)
        row.comma()
        errors.write(second, typing: errors.forename, names, to: row)
        row.comma()
        if pupil.middle != Pupil.noName { row.name(pupil.middle, names) }
        if pupil.secondMiddle != Pupil.noName {
            row.byte(32)
            row.name(pupil.secondMiddle, names)
        }
        row.comma()
        let isMale = (pupil.sex == .male) != errors.isSexWrong
        row.byte(isMale ? 77 : 70)
        row.comma()
        dates.write(errors.birth(Day(pupil.birth)), to: row)
    }
}
