public import Counting
public import Microdata

extension SlowCounting {
    /// The minimal sample uniques of each record, by trying every set of fields and then every part of it.
    ///
    /// - Parameters:
    ///   - columns: The fields, of equal length.
    ///   - maximumSize: The largest number of fields of a set; all when `nil`.
    ///   - missing: `category` or `exclude`.
    /// - Returns: For each record its sets, by number of fields and then the order of the fields.
    /// - Complexity: O(combinations^2 x records) time.
    public static func minimalSampleUniques(
        of columns: [Column], maximumSize: Int? = nil, missing: MissingSemantics = .category
    ) -> [[[Int]]] {
        let combinations = combinations(of: columns.count, upTo: maximumSize ?? columns.count)
        var unique: [[[Int]]] = .init(repeating: [], count: columns.first?.count ?? 0)
        for fields in combinations {
            let classes = classes(of: fields.map { columns[$0] }, missing: missing)
            var sizes: [Int: Int] = [:]
            for case let number? in classes { sizes[number, default: 0] += 1 }
            for (record, number) in classes.enumerated() where number.map({ sizes[$0] == 1 }) ?? false {
                unique[record].append(fields)
            }
        }
        return unique.map { sets in
            sets.filter { set in !sets.contains { $0.count < set.count && Set($0).isSubset(of: set) } }
        }
    }
}
