/// The schools and the areas of the country.
struct WorldFiles: Sendable {
    private let world: World
    private let text: RegisterText

    init(_ register: Register, text: RegisterText) {
        world = register.world
        self.text = text
    }

    var schools: RowFile {
        .rows("schools", columns: Columns.schools, count: world.schools.count) { item, row in
            let school = world.schools[item]
            let area = world.areas[school.area]
            // A school has the postcode of one address of its area.
            let postcode = world.addresses.postcode(of: item % area.addresses, in: area)
            text.school(item, to: row)
            row.comma()
            world.addresses.writeStreet(ofPostcode: postcode, to: row)
            row.text(Self.name(of: school.phase))
            row.comma()
            row.text(school.phase.code)
            row.comma()
            text.region(of: school.area, to: row)
            row.comma()
            text.authority(of: school.area, to: row)
            row.comma()
            text.area(school.area, to: row)
            row.comma()
            world.addresses.writeTown(ofPostcode: postcode, to: row)
            row.comma()
            world.addresses.writePostcode(postcode, to: row)
            row.comma()
            row.text(RegisterText.yearGroups[school.phase.yearGroups.lowerBound + 2])
            row.comma()
            row.text(RegisterText.yearGroups[school.phase.yearGroups.upperBound + 2])
            row.comma()
            row.number(school.places)
        }
    }

    var areas: RowFile {
        .rows("areas", columns: Columns.areas, count: world.areas.count) { item, row in
            let area = world.areas[item]
            text.area(item, to: row)
            row.comma()
            text.authority(of: item, to: row)
            row.comma()
            text.region(of: item, to: row)
            for number in [Int(area.decile), area.addresses, area.postcodes.count, area.easting, area.northing] {
                row.comma()
                row.number(number)
            }
        }
    }

    private static func name(of phase: Phase) -> StaticString {
        switch phase {
        case .nursery: " Nursery School"
        case .primary: " Primary School"
        case .middle: " Middle School"
        case .secondary: " Secondary School"
        case .allThrough: " School"
        case .special: " Special School"
        }
    }
}
