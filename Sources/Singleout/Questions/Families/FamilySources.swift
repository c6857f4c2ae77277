import Disclosure
import Microdata
import PupilRegister

/// Which fields of a file say who belongs to a family, and which of them a record cannot lack.
struct FamilySources: Sendable, Hashable {
    /// The name for all fields of an address that a file has.
    static let addressName = "address"
    /// The parts of an address.
    static let addressParts = Columns.address
    /// Of each of these some field must have a value, as far as a file has any of them, for an address to be one.
    static let addressNeeds = [["sub_building", "building"], ["street", "postcode"]]

    /// The fields that the members of a family agree on.
    let fields: [String]
    /// Groups of these fields, by their places; a record without a value in all of a group is a family of its own.
    let needed: [[Int]]

    /// The fields of a file that are meant by what a user named.
    ///
    /// - Throws: `FamilyError.noAddress` when an address was asked for and the file has none of its fields.
    init(_ names: [String], header: [String], source: String) throws(FamilyError) {
        var fields: [String] = []
        for name in names {
            var more = [name]
            if name == Self.addressName, !header.contains(name) {
                more = Self.addressParts.filter(header.contains)
                if more.isEmpty { throw .noAddress(source: source, fields: Self.addressParts) }
            }
            fields += more.filter { !fields.contains($0) }
        }
        let parts = fields.indices.filter { Self.addressParts.contains(fields[$0]) }
        var needed = Self.addressNeeds.map { need in parts.filter { need.contains(fields[$0]) } }
        // A town by itself is not an address, but where no more of one was named it must be there.
        if needed.allSatisfy(\.isEmpty) { needed = [parts] }
        needed += fields.indices.filter { !parts.contains($0) }.map { [$0] }
        self.fields = fields
        self.needed = needed.filter { !$0.isEmpty }
    }

    /// The fields whose values are of an address.
    static let addressFields = addressParts + [addressName]

    /// The families of a file, whose members' texts agree once they are matched; a text that says that an address is lacking is
    /// a missing value.
    func groups(
        _ table: Table, matching: TextMatching, threads: Int?, noticed: (String) -> Void
    ) throws -> FamilyGroups {
        var columns: [Column] = []
        var (without, values) = ([String](), 0)
        for field in fields {
            var column = try table.column(named: field)
            if Self.addressFields.contains(field) {
                let addresses = column.withoutNoAddress()
                if addresses.records > 0 { without.append(field) }
                values += addresses.records
                column = addresses.column
            }
            columns.append(column.inOneNotation(matching))
        }
        if values > 0 {
            noticed(
                "\(Wording.count(values, "value")) of \(Wording.list(without)) \(values == 1 ? "means" : "mean") an unknown "
                    + "address, such as Unknown or NFA. \(values == 1 ? "It is" : "They are") treated as blank, and a pupil "
                    + "without an address as a one-pupil family.")
        }
        return try FamilyGroups(agreeingOn: columns, needing: needed, threads: threads)
    }
}
