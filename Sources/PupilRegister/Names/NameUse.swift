/// How often each naming group uses a class of names.
enum NameUse {
    /// By class the use in each group relative to the nation: the average, weighted by the groups' shares, is 1.
    static func all(groupShares: [Double]) -> [String: [Double]] {
        let table = ParameterTable("affinities")
        let columns = NamingGroup.allCases.map { table.numbers($0.tableName, in: 0...100) }
        let rows = (0..<table.count).map { row in
            let affinities = columns.map { $0[row] }
            let mean = zip(affinities, groupShares).map { $0 * $1 }.reduce(0, +)
            return affinities.map { $0 / mean }
        }
        return Dictionary(zip(table.strings("class"), rows)) { first, _ in first }
    }
}
