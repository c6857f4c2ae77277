internal import Statistics

/// The addresses of the country: which postcode each belongs to and how it is spelt.
struct AddressBook: Sendable {
    /// The postcode of each address, as a number within its area.
    private let postcodeOfAddress: [UInt8]
    /// The first address of each postcode within its area.
    private let firstOfPostcode: [UInt16]
    /// Whether the addresses of a postcode are flats.
    private let isFlats: [Bool]
    /// The postcode's text, padded to `Postcode.maximumLength`, and its length.
    private let texts: [UInt8]
    private let lengths: [UInt8]
    /// The street and the town of each postcode.
    private let streetOfPostcode: [UInt16]
    private let townOfPostcode: [UInt16]
    let streets: [[UInt8]]
    let towns: [[UInt8]]

    /// Flats in one building.
    static let flatsPerBuilding = 8

    /// The number of postcodes.
    var postcodes: Int { lengths.count }

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
        streets = firsts.flatMap { first in lasts.map { Array("\(first) \($0)".utf8) } }
        let endings = part("ending")
        towns = part("town").flatMap { town in endings.map { Array((town + $0).utf8) } }

        var stream = RandomStream(settings, .addresses)
        let flats = settings.homes.flats
        var postcodeOfAddress: [UInt8] = []
        postcodeOfAddress.reserveCapacity(sizes.reduce(0, +))
        var firstOfPostcode: [UInt16] = []
        var isFlats: [Bool] = []
        var texts: [UInt8] = []
        var lengths: [UInt8] = []
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
                    let text = Postcode.text(district: district % Postcode.districts, number: number)
                    texts += text + Array(repeating: 32, count: Postcode.maximumLength - text.count)
                    lengths.append(UInt8(text.count))
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
        self.texts = texts
        self.lengths = lengths
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

    /// The bytes of a postcode.
    func text(ofPostcode postcode: Int) -> ArraySlice<UInt8> {
        let start = postcode * Postcode.maximumLength
        return texts[start..<start + Int(lengths[postcode])]
    }

    /// The name of the street of a postcode, and of its town.
    func street(ofPostcode postcode: Int) -> [UInt8] { streets[Int(streetOfPostcode[postcode])] }
    func town(ofPostcode postcode: Int) -> [UInt8] { towns[Int(townOfPostcode[postcode])] }
}
