import Microdata

/// One file of a comparison: its fields, under the names that A has for them.
struct AcrossFile {
    let path: String
    /// The names of the header that are of use, as A calls them, in the order of the header.
    let names: [String]
    /// Those of them that a message may hold.
    private let shown: [String]
    /// What the file calls a field of A, where that is something else.
    private let ownNames: [String: String]
    /// The table, when it had to be read to see its header.
    let table: Table?

    /// - Parameters:
    ///   - shown: Those names of the header that a message may hold.
    ///   - aliases: The names that fields of A have in other files; none for A itself.
    init(
        path: String, header: [String], shown: [String], aliases: [String: [String]], table: Table?
    ) throws(AcrossError) {
        var nameOf: [String: String] = [:]
        for (field, others) in aliases {
            for other in others { nameOf[other] = field }
        }
        var own: [String: [String]] = [:]
        var names: [String] = []
        for name in header {
            let field = nameOf[name] ?? name
            if own[field] == nil { names.append(field) }
            own[field, default: []].append(name)
        }
        if let twice = names.first(where: { (own[$0]?.count ?? 0) > 1 }) {
            throw .twoNames(twice, file: path == "-" ? "standard input" : path, names: own[twice] ?? [])
        }
        self.path = path
        self.names = names
        self.shown = names.filter { Set(shown).contains(own[$0]?.first ?? $0) }
        self.table = table
        ownNames = own.compactMapValues(\.first)
    }

    /// The path for messages.
    var name: String { path == "-" ? "standard input" : path }

    func has(_ field: String) -> Bool { ownNames[field] != nil }

    /// What the file calls a field that it has.
    func ownName(_ field: String) -> String { ownNames[field] ?? field }

    /// The nearest of its names.
    func nearest(_ field: String) -> String? { NearestName.to(field, among: shown) }
}
