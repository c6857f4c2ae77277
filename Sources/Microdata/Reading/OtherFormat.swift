/// A format that is not delimited text, recognised by the first bytes of a file whatever its name, and how its records can be
/// read all the same.
struct OtherFormat: Hashable, Sendable {
    /// What it is called after 'this is'.
    let name: String
    /// What to do, after a semicolon.
    let remedy: String
    /// How it is read where a file's name says so; `nil` for a format that is not read.
    let foreign: ForeignFormat?

    private init(_ name: String, _ remedy: String) { (self.name, self.remedy, foreign) = (name, remedy, nil) }

    /// A format that is read where a file's name has its ending.
    private init(_ name: String, _ foreign: ForeignFormat, ending: String) {
        self.name = name
        self.foreign = foreign
        remedy = "give it a name that ends in .\(ending), by which it is read"
    }

    // MARK: The formats

    /// Bytes by which a format is known.
    private struct Signature {
        let offset: Int
        let bytes: [UInt8]
        /// Whether a header could hold them too, so that a byte that no text has must stand near.
        let isText: Bool
        let format: OtherFormat

        init(_ text: String, at offset: Int = 0, isText: Bool = false, _ format: OtherFormat) {
            self.init(text.unicodeScalars.map { UInt8($0.value) }, at: offset, isText: isText, format)
        }

        init(_ bytes: [UInt8], at offset: Int = 0, isText: Bool = false, _ format: OtherFormat) {
            (self.offset, self.bytes, self.isText, self.format) = (offset, bytes, isText, format)
        }

        func matches(_ start: [UInt8]) -> Bool {
            start.count > offset && start[offset...].starts(with: bytes)
                && (!isText || start.prefix(max(64, offset)).contains { $0 < 9 })
        }
    }

    private static let workbook = "save the sheet with the data as CSV (UTF-8) and give that file"
    private static let table = "convert it to CSV, for instance with DuckDB or pandas"
    private static let unpacked = "unpack it and give the file with the data"
    private static func decompressed(_ program: String) -> String {
        "decompress it with \(program); gzip and zstd are read directly"
    }

