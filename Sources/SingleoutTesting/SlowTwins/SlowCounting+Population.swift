public import Counting
public import Microdata

extension SlowCounting {
    /// The classes of a file by their size in the file and in a population, by size and then population size.
    ///
    /// Unlike `PopulationMatch` it lists classes that are larger in the file than in the population, too.
    ///
    /// - Parameters:
    ///   - columns: The combination in the file.
    ///   - population: The same fields, in the same order, in the population.
    ///   - missing: `category` or `exclude`.
    /// - Complexity: O((records + population) x fields) expected time and memory.
    public static func populationMatch(
        _ columns: [Column], in population: [Column], missing: MissingSemantics = .category
    ) -> [(size: Int, populationSize: Int, classes: Int)] {
        let sizes = sizesByValue(columns, missing: missing)
        let populationSizes = sizesByValue(population, missing: missing)
        var classes: [[Int]: Int] = [:]
        for (values, size) in sizes { classes[[size, populationSizes[values] ?? 0], default: 0] += 1 }
        return classes.map { (size: $0.key[0], populationSize: $0.key[1], classes: $0.value) }
            .sorted { ($0.size, $0.populationSize) < ($1.size, $1.populationSize) }
    }

    private static func sizesByValue(_ columns: [Column], missing: MissingSemantics) -> [[String?]: Int] {
        let values = columns.map { column in
            column.codes.widened().map { $0 == column.missingCode ? nil : column.dictionary[Int($0)] }
        }
        var sizes: [[String?]: Int] = [:]
        for record in 0..<(columns.first?.count ?? 0) {
            let key = values.map { $0[record] }
            if missing == .exclude && key.contains(nil) { continue }
            sizes[key, default: 0] += 1
        }
        return sizes
    }
}
