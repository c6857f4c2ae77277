package import Microdata

/// What a register holds of pupils that a request is matched with and answered from, one entry per pupil.
package struct PupilDatabase: Sendable {
    /// The fields that identify a pupil, in the order of the columns.
    package static let identity = ["surname", "forename", "sex", "date_of_birth", "postcode"]

    /// A way of dividing the pupils, such as by region.
    package struct Grouping: Sendable {
        /// What the pupils are divided by.
        package let name: String
        /// The groups.
        package let groups: [String]
        /// The group of each pupil; `nil` where it is not known.
        let groupOf: [UInt16?]

        /// A division of pupils.
        package init(name: String, groups: [String], groupOf: [UInt16?]) {
            (self.name, self.groups, self.groupOf) = (name, groups, groupOf)
        }
    }

    /// The columns of `identity`.
    let columns: [Column]
    /// What tells the address of each pupil apart; 0 for none.
    let addresses: [UInt64]
    /// The family of each pupil, numbered from 0.
    let families: [UInt32]
    let homes: HomeHistory
    /// The postcodes of the histories, by code.
    let postcodes: ValueDictionary
    /// The day on which requests are answered.
    let today: CalendarDate
    let groupings: [Grouping]
    /// The pupils of each family, one family after another, and where each starts.
    private let members: [UInt32]
    private let starts: [UInt32]

    /// A database.
    ///
    /// - Parameters:
    ///   - columns: The columns of `identity`, in their order and all of one length.
    ///   - addresses: What tells the current address of each pupil apart; 0 for none.
    ///   - families: The family of each pupil, numbered from 0 below the number of pupils.
    ///   - homes: Where each pupil lived when.
    ///   - postcodes: The postcodes of the histories, by code.
    ///   - today: The day on which requests are answered.
    ///   - groupings: Divisions of the pupils to report by.
    /// - Complexity: O(pupils) time and memory.
    package init(
        columns: [Column], addresses: [UInt64], families: [UInt32], homes: HomeHistory, postcodes: ValueDictionary,
        today: CalendarDate, groupings: [Grouping]
    ) {
        let count = addresses.count
        precondition(columns.count == Self.identity.count, "a column for each field of the identity")
        precondition(
            columns.allSatisfy { $0.count == count } && families.count == count
                && groupings.allSatisfy { $0.groupOf.count == count }, "an entry for each pupil")
        (self.columns, self.addresses, self.families) = (columns, addresses, families)
        (self.homes, self.postcodes, self.today, self.groupings) = (homes, postcodes, today, groupings)
        let all = Int(families.max() ?? 0) + 1
        var starts = [UInt32](repeating: 0, count: all + 1)
        for family in families { starts[Int(family) + 1] += 1 }
        for family in 0..<all { starts[family + 1] += starts[family] }
        var next = starts
        var members = [UInt32](repeating: 0, count: count)
        for (pupil, family) in families.enumerated() {
            members[Int(next[Int(family)])] = UInt32(pupil)
            next[Int(family)] += 1
        }
        (self.starts, self.members) = (starts, members)
    }

    /// The number of pupils.
    package var count: Int { addresses.count }

    /// The number of families.
    package var familyCount: Int { starts.count - 1 }

    /// The pupils of a pupil's family, the pupil among them.
    func family(of pupil: Int) -> ArraySlice<UInt32> {
        let family = Int(families[pupil])
        return members[Int(starts[family])..<Int(starts[family + 1])]
    }

    /// The value of a field of a pupil; `nil` where it is missing.
    func value(_ field: Int, of pupil: Int) -> ArraySlice<UInt8>? {
        let column = columns[field]
        let code = column.codes[pupil]
        return code == column.missingCode ? nil : column.dictionary[utf8: Int(code)]
    }

    /// The columns of some fields without some pupils.
    func columns(_ fields: [String], keeping pupils: [UInt32]) -> [Column] {
        fields.map { field in
            guard let place = Self.identity.firstIndex(of: field) else { preconditionFailure("an unknown field") }
            let column = columns[place]
            return Column(
                name: field, codes: column.codes.picking(pupils), dictionary: column.dictionary,
                missingCode: column.missingCode)
        }
    }
}
