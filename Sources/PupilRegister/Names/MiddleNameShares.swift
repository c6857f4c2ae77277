/// How many middle names pupils of a naming group have.
struct MiddleNameShares: Sendable {
    /// By group the thresholds of a 32-bit random number, below which there is none, and at least one but not two.
    private let none: [UInt64]
    private let one: [UInt64]

    /// The shares of the built-in table.
    init() {
        let table = ParameterTable("middle_names")
        let groups = table.values("group", "a naming group", NamingGroup.init(tableName:))
        let none = table.shares("none")
        let two = table.shares("two")
        let rows = NamingGroup.allCases.map { group in
            guard let row = groups.firstIndex(of: group), none[row] + two[row] <= 1 else {
                fatalError("table 'middle_names' lacks \(group), or gives it more than 1")
            }
            return row
        }
        self.none = rows.map { UInt64((none[$0] * 0x1p32).rounded()) }
        one = rows.map { UInt64(((1 - two[$0]) * 0x1p32).rounded()) }
    }

    /// The number of middle names that a random number leads to.
    func count(_ group: NamingGroup, number: UInt64) -> Int {
        let draw = number >> 32
        if draw < none[Int(group.rawValue)] { return 0 }
        return draw < one[Int(group.rawValue)] ? 1 : 2
    }
}
