extension Explorer {
    /// The figures of every combination for the page's script, as JSON that no markup in it can end.
    ///
    /// - Complexity: O(combinations) time and memory.
    func script(_ report: Report) -> String {
        let table = report.table(table)
        func column(_ key: String) -> [String] {
            let position = table.position(ofColumn: key)
            return rowOfCombination.map { row in row.map { Self.value(table.rows[$0][position]) } ?? "null" }
        }
        func list(_ values: [String]) -> String { "[" + values.joined(separator: ",") + "]" }
        let counted = column(records)
        // With all records in every combination, one number serves for all.
        let same = Set(counted.dropFirst().filter { $0 != "null" })
        let records = same.count == 1 ? same.first ?? "0" : list(counted)
        let largest = rowOfCombination.indices.filter { rowOfCombination[$0] != nil }.map(\.nonzeroBitCount).max() ?? 0
        let below = self.below.map { "{\"size\":\($0.size),\"records\":\(list(column($0.key)))}" }
        let members = [
            "\"fields\":" + list(fields.map { Self.quoted($0.printable) }), "\"unit\":" + Self.quoted(unit.printable),
            "\"isRounded\":\(isRounded)", "\"smallestBase\":\(Self.smallestBase)", "\"largest\":\(largest)",
            "\"start\":" + list(start.map(String.init)), "\"records\":" + records, "\"k\":" + list(column(k)),
            "\"below\":" + list(below), "\"coarser\":" + list(coarsenings.map { coarser($0, report) }),
        ]
        return "{" + members.joined(separator: ",") + "}"
    }

    /// The figures of a field's coarser levels; the sets, which all hold the field, leave out its place.
    private func coarser(_ coarsening: Coarsening, _ report: Report) -> String {
        let table = report.table(coarserTable)
        func column(_ key: String, _ rows: [Int?]) -> String {
            let position = table.position(ofColumn: key)
            let values = rows.indices.filter { ($0 >> coarsening.field) & 1 == 1 }
                .map { rows[$0].map { Self.value(table.rows[$0][position]) } ?? "null" }
            return "[" + values.joined(separator: ",") + "]"
        }
        let levels = coarsening.rows.map { rows in
            let below = self.below.map { column($0.key, rows) }.joined(separator: ",")
            return "{\"records\":\(column(records, rows)),\"k\":\(column(k, rows)),\"below\":[\(below)]}"
        }
        let names = coarsening.names.map { Self.quoted($0.printable) }.joined(separator: ",")
        return "{\"field\":\(coarsening.field),\"names\":[\(names)],\"levels\":[\(levels.joined(separator: ","))]}"
    }

    /// Shares of fewer rounded records are of low reliability.
    package static let smallestBase = 50

    /// A number unchanged, a symbol as its letters, no answer as nothing.
    private static func value(_ cell: Cell) -> String {
        switch cell {
        case .symbol(let symbol): "\"\(symbol.rawValue)\""
        case .missing: "\"\""
        default: cell.exact
        }
    }

    static func quoted(_ text: String) -> String { JSONRenderer.quoted(text, isInMarkup: true) }
}
