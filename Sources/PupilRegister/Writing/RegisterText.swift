/// How the parts of a record are spelt.
struct RegisterText: Sendable {
    let register: Register
    let dates = DateTexts()
    private let authorities: TextTable
    private let regions: TextTable
    private let ethnicities: TextTable
    private let languages: TextTable
    private let countries: TextTable

    init(_ register: Register) {
        self.register = register
        authorities = TextTable(register.world.authorities.map(\.code))
        regions = TextTable(register.world.regions.map(\.name))
        ethnicities = TextTable(register.origins.all.map(\.ethnicity))
        languages = TextTable(register.origins.all.map(\.language))
        countries = TextTable(register.origins.all.map(\.country))
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
        authorities.write(Int(register.world.areas[area].authority), to: row)
    }

    func region(of area: Int, to row: RowBuffer) { regions.write(Int(register.world.areas[area].region), to: row) }

    func school(_ school: Int, to row: RowBuffer) { row.digits(School.firstNumber + school, count: 6) }

    /// Sub-building, building, street, town and postcode.
    func address(_ stay: Stay, withoutSubBuilding: Bool = false, to row: RowBuffer) {
        let place = place(of: stay)
        if !withoutSubBuilding { subBuilding(stay, flat: place.flat, to: row) }
        row.comma()
        row.number(place.building)
        row.comma()
        register.world.addresses.write(postcode: place.postcode, to: row)
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
        register.world.addresses.writePostcode(place(of: stay).postcode, to: row)
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
            ethnicities.write(Int(pupil.origin), to: row)
        }
    }

    func language(_ pupil: Pupil, to row: RowBuffer) {
        if pupil.marks.contains(.otherLanguage) {
            languages.write(Int(pupil.origin), to: row)
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
            countries.write(Int(pupil.origin), to: row)
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
