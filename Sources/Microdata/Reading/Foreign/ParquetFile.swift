internal import Foundation

/// A Parquet file, read by the command `duckdb`.
///
/// The file is the command's standard input, so that its path is never a part of a query; names of columns are, quoted. The command
/// is told to open nothing but that and its output, whatever a query says, so that a name which is read as SQL does no harm.
struct ParquetFile: ForeignFile {
    let state: FileState
    let names: [String]
    let labels = LabelCodes()
    let lostCodes = LostCodes()
    private let file: FileHandle
    /// Whether each column has floating-point numbers.
    private let isFloating: [Bool]

    /// Asks the command for the names of the columns.
    init(_ file: FileHandle, _ state: FileState) throws(MicrodataError) {
        self.file = file
        self.state = state
        let source = state.source
        let stream = try Self.run(
            "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet('/dev/stdin'))", of: file,
            source: source,
            header: Array("name,type\n".utf8))
        var reading = DelimitedReading()
        reading.delimiter = DelimitedLine.delimiter
        let table = try DelimitedRun(reading, source: source, progress: nil).table(from: OpenedFile(stream))
        func texts(_ column: Column) -> [String] {
            (0..<column.count).map { column.dictionary[Int(column.codes[$0])] }
        }
        names = texts(table.columns[0])
        isFloating = texts(table.columns[1]).map { ["DOUBLE", "FLOAT", "REAL"].contains($0) }
    }

    func stream(_ columns: [Int]) throws(MicrodataError) -> any ByteStream {
        let list = columns.map { column in
            let name = Self.quoted(names[column])
            return isFloating[column] ? Self.shortest(name) : name
        }.joined(separator: ", ")
        return try Self.run(
            "SELECT \(list) FROM read_parquet('/dev/stdin')", of: file, source: source, header: header(columns).bytes)
    }

    /// A floating-point column as text, whole numbers without decimals, as in every other format.
    private static func shortest(_ name: String) -> String {
        "CASE WHEN \(name) = trunc(\(name)) AND abs(\(name)) < 1e15 THEN CAST(CAST(\(name) AS BIGINT) AS VARCHAR) "
            + "ELSE CAST(\(name) AS VARCHAR) END"
    }

    /// A name as SQL quotes it; by scalars, as a quote with a combining mark after it ends a name all the same.
    static func quoted(_ name: String) -> String {
        // By scalars: a quote with a combining mark after it is one Character, and a quote all the same.
        let scalars = name.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }
        return "\"" + String(String.UnicodeScalarView(scalars)) + "\""
    }

    /// What a query can reach: the file and the output. The first setting is one of DuckDB 1.2; earlier versions refuse it.
    private static let confinement = """
        SET allowed_paths = ['/dev/stdin', '/dev/stdout']; SET enable_external_access = false; SET lock_configuration = true; 
        """

    /// The rows of a query below a header, which the command leaves out when there are no rows.
    private static func run(
        _ query: String, of file: FileHandle, source: String, header: [UInt8]
    ) throws(MicrodataError) -> any ByteStream {
        let copy =
            "COPY (\(query)) TO '/dev/stdout' "
            + "(FORMAT csv, HEADER false, DELIMITER ',', QUOTE '\"', ESCAPE '\"', NULLSTR '')"
        return try CommandStream(
            "duckdb", ["-init", "/dev/null", "-batch", "-bail", "-c", confinement + copy], input: file, source: source,
            header: header)
    }
}
