import Disclosure

/// What is known of the families of one size, or of that size and more.
struct FamilySizeRow: Sendable {
    let members: Int
    var families = 0
    var unique = 0
    var byOne = 0
    var byTwo: Int? = 0
    var households = 0.0
    var persons = 0.0

    /// The mean risk from a register of households.
    var meanHouseholds: Double { families == 0 ? 0 : min(1, households / Double(families)) }
    /// The mean risk from a register of persons.
    var meanPersons: Double { families == 0 ? 0 : min(1, persons / Double(families)) }
    var uniqueShare: Double? { families == 0 ? nil : Double(unique) / Double(families) }

    /// The families of a size.
    init(
        _ uniqueness: FamilyUniqueness.SizeClass, _ known: KnownMembers.SizeClass,
        _ risk: HouseholdRegisterRisk.SizeClass
    ) {
        members = uniqueness.members
        families = uniqueness.families
        unique = uniqueness.unique
        byOne = known.byOne
        byTwo = known.byTwo
        households = risk.households * Double(risk.families)
        persons = risk.persons * Double(risk.families)
    }

    /// All families of some rows, under the number of members of the first.
    init(_ rows: some Collection<FamilySizeRow>) {
        members = rows.first?.members ?? 0
        for row in rows {
            families += row.families
            unique += row.unique
            byOne += row.byOne
            byTwo = byTwo.flatMap { sum in row.byTwo.map { sum + $0 } }
            households += row.households
            persons += row.persons
        }
    }
}

extension FamilyFindings {
    /// A row for each size.
    var sizeRows: [FamilySizeRow] {
        uniqueness.sizes.indices.map { FamilySizeRow(uniqueness.sizes[$0], known.sizes[$0], risk.sizes[$0]) }
    }
}