    private static let signatures = [
        Signature("PAR1", isText: true, OtherFormat("a Parquet file", .parquet, ending: "parquet")),
        Signature("PARE", isText: true, OtherFormat("an encrypted Parquet file", "decrypt it first")),
        Signature("$FL2@(#)", OtherFormat("an SPSS file", .spss, ending: "sav")),
        Signature("$FL3@(#)", OtherFormat("a compressed SPSS file", .spss, ending: "zsav")),
        Signature("<stata_dta>", stata),
        Signature(
            [0xC2, 0xEA, 0x81, 0x60, 0xB3, 0x14, 0x11, 0xCF], at: 12,
            OtherFormat("a SAS file", .sas, ending: "sas7bdat")),
        Signature(
            "HEADER RECORD*******LIB",
            OtherFormat("a SAS transport file (xpt)", "convert it to CSV with haven (read_xpt) or pandas")),
        Signature("ARROW1", isText: true, OtherFormat("an Arrow or Feather file", table)),
        Signature("FEA1", isText: true, OtherFormat("a Feather file", table)),
        Signature("ORC", isText: true, OtherFormat("an ORC file", table)),
        Signature("Obj\u{1}", OtherFormat("an Avro file", table)),
        Signature([0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A], OtherFormat("an HDF5 file", table)),
        Signature(
            "SQLite format 3\0",
            OtherFormat(
                "an SQLite database", "write the table as CSV: sqlite3 -csv -header FILE 'SELECT * FROM t' > t.csv")),
        Signature(
            "DUCK", at: 8, isText: true,
            OtherFormat("a DuckDB database", "write the table as CSV: duckdb FILE -c \"COPY t TO 't.csv'\"")),
        Signature("RDX", isText: true, OtherFormat("an R data file", "write the table as CSV in R with write.csv")),
        Signature("X\n\0\0\0", OtherFormat("an R data file", "write the table as CSV in R with write.csv")),
        Signature("1AY&SY", at: 4, OtherFormat("a bzip2 file", decompressed("bunzip2"))),
        Signature([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], OtherFormat("an xz file", decompressed("unxz"))),
        Signature([0x04, 0x22, 0x4D, 0x18], OtherFormat("an LZ4 file", decompressed("unlz4"))),
        Signature([0x37, 0x7A, 0xBC, 0xAF], OtherFormat("a 7-Zip archive", unpacked)),
        Signature("Rar!\u{1A}", OtherFormat("a RAR archive", unpacked)),
        Signature("ustar", at: 257, isText: true, OtherFormat("a tar archive", unpacked)),
        Signature(
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], OtherFormat("an old Excel workbook (xls)", workbook)),
        Signature("%PDF-", OtherFormat("a PDF document", "ask for the data as CSV")),
        Signature("<?xml", OtherFormat("an XML document", workbook)),
        Signature("{\\rtf", OtherFormat("an RTF document", workbook)),
    ]

    private static let stata = OtherFormat("a Stata file", .stata, ending: "dta")
    private static let utf16 = OtherFormat(
        "UTF-16 text", "convert it to UTF-8: iconv -f UTF-16 -t UTF-8 FILE > new.csv")
    private static let json = OtherFormat(
        "JSON or JSON lines", "convert it to CSV: duckdb -c \"COPY (FROM read_json('FILE')) TO 'new.csv'\"")
    private static let portable = OtherFormat(
        "an SPSS portable file (por)", "convert it to CSV with haven (read_por) or pyreadstat")
    private static let excel = OtherFormat("an Excel workbook (xlsx)", workbook)
    private static let openDocument = OtherFormat("an OpenDocument spreadsheet (ods)", workbook)
    private static let zip = OtherFormat("a zip archive", "unpack it with unzip and give the file with the data")
    private static let page = OtherFormat("an HTML page", "download the data themselves; the address may need a login")

    /// Bytes at the start that are looked at.
    static let reach = 1 << 16

    // MARK: Recognition

    /// The format of what begins with some bytes; `nil` for delimited text, and for what nobody knows.
    ///
    /// - Complexity: O(1) time.
    init?(_ start: [UInt8]) {
        guard let format = Self.format(Array(start.prefix(Self.reach))) else { return nil }
        self = format
    }

    private static func format(_ bytes: [UInt8]) -> OtherFormat? {
        if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6]) { return archive(bytes) }
        if let signature = signatures.first(where: { $0.matches(bytes) }) { return signature.format }
        if isUTF16(bytes) { return utf16 }
        if isOldStata(bytes) { return stata }
        if has("SPSSPORT", within: 700, bytes) && has("PORT FILE", within: 400, bytes) { return portable }
        return isJSON(bytes) ? json : isPage(bytes) ? page : nil
    }

    private static func archive(_ bytes: [UInt8]) -> OtherFormat {
        if has("mimetypeapplication/vnd.oasis.opendocument", within: 200, bytes) { return openDocument }
        let isExcel = ["xl/", "[Content_Types].xml", "docProps/"].contains { has($0, within: bytes.count, bytes) }
        return isExcel ? excel : zip
    }

    /// A mark of byte order, or letters of ASCII with zeros between them.
    private static func isUTF16(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
        let pairs = bytes.prefix(16)
        guard pairs.count >= 8 else { return false }
        func areZeros(_ parity: Int) -> Bool {
            pairs.enumerated().allSatisfy { ($0.offset % 2 == parity) == ($0.element == 0) }
        }
        return areZeros(0) || areZeros(1)
    }

    /// Versions 4 to 12 begin with the version, the order of bytes, the kind and a zero.
    private static func isOldStata(_ bytes: [UInt8]) -> Bool {
        bytes.count > 4 && (0x69...0x73).contains(bytes[0]) && (1...2).contains(bytes[1]) && bytes[2] == 1
            && bytes[3] == 0
    }

    /// An object with a member, or a list of objects or lists; a header may begin with a bracket too.
    private static func isJSON(_ bytes: [UInt8]) -> Bool {
        var rest = bytes.prefix(4_096)[...]
        func skip() { rest = rest.drop { [0x20, 9, 10, 13].contains($0) } }
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        skip()
        if rest.first == UInt8(ascii: "[") {
            rest = rest.dropFirst()
            skip()
        }
        guard rest.first == UInt8(ascii: "{") else { return false }
        rest = rest.dropFirst()
        skip()
        guard rest.first == UInt8(ascii: "\"") else { return false }
        rest = rest.dropFirst()
        guard let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { return false }
        rest = rest[(end + 1)...]
        skip()
        return rest.first == UInt8(ascii: ":")
    }

    private static func isPage(_ bytes: [UInt8]) -> Bool {
        let start = String(decoding: bytes.prefix(64), as: UTF8.self).lowercased().drop { $0.isWhitespace }
        return start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
    }

    private static func has(_ text: String, within count: Int, _ bytes: [UInt8]) -> Bool {
        let wanted = Array(text.utf8)
        let bytes = bytes.prefix(count)
        guard bytes.count >= wanted.count else { return false }
        return (0...(bytes.count - wanted.count)).contains { place in
            bytes[place] == wanted[0] && bytes[place...].starts(with: wanted)
        }
    }

    // MARK: Errors

    /// What is thrown for a file of the format, and for one that holds it compressed.
    func error(source: String, compression: Compression? = nil) -> MicrodataError {
        guard let compression else { return .otherFormat(source: source, name: name, remedy: remedy) }
        // Only text is read while it is decompressed.
        let unpack = "decompress it (\(compression.program) < FILE > NEW)"
        return .otherFormat(
            source: source, name: name + ", compressed with \(compression.name)",
            remedy: foreign == nil ? "\(unpack), then \(remedy)" : "\(unpack) and \(remedy)")
    }

    /// What is thrown for a file that is not of the format that its name says, where that can be told; otherwise `nil`.
    static func misnamed(_ start: [UInt8], as format: ForeignFormat, source: String) -> MicrodataError? {
        if let compression = Compression(start) {
            return .unreadable(
                source: source,
                reason: "it is compressed with \(compression.name) and not \(format.name); decompress it "
                    + "(\(compression.program) < FILE > NEW)")
        }
        // Files of these formats have such bytes at their beginning, or a Parquet file its mark.
        let isText = start.allSatisfy { $0 >= 9 } && !start.starts(with: "PAR1".utf8)
        return isText
            ? .unreadable(
                source: source,
                reason:
                    "it is text and not \(format.name); if it has fields with delimiters, give it a name that ends in .csv"
            )
            : nil
    }

    /// What is thrown for a path that cannot be opened: an address of the web is none of a file.
    static func unopened(_ path: String, reason: String) -> MicrodataError {
        let scheme = path.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+.-".contains($0)) }
        guard scheme.first?.isLetter == true, path.dropFirst(scheme.count).hasPrefix("://") else {
            return .unreadable(source: path, reason: reason)
        }
        let remedy =
            scheme.lowercased() == "file"
            ? "give the path without \(scheme)://"
            : "nothing is fetched; download the file and give its path, or pipe it: curl ADDRESS | singleout ... -"
        return .otherFormat(source: path, name: "an address, not a file", remedy: remedy)
    }
}

extension DelimitedReading {
    /// Whether bytes are of a format that is recognised and is not delimited text.
    package static func isOtherFormat(_ bytes: [UInt8]) -> Bool {
        OtherFormat(bytes) != nil
    }
}
