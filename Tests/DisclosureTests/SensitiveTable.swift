import Counting
import Disclosure
import Microdata

/// A table of one quasi-identifier and one sensitive field, from counts of each value in each class.
struct SensitiveTable {
    let classColumn: Column
    /// The values are `v00`, `v01`, ... in their order.
    let column: Column
    private let names: [String]

    /// - Parameter counts: For each class the records with each value.
    init(counts: [[Int]]) {
        let names = (counts.first ?? []).indices.map { "v" + ($0 < 10 ? "0" : "") + String($0) }
        self.names = names
        var classes: [String] = []
        var values: [String] = []
        for (number, row) in counts.enumerated() {
            for (value, count) in row.enumerated() {
                classes += .init(repeating: "c\(number)", count: count)
                values += .init(repeating: names[value], count: count)
            }
        }
        classColumn = Column(name: "class", values: classes)
        column = Column(name: "value", values: values)
    }

    func profile(threads: Int? = nil) throws -> SensitiveProfile {
        SensitiveProfile(of: column, in: try EquivalenceClasses(of: [classColumn]), threads: threads)
    }

    /// The same, with codes that are places in the order of the values.
    func orderedProfile() throws -> SensitiveProfile {
        SensitiveProfile(
            of: column, in: try EquivalenceClasses(of: [classColumn]), ranks: ValueOrder(column).ranks)
    }

    /// The column with the codes of the ordered profile.
    var rankedColumn: Column { Column(name: "value", codes: .uint32([]), dictionary: ValueDictionary(names)) }

    /// A table with a row for each value: the value and its groups.
    func hierarchy(_ paths: [[String]]) -> Table {
        let levels = (0..<(paths.first?.count ?? 0)).map { level in
            Column(name: "level\(level + 1)", values: paths.map { $0[level] })
        }
        return Table(source: "hierarchy.csv", columns: [Column(name: "value", values: names)] + levels)
    }
}
