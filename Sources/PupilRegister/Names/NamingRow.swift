/// How the names of one kind in one group that are not listed nationally are spread: a row of the table `naming`.
struct NamingRow: Sendable {
    /// For surnames the share of the rare tail; for forenames the use of it, relative to the average.
    let rare: Double
    /// The share of double surnames.
    let hyphenated: Double
    /// The part of what is left that the group's own head has.
    let head: Double
    /// The fall of the frequencies in the head.
    let headShape: ZipfShape
    /// How many generated names the middle tail has.
    let middleCount: Int
    /// The fall of the frequencies in the middle tail.
    let middleShape: ZipfShape
    /// Parts of the rare tail, and over how many generated names each is spread evenly.
    let bands: [(part: Double, count: Int)]

    /// The rows of the built-in table, by model number.
    static func all() -> [NamingRow] {
        let table = ParameterTable("naming")
        let kinds = table.cases("kind", as: NameKind.self)
        let groups = table.values("group", "a naming group", NamingGroup.init(tableName:))
        let rare = table.numbers("rare", in: 0...10)
        let hyphenated = table.shares("hyphenated")
        let head = table.shares("head")
        let headShapes = ZipfShape.columns(of: table, prefix: "head")
        let middleCounts = table.integers("middle_names", in: 1...100_000)
        let middleShapes = ZipfShape.columns(of: table, prefix: "middle")
        let parts = (1...3).map { table.shares("band\($0)") }
        let counts = (1...3).map { table.integers("band\($0)_names", in: 0...2_000_000) }
        return (0..<NameKind.models).map { model in
            guard let row = kinds.indices.first(where: { kinds[$0].model(groups[$0]) == model }) else {
                fatalError("table 'naming' lacks a row for the model \(model)")
            }
            let bands = (0..<3).map { (parts[$0][row], counts[$0][row]) }.filter { $0.1 > 0 }
            precondition(abs(bands.map(\.0).reduce(0, +) - 1) < 1e-9, "the bands of a rare tail do not sum to 1")
            return NamingRow(
                rare: rare[row], hyphenated: hyphenated[row], head: head[row], headShape: headShapes[row],
                middleCount: middleCounts[row], middleShape: middleShapes[row], bands: bands)
        }
    }
}
