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
    /// Lines above the header that are left out.
    public var skippedLines = 0
    /// The number of records to read; all when `nil`.
    public var rows: Int?
    /// Whether lines without any value are records.
    public var keepsEmptyRecords = false

    /// A parser that finds the delimiter and keeps all fields.
    public init() {}

    /// Reads a table from the bytes of a plain file.
    ///
    /// - Throws: `MicrodataError` for the first mistake, as the reader must.
    /// - Complexity: O(bytes) time and memory, with a large constant.
    public func table(from bytes: [UInt8], named source: String) throws(MicrodataError) -> Table {
        var input = Input(bytes: bytes, source: source)
        if bytes.starts(with: [0xef, 0xbb, 0xbf]) { input.position = 3 }
        var empty = 0
        let named = opening(&input, &empty)
        if input.position == bytes.count { throw .emptyFile(source: source) }
        let headerLine = input.line
        var (names, delimiter) = try header(&input, named)
        let (first, firstLine) = firstRecord(input, delimiter)
        while first > 0, names.count > max(1, first), names.last == "" { names.removeLast() }
        let isShort = names.count > 1 && first == names.count + 1
        if names.allSatisfy(\.isEmpty) { throw .emptyHeader(source: source, line: headerLine) }
        for (index, name) in names.enumerated() where !name.isEmpty {
            if let other = names[..<index].firstIndex(of: name) {
                throw .duplicateHeader(source: source, columns: [other + 1, index + 1], line: headerLine)
            }
        }
        let expected = names.count + (isShort ? 1 : 0)
        if first > 0, first != expected, let columns, !Set(columns).isSubset(of: names.filter { !$0.isEmpty }) {
            let known = columns.prefix { names.contains($0) && !$0.isEmpty }
            // A name that is asked for twice is found first where it comes first.
            if Set(known).count == known.count {
                throw .raggedRow(source: source, line: firstLine, expected: expected, found: first, header: headerLine)
            }
        }
        var kept = try kept(names, source, headerLine)
        var rows: [[[UInt8]]] = []
        var lines: [(line: Int, row: [[UInt8]])] = []
        while input.position < bytes.count, rows.count != self.rows {
            let line = input.line
            var copy = input
            if expected > 1, copy.takeEmptyLine(delimiter) {
                input = copy
                lines.append((line, []))
                if keepsEmptyRecords { rows.append(Array(repeating: [], count: expected)) } else { empty += 1 }
                continue
            }
            let row = try input.record(delimiter, names: isShort ? [] : names)
            if row.count != expected {
                throw .raggedRow(
                    source: source, line: line, expected: expected, found: row.count, header: headerLine)
            }
            rows.append(row)
            lines.append((line, row))
        }
        if rows.isEmpty { throw .headerOnly(source: source) }
        let bytesOfNames = names.map { Array($0.utf8) }
        let repeated = lines.filter { $0.row == bytesOfNames }
        if let first = repeated.first, names.count(where: { !$0.isEmpty }) > 1 {
            throw .repeatedHeader(source: source, line: first.line, records: repeated.count)
        }
        if rows.count != self.rows, expected > 2, !keepsEmptyRecords { try refuseNotes(lines, source) }
        let keptNames = kept.map { names[$0] }
        if isShort, !rows.allSatisfy({ $0.last == [] }) { kept = kept.map { $0 + 1 } }
        var table = Table(
            source: source,
            columns: zip(kept, keptNames).map { column, name in self.column(name, rows.map { $0[column] }) })
        table.facts = ReadingFacts(source: source, bytes: bytes.count, records: rows.count, emptyRecords: empty)
        return table
    }

    /// Goes to the header; returns the delimiter that a line `sep=` names.
    private func opening(_ input: inout Input, _ empty: inout Int) -> UInt8? {
        var named: UInt8?
        var skipped = 0
        while input.position < input.bytes.count {
            var copy = input
            let line = String(decoding: copy.takeLine(), as: UTF8.self)
            if skipped < skippedLines {
                skipped += 1
            } else if named == nil, let mark = Self.mark(line) {
                named = mark
            } else if line.allSatisfy({ $0 == " " || $0 == "\t" }) || skippedLines > 0 && Self.isPadding(line) {
                empty += 1
            } else {
                break
            }
            input = copy
        }
        return named
    }

    /// Whether a line has one kind of delimiter, and blanks at its ends at most.
    private static func isPadding(_ line: String) -> Bool {
        var bytes = Array(line.utf8)
        while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
        let text = bytes.drop { $0 == 0x20 || $0 == 0x09 }
        return text.first.map { first in [0x2c, 0x3b, 0x7c].contains(first) && text.allSatisfy { $0 == first } } ?? true
    }

    private static func mark(_ line: String) -> UInt8? {
        for (text, delimiter) in [(",", 0x2c), (";", 0x3b), ("\t", 0x09), ("|", 0x7c)] as [(String, UInt8)] {
            let start = line.drop { $0 == " " || $0 == "\t" }.lowercased()
            if start == "sep=" + text || start == "\"sep=" + text + "\"" { return delimiter }
        }
        return nil
    }

    /// The fields of the first record that is not empty, and its line; 0 when there is none or it is malformed.
    private func firstRecord(_ input: Input, _ delimiter: UInt8) -> (fields: Int, line: Int) {
        var input = input
        while input.position < input.bytes.count {
            var copy = input
            if copy.takeEmptyLine(delimiter) {
                input = copy
                continue
            }
            do throws(MicrodataError) {
                let line = input.line
                return (try input.record(delimiter, names: [], isChecked: false).count, line)
            } catch {
                return (0, input.line)
            }
        }
        return (0, input.line)
    }

    private func header(_ input: inout Input, _ named: UInt8?) throws(MicrodataError) -> ([String], UInt8) {
        var best: (names: [String], delimiter: UInt8, after: Input)?
        var failure: MicrodataError?
        for candidate in (delimiter ?? named).map({ [$0] }) ?? [0x2c, 0x3b, 0x09, 0x7c] {
            var attempt = input
            do throws(MicrodataError) {
                let names = try attempt.record(candidate, names: []).map { String(decoding: $0, as: UTF8.self) }
                let isWanted = columns.map { !$0.isEmpty && Set($0).isSubset(of: names) } ?? false
                let bestIsWanted = columns.map { !$0.isEmpty && Set($0).isSubset(of: best?.names ?? []) } ?? false
                let isBetter = names.count > best?.names.count ?? 0
                if isWanted == bestIsWanted ? isBetter : isWanted { best = (names, candidate, attempt) }
            } catch {
                failure = failure ?? error
            }
        }
        guard let best else { throw failure ?? .emptyFile(source: input.source) }
        input = best.after
        return (best.names, best.delimiter)
    }

    private func kept(_ names: [String], _ source: String, _ headerLine: Int) throws(MicrodataError) -> [Int] {
        var kept: [Int] = []
        let known = names.filter { !$0.isEmpty }
        for column in columns ?? known {
            guard known.contains(column), let index = names.firstIndex(of: column) else {
                let nearest = NearestName.to(column, among: known)
                if known.count == 1, nearest == nil || names.count > 2 {
                    throw .otherHeader(name: column, source: source, line: headerLine)
                }
                throw .unknownField(name: column, source: source, nearest: nearest)
            }
            if kept.contains(index) { throw .repeatedField(name: column, source: source) }
            kept.append(index)
        }
        return kept
    }

    /// Refuses records with text in one field only that come last, after a line without text.
    private func refuseNotes(_ lines: [(line: Int, row: [[UInt8]])], _ source: String) throws(MicrodataError) {
        let fields = lines.map { line in line.row.indices.filter { !line.row[$0].allSatisfy { $0 == 32 || $0 == 9 } } }
        var last = lines.count - 1
        while last >= 0, lines[last].row.isEmpty { last -= 1 }
        if last < 0 || fields[last].count != 1 { return }
        var first = last
        while first > 0, lines[first - 1].row.isEmpty || fields[first - 1] == fields[last] { first -= 1 }
        let above = (0..<first).filter { !lines[$0].row.isEmpty }
        let sparse = above.count { fields[$0].count == 1 }
        guard above.contains(where: { fields[$0].count > 1 }), sparse < 2 || sparse * 10 <= above.count else { return }
        guard var start = (first...last).first(where: { lines[$0].row.isEmpty }) else { return }
        while lines[start].row.isEmpty { start += 1 }
        let records = (start...last).count { !lines[$0].row.isEmpty }
        let all = lines.count { !$0.row.isEmpty }
        throw .notesBelow(source: source, line: lines[start].line, records: records, rows: all - records)
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

        /// Takes one physical line, and returns it without its end.
        mutating func takeLine() -> [UInt8] {
            var content: [UInt8] = []
            while let byte = peek {
                _ = take()
                if byte == 0x0a { break }
                if byte == 0x0d {
                    if peek == 0x0a { _ = take() }
                    break
                }
                content.append(byte)
            }
            return content
        }

        /// Takes a line of blanks or of delimiters only; `false` when the next line is no such line.
        mutating func takeEmptyLine(_ delimiter: UInt8) -> Bool {
            let content = takeLine()
            let blanks = content.filter { $0 == 0x20 || $0 == 0x09 }
            return content.allSatisfy { $0 == delimiter }
                || blanks.count == content.count && !content.contains(delimiter)
        }

        /// Takes one record.
        ///
        /// - Parameter isChecked: Whether the bytes must be text.
        mutating func record(
            _ delimiter: UInt8, names: [String], isChecked: Bool = true
        ) throws(MicrodataError) -> [[UInt8]] {
            let start = line
            var fields: [[UInt8]] = []
            while true {
                let column = fields.count + 1
                let name = fields.count < names.count && !names[fields.count].isEmpty ? names[fields.count] : nil
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
                if isChecked, field.contains(0) {
                    throw .zeroByte(source: source, line: start, column: column, name: name)
                }
                if isChecked, String(validating: field, as: UTF8.self) == nil {
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
