internal import PupilRegister

/// The table of published figures.
struct PublishedFigures: Sendable {
    /// The figures, in the order of the table.
    let all: [PublishedFigure]
    private let places: [String: Int]

    /// The built-in table.
    init() { self.init(ParameterTable("published")) }

    init(_ table: ParameterTable) {
        func optional(_ column: String) -> [Double?] {
            table.values(column, "a number or nothing") { $0.isEmpty ? .some(nil) : Double($0).map(Optional.some) }
        }
        let keys = table.strings("key")
        let groups = table.cases("group", as: ValidationGroup.self)
        let names = table.strings("figure")
        let values = optional("value")
        let units = table.cases("unit", as: PublishedFigure.Unit.self)
        let targets = table.cases("target", as: PublishedFigure.Target.self)
        let tolerances = optional("tolerance")
        let directions = table.cases("direction", as: PublishedFigure.Direction.self)
        let years = table.integers("year", in: 1900...2100)
        let bases = table.cases("basis", as: PublishedFigure.Basis.self)
        let sources = table.strings("source")
        let notes = table.strings("note")
        all = keys.indices.map { row in
            PublishedFigure(
                key: keys[row], group: groups[row], name: names[row], value: values[row], unit: units[row],
                target: targets[row], tolerance: tolerances[row], direction: directions[row], year: years[row],
                basis: bases[row], source: sources[row], note: notes[row])
        }
        var places: [String: Int] = [:]
        for (row, key) in keys.enumerated() {
            precondition(places.updateValue(row, forKey: key) == nil, "the figure '\(key)' is published twice")
        }
        self.places = places
    }

    /// The value published under a key, which must be one of the table's with a value.
    func value(_ key: String) -> Double {
        guard let place = places[key], let value = all[place].value else {
            preconditionFailure("no value is published as '\(key)'")
        }
        return value
    }

    /// Whether there is a figure with a key.
    func has(_ key: String) -> Bool { places[key] != nil }

    /// The figures whose keys begin with a text, each with what follows in its key.
    func keys(after prefix: String) -> [String] {
        all.compactMap { $0.key.hasPrefix(prefix) ? String($0.key.dropFirst(prefix.count)) : nil }
    }
}
