import Disclosure
import Microdata

extension RecodePlan {
    /// Names of fields that may hold areas above those of another field; their values decide.
    private static let areaNames: Set<String> = [
        "msoa", "msoa11", "msoa21", "la", "lad", "la_code", "lad_code", "local_authority", "authority", "region", "rgn",
        "region_code",
    ]

    /// The fields that hierarchies are made of, in addition to the quasi-identifiers.
    func fieldsBeside(_ header: [String]) -> [String] {
        var wanted: [String] = []
        for choice in hierarchies.values {
            if case .fields(let names) = choice { wanted += names }
        }
        wanted += header.filter { Self.areaNames.contains($0.lowercased()) }
        var seen = Set(analysis.quasiIdentifiers)
        return wanted.sorted().filter { seen.insert($0).inserted }
    }

    /// The levels of each quasi-identifier, and whether they were found by its values.
    ///
    /// - Throws: `GeneralisationError`, `HierarchyError` or `MicrodataError`.
    func levels(_ table: Table) throws -> [(levels: Generalisation, isFound: Bool)] {
        try analysis.quasiIdentifiers.map { field in
            let column = try table.column(named: field)
            guard let choice = hierarchies[field] else {
                return (try found(column, table), true)
            }
            return (try stated(choice, column, table), false)
        }
    }

    private func stated(_ choice: HierarchyChoice, _ column: Column, _ table: Table) throws -> Generalisation {
        switch choice {
        case .none: return Generalisation(keepingOrDropping: column)
        case .builtIn(let name):
            guard
                let hierarchy = try BuiltInHierarchies.named(
                    name, for: column, dates: analysis.dates, source: analysis.data)
            else {
                preconditionFailure("the plan names a hierarchy that there is")
            }
            return try by(hierarchy, column)
        case .top(let cuts) where cuts.isEmpty:
            // Values that are not numbers fail in the hierarchy of any cut, which says how many there are.
            guard let hierarchy = TopCoding(sharesOf: column) else { return try by(TopCoding(cuts: [0]), column) }
            return try by(hierarchy, column)
        case .top(let cuts): return try by(TopCoding(cuts: cuts), column)
        case .bands(let widths): return try by(NumberBands(widths: widths), column)
        case .fields(let names):
            return try Generalisation(
                column, parents: names.map { try table.column(named: $0) }, source: analysis.data, keeping: kept(column)
            )
        case .lookup(let path, let fields):
            return try Generalisation(column, lookup: analysis.read(path, fields: fields), keeping: kept(column))
        case .file(let path):
            return try Generalisation(column, table: analysis.read(path, fields: nil), keeping: kept(column))
        }
    }

    /// The level of a field that was asked for, which is kept even where it merges nothing, or everything.
    private func kept(_ column: Column) -> String? { applied?[column.name] }

    private func by(_ hierarchy: some BuiltInHierarchy, _ column: Column) throws -> Generalisation {
        try Generalisation(column, by: hierarchy, source: analysis.data, keeping: kept(column))
    }

    /// The levels that the values of a field suggest: a built-in hierarchy, or areas that other fields of the file hold.
    private func found(_ column: Column, _ table: Table) throws -> Generalisation {
        if let hierarchy = try BuiltInHierarchies.recognised(column, dates: analysis.dates, source: analysis.data) {
            return try by(hierarchy, column)
        }
        var parents: [Column] = []
        var best = Generalisation(keepingOrDropping: column)
        guard let kind = AreaCode(column) else { return best }
        let above: [AreaCode] =
            switch kind {
            case .lowerLayer: [.middleLayer, .authority, .region]
            case .middleLayer: [.authority, .region]
            case .authority: [.region]
            case .region: []
            }
        for kind in above {
            for candidate in table.columns where candidate.name != column.name {
                let name = candidate.name.lowercased()
                // Regions are also written by name.
                let isOfKind = AreaCode(candidate) == kind || kind == .region && ["region", "rgn"].contains(name)
                guard isOfKind, Self.areaNames.contains(name), candidate.cardinality < column.cardinality else {
                    continue
                }
                do {
                    best = try Generalisation(
                        column, parents: parents + [candidate], source: analysis.data, keeping: kept(column))
                    parents.append(candidate)
                    break
                } catch {
                    // An area that lies across two is none that lies above it.
                    continue
                }
            }
        }
        return best
    }
}
