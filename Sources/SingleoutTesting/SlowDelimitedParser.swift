public import Microdata

/// Reads delimited text one byte at a time, as plainly as possible: the twin that `DelimitedReading` is compared with.
///
/// It follows the same rules and reports the same errors, and shares no code with the reader but the types of its results.
public struct SlowDelimitedParser {
    /// The delimiter; when `nil`, the one of `, ; tab |` that cuts the header into the most fields.
    public var delimiter: UInt8?
    /// Contents that mean a missing value.
    public var missingValues: Set<String> = [""]
    /// The fields to keep, in this order; all when `nil`.
    public var columns: [String]?

    /// A parser that finds the delimiter and keeps all fields.
    public init() {}

    /// Reads a table from the bytes of a plain file.
    ///
    /// - Throws: `MicrodataError` for the first mistake, as the reader must.
    /// - Complexity: O(bytes) time and memory, with a large constant.
    public func table(from bytes: [UInt8], named source: String) throws(MicrodataError) -> Table {
        var input = Input(bytes: bytes, source: source)
        if bytes.starts(with: [0xef, 0xbb, 0xbf]) { input.position = 3 }
        if input.position == bytes.count { throw .emptyFile(source: source) }
        let (names, delimiter) = try header(&input)
        let kept = try kept(names, source)
        var rows: [[[UInt8]]] = []
        while input.position < bytes.count {
            let line = input.line
            let row = try input.record(delimiter, names: names)
            if row.count != names.count {
                throw .raggedRow(source: source, line: line, expected: names.count, found: row.count)
            }
            rows.append(row)
        }
        if rows.isEmpty { throw .headerOnly(source: source) }
        return Table(
            source: source, columns: kept.map { column in self.column(names[column], rows.map { $0[column] }) })
    }

    private func header(_ input: inout Input) throws(MicrodataError) -> ([String], UInt8) {
        var best: (names: [String], delimiter: UInt8, after: Input)?
        var failure: MicrodataError?
        for candidate in delimiter.map({ [$0] }) ?? [0x2c, 0x3b, 0x09, 0x7c] {
            var attempt = input
            do throws(MicrodataError) {
                let names = try attempt.record(candidate, names: []).map { String(decoding: $0, as: UTF8.self) }
                if names.count > best?.names.count ?? 0 { best = (names, candidate, attempt) }
            } catch {
                failure = failure ?? error
            }
        }
        guard let best else { throw failure ?? .emptyFile(source: input.source) }
        for (index, name) in best.names.enumerated() {
            if name.isEmpty { throw .emptyHeader(source: input.source, column: index + 1) }
            if let first = best.names[..<index].firstIndex(of: name) {
                throw .duplicateHeader(source: input.source, columns: [first + 1, index + 1])
            }
        }
        input = best.after
        return (best.names, best.delimiter)
    }

    private func kept(_ names: [String], _ source: String) throws(MicrodataError) -> [Int] {
        var kept: [Int] = []
        for column in columns ?? names {
            guard let index = names.firstIndex(of: column) else {
                throw .unknownField(name: column, source: source, nearest: NearestName.to(column, among: names))
            }
            if kept.contains(index) { throw .repeatedField(name: column, source: source) }
            kept.append(index)
        }
        return kept
    }

    private func column(_ name: String, _ values: [[UInt8]]) -> Column {
        let missing = Set(missingValues.map { Array($0.utf8) })
        var codeOf: [[UInt8]: UInt32] = [:]
        var missingCode: UInt32?
        var dictionary = ValueDictionary()
        var codes: [UInt32] = []
        for value in values {
            let code: UInt32
            if missing.contains(value) {
                code = missingCode ?? UInt32(dictionary.count)
                if missingCode == nil { dictionary.append([]) }
                missingCode = code
            } else if let known = codeOf[value] {
                code = known
            } else {
                code = UInt32(dictionary.count)
                codeOf[value] = code
                dictionary.append(value)
            }
            codes.append(code)
        }
        return Column(
            name: name, codes: CodeArray(narrowing: codes, cardinality: dictionary.count), dictionary: dictionary,
            missingCode: missingCode)
    }

    /// The bytes and how far they were read.
    private struct Input {
        let bytes: [UInt8]
        let source: String
        var position = 0
        var line = 1

        /// Takes one byte, and counts it when it ends a physical line.
        private mutating func take() -> UInt8 {
            let byte = bytes[position]
            position += 1
            if byte == 0x0a || (byte == 0x0d && peek != 0x0a) { line += 1 }
            return byte
        }

        private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

        /// Takes one record.
        mutating func record(_ delimiter: UInt8, names: [String]) throws(MicrodataError) -> [[UInt8]] {
            let start = line
            var fields: [[UInt8]] = []
            while true {
                let column = fields.count + 1
                let name = fields.count < names.count ? names[fields.count] : nil
                var field: [UInt8] = []
                let isQuoted = peek == 0x22
                if isQuoted {
                    _ = take()
                    while true {
                        if peek == nil { throw .unclosedQuote(source: source, line: start, column: column, name: name) }
                        let byte = take()
                        if byte == 0x22 {
                            if peek != 0x22 { break }
                            _ = take()
                        }
                        field.append(byte)
                    }
                } else {
                    while let byte = peek, byte != delimiter, byte != 0x0a, byte != 0x0d { field.append(take()) }
                }
                if field.contains(0) { throw .zeroByte(source: source, line: start, column: column, name: name) }
                if String(validating: field, as: UTF8.self) == nil {
                    throw .invalidUTF8(source: source, line: start, column: column, name: name)
                }
                fields.append(field)
                switch peek {
                case nil: return fields
                case delimiter: _ = take()
                case 0x0a:
                    _ = take()
                    return fields
                case 0x0d:
                    _ = take()
                    if peek == 0x0a { _ = take() }
                    return fields
                default: throw .textAfterQuote(source: source, line: start, column: column, name: name)
                }
            }
        }
    }
}
