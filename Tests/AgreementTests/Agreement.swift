import Counting
import Microdata
import SingleoutTesting
import Testing

/// Counts a table with the engine and with its slow twin, and records the first difference with the table's seed.
///
/// - Parameter sample: How many combinations the twin counts, spread evenly; all when `nil`.
func expectLatticeAgrees(
    _ columns: [Column], maximumSize: Int? = nil, missing: MissingSemantics = .category, threads: Int = 2,
    sample: Int? = nil, _ what: @autoclosure () -> String, sourceLocation: SourceLocation = #_sourceLocation
) {
    func issue(_ text: String) {
        Issue.record(
            "\(text)\n\(what()), maximum size \(maximumSize ?? columns.count), \(missing.name), \(threads) threads",
            sourceLocation: sourceLocation)
    }
    do {
        let lattice = try CombinationLattice(
            counting: columns, maximumSize: maximumSize, missing: missing, threads: threads)
        let combinations = SlowCounting.combinations(of: columns.count, upTo: maximumSize ?? columns.count)
        guard lattice.entries.map(\.fields) == combinations else {
            return issue("the combinations or their order differ: \(lattice.entries.count) and \(combinations.count)")
        }
        let step = max(1, combinations.count / (sample ?? combinations.count))
        for number in stride(from: combinations.count - 1, through: 0, by: -step) {
            let expected = SlowCounting.histogram(of: combinations[number].map { columns[$0] }, missing: missing)
            let found = lattice.entries[number].histogram
            if found != expected {
                return issue("combination \(combinations[number]): \(brief(found)) instead of \(brief(expected))")
            }
        }
    } catch {
        issue("\(error)")
    }
}

/// The start of a histogram, for failure texts of synthetic tables.
func brief(_ histogram: SizeHistogram) -> String {
    let entries = histogram.entries.prefix(12).map { "\($0.size): \($0.classes)" }.joined(separator: ", ")
    return "\(histogram.records) records in \(histogram.classes) classes [\(entries)]"
}

/// The records of columns in another order.
func reordered(_ columns: [Column], _ order: [Int]) -> [Column] {
    columns.map { column in
        let codes = column.codes.widened()
        return Column(
            name: column.name,
            codes: CodeArray(narrowing: order.map { codes[$0] }, cardinality: column.cardinality),
            dictionary: column.dictionary, missingCode: column.missingCode)
    }
}
