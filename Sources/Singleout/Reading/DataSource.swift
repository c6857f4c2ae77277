public import Microdata

/// Where data come from.
public enum DataSource: Hashable, Sendable {
    /// A file of this machine; `-` is standard input.
    case file(String)
    /// A table in memory, which answers name by its source.
    case table(Table)
    /// A table that is handed over by this name when the question is asked.
    case named(String)

    /// What answers and messages call it.
    public var name: String {
        switch self {
        case .file(let path): path
        case .table(let table): table.source
        case .named(let name): name
        }
    }
}

extension DataSource: Codable {
    private enum Key: String, CodingKey {
        case table
    }

    /// A path, or an object with the name of a table.
    public init(from decoder: any Decoder) throws {
        if let members = try? decoder.container(keyedBy: Key.self) {
            self = .named(try members.decode(String.self, forKey: .table))
        } else {
            self = .file(try decoder.singleValueContainer().decode(String.self))
        }
    }

    /// A path, or an object with the name of a table.
    ///
    /// - Throws: `EncodingError` for a table itself.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .file(let path):
            var value = encoder.singleValueContainer()
            try value.encode(path)
        case .named(let name):
            var members = encoder.container(keyedBy: Key.self)
            try members.encode(name, forKey: .table)
        case .table:
            throw EncodingError.invalidValue(
                name, .init(codingPath: encoder.codingPath, debugDescription: "a table in memory is no text"))
        }
    }
}

/// The tables in memory that are inputs, by name; every other input is a file of this machine.
struct InputTables: Hashable, Sendable {
    /// The tables by their names.
    private(set) var tables: [String: Table]

    /// The tables that are handed over with a question.
    init(_ tables: [String: Table]) { self.tables = tables }

    subscript(name: String) -> Table? { tables[name] }

    /// The name of an input, by which its table is found from now on.
    ///
    /// - Throws: `PlanError` for a name without a table, and for one name of two inputs.
    mutating func name(of source: DataSource) throws(PlanError) -> String {
        let name = source.name
        switch source {
        case .file: if tables[name] != nil { throw .twoInputs(name) }
        case .named: if tables[name] == nil { throw .noTable(name) }
        case .table(let table):
            if let other = tables[name], other != table { throw .twoInputs(name) }
            tables[name] = table
        }
        return name
    }

    /// Those of some inputs that are files.
    func files(among names: [String]) -> [String] { names.filter { tables[$0] == nil } }

    /// Reads an input; of a table in memory the same columns are taken.
    ///
    /// - Throws: `MicrodataError`.
    func read(
        _ name: String, _ reading: DelimitedReading, _ progress: AnalysisProgress.Handler?
    ) throws(MicrodataError) -> Table {
        guard let table = tables[name] else { return try reading.table(at: name, progress) }
        var columns = table.columns
        if let wanted = reading.columns {
            columns = []
            for name in wanted { columns.append(try table.column(named: name)) }
        }
        progress?(.read(ReadingFacts(source: name, bytes: nil, records: table.records)))
        return Table(source: name, columns: columns, records: table.records)
    }

    /// The names in the header of an input, and those that a message may hold.
    ///
    /// - Throws: `MicrodataError`.
    func names(
        of name: String, _ reading: DelimitedReading
    ) throws(MicrodataError) -> (all: [String], shown: [String]) {
        guard let table = tables[name] else { return try reading.names(ofFileAt: name) }
        let names = table.columns.map(\.name)
        return (names, names)
    }
}
