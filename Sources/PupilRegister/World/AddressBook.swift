internal import Statistics

/// The addresses of the country: which postcode each belongs to and how it is spelt.
struct AddressBook: Sendable {
    /// The postcode of each address, as a number within its area.
    private let postcodeOfAddress: [UInt8]
    /// The first address of each postcode within its area.
    private let firstOfPostcode: [UInt16]
    /// Whether the addresses of a postcode are flats.
    private let isFlats: [Bool]
    private let postcodeTexts: TextTable
    /// The street and the town of each postcode.
    private let streetOfPostcode: [UInt16]
    private let townOfPostcode: [UInt16]
    private let streets: TextTable
    private let towns: TextTable

    /// Flats in one building.
    static let flatsPerBuilding = 8

    /// The number of postcodes.
    var postcodes: Int { postcodeTexts.count }

    /// An address book.
    ///
    /// - Parameters:
    ///   - areas: The areas, with their numbers of addresses and postcodes.
    ///   - authorities: The authorities, each of which begins a postcode district.
    ///   - sizes: The number of addresses of each postcode.
    ///   - settings: The settings, for the streams of chance.
    init(areas: [Area], authorities: [Authority], sizes: [Int], settings: RegisterSettings) {
        let words = ParameterTable("street_names")
        let pairs = Array(zip(words.strings("part"), words.strings("word")))
        func part(_ name: String) -> [String] { pairs.filter { $0.0 == name }.map(\.1) }
        let (firsts, lasts) = (part("first"), part("last"))
        let streets = TextTable(firsts.flatMap { first in lasts.map { "\(first) \($0)" } })
        let endings = part("ending")
        let towns = TextTable(part("town").flatMap { town in endings.map { town + $0 } })

        var stream = RandomStream(settings, .addresses)
        let flats = settings.homes.flats
        var postcodeOfAddress: [UInt8] = []
        postcodeOfAddress.reserveCapacity(sizes.reduce(0, +))
        var firstOfPostcode: [UInt16] = []
        var isFlats: [Bool] = []
        var postcodeTexts = TextTable()
        var streetOfPostcode: [UInt16] = []
        var townOfPostcode: [UInt16] = []
        var district = 0
        for authority in authorities {
            var number = 0
            var street = 0
            var town = stream.next(below: towns.count)
            for area in areas[authority.areas] {
                var first = 0
                for (local, postcode) in area.postcodes.enumerated() {
                    if number == Postcode.perDistrict {
                        district += 1
                        number = 0
                    }
                    if number % 120 == 0 { town = stream.next(below: towns.count) }
                    if number % 2 == 0 { street = stream.next(below: streets.count) }
                    postcodeTexts.append(Postcode.text(district: district % Postcode.districts, number: number))
                    number += 1
                    firstOfPostcode.append(UInt16(first))
                    first += sizes[postcode]
                    for _ in 0..<sizes[postcode] { postcodeOfAddress.append(UInt8(local)) }
                    isFlats.append(stream.chance(flats))
                    streetOfPostcode.append(UInt16(street))
                    townOfPostcode.append(UInt16(town))
                }
            }
            district += 1
        }
        precondition(district <= Postcode.districts, "\(district) postcode districts cannot be spelt apart")
        self.postcodeOfAddress = postcodeOfAddress
        self.firstOfPostcode = firstOfPostcode
        self.isFlats = isFlats
        self.postcodeTexts = postcodeTexts
        self.streets = streets
        self.towns = towns
        self.streetOfPostcode = streetOfPostcode
        self.townOfPostcode = townOfPostcode
    }

    /// The postcode of an address of an area.
    func postcode(of address: Int, in area: Area) -> Int {
        area.postcodes.lowerBound + Int(postcodeOfAddress[area.firstAddress + address])
    }

    /// The number of the building and, in flats, of the flat; both count from 1.
    func number(of address: Int, postcode: Int) -> (building: Int, flat: Int?) {
        let place = address - Int(firstOfPostcode[postcode])
        if isFlats[postcode] {
            return (place / Self.flatsPerBuilding * 2 + 1, place % Self.flatsPerBuilding + 1)
        }
        return (2 * place + 1 + postcode % 2, nil)
    }

    /// Writes the street, the town and the postcode of a postcode, with commas between them.
    func write(postcode: Int, to row: RowBuffer) {
        streets.write(Int(streetOfPostcode[postcode]), to: row)
        row.comma()
        writeTown(ofPostcode: postcode, to: row)
        row.comma()
        writePostcode(postcode, to: row)
    }

    func writeStreet(ofPostcode postcode: Int, to row: RowBuffer) {
        streets.write(Int(streetOfPostcode[postcode]), to: row)
    }

    func writeTown(ofPostcode postcode: Int, to row: RowBuffer) {
        towns.write(Int(townOfPostcode[postcode]), to: row)
    }

    func writePostcode(_ postcode: Int, to row: RowBuffer) { postcodeTexts.write(postcode, to: row) }
}
