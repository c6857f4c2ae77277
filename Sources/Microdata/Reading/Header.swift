/// The header of a delimited text: its names, its delimiter, and where the records start.
struct Header {
    /// The names in the order of the text; empty for a column without one.
    var names: [String]
    var delimiter: UInt8
    /// The byte after the header's line.
    var end: Int
    /// The line of the header, from 1.
    var line = 1
    /// The lines without any text above the header and below the lines to skip.
    var emptyLines = 0
    /// Another delimiter that would cut the header, when nothing but the number of fields decided.
    var alternative: UInt8?
    /// Whether the records have one field more than the header: a first one without a name, or an empty one at the end.
    var isShort = false
    /// Whether its cells occur among the values of their columns, as those of a record do.
    private(set) var looksLikeRecord = false

    /// The line and the fields of the first record, where it has another number of fields than the header.
    private(set) var unlikeRecord: (line: Int, fields: Int)?

    /// The number of fields of every record.
    var fields: Int { names.count + (isShort ? 1 : 0) }

    /// The names that fields can be asked for by.
    var named: [String] { names.filter { !$0.isEmpty } }

    private static let candidates = [",", ";", "\t", "|"].map { Array($0.utf8)[0] }

    /// Reads the header, and looks at the first record; `nil` when the text ends before and more may come.
    ///
    /// Above the header there may be a byte-order mark, lines to skip, lines without text, and a line such as `sep=;`, which
    /// names the delimiter.
    ///
    /// - Parameters:
    ///   - delimiter: The delimiter, or `nil` to take the candidate that makes the most fields, earlier ones first; one that
    ///     makes all of the fields that are asked for comes before all others.
    ///   - isAll: Whether no more will come: a first record that does not end is left to the reading of records then.
    init?(
        _ window: TextWindow, _ settings: DelimitedReading, isAll: Bool, source: String
    ) throws(MicrodataError) {
        var opening = Opening(window)
        guard let delimiter = try opening.skip(settings.skippedLines, source: source) else { return nil }
        guard
            let header = try Header(
                window, opening, delimiter: settings.delimiter ?? delimiter.found, wanted: settings.columns,
                source: source)
        else { return nil }
        self = header
        line = opening.line
        emptyLines = opening.emptyLines
        guard let (first, place) = firstRecord(in: window) ?? (isAll ? (0, end) : nil) else { return nil }
        guard let sample = sample(in: window) ?? (isAll ? [] : nil) else { return nil }
        // A delimiter at the end of the header alone.
        while first > 0, names.count > max(first, 1), names.last == "" { names.removeLast() }
        isShort = names.count > 1 && first == names.count + 1
        if first > 0, first != fields {
            unlikeRecord = (1 + window.lines(before: place), first)
        }
        try validate(source)
        if isShort { return }
        switch HeaderLikeness(of: names, above: sample) {
        case .header: break
        case .doubtful: looksLikeRecord = true
        case .record: throw .recordAsHeader(source: source, line: line)
        }
    }

    /// Cuts one line by each delimiter that may be meant.
    private init?(
        _ window: TextWindow, _ opening: Opening, delimiter: UInt8?, wanted: [String]?, source: String
    ) throws(MicrodataError) {
        var found: [Header] = []
        var failure: MicrodataError?
        for candidate in delimiter.map({ [$0] }) ?? Self.candidates {
            var tokenizer = RecordTokenizer(delimiter: candidate)
            var names: [String] = []
            var invalid: (field: Int, fault: FieldFault)?
            let ending = tokenizer.record(in: window, from: opening.position) { _, content in
                if invalid == nil { invalid = FieldFault(in: content).map { (names.count, $0) } }
                names.append(String(decoding: content.array, as: UTF8.self))
            }
            if let invalid {
                failure =
                    failure
                    ?? invalid.fault.error(source: source, line: opening.line, column: invalid.field + 1, name: nil)
                continue
            }
            switch ending {
            case .incomplete: return nil
            case .unclosedQuote(let field):
                failure = failure ?? .unclosedQuote(source: source, line: opening.line, column: field + 1, name: nil)
            case .textAfterQuote(let field):
                failure = failure ?? .textAfterQuote(source: source, line: opening.line, column: field + 1, name: nil)
            case .complete(let next): found.append(Header(names: names, delimiter: candidate, end: next))
            }
        }
        // Sorting is not stable, so the order of the candidates is part of what decides.
        let wanted = Set(wanted ?? [])
        // A line that is not cut is no sign that what stands in it is no delimiter.
        func hasAll(_ header: Header) -> Bool {
            !wanted.isEmpty && wanted.isSubset(of: header.names) && header.names.count > 1
        }
        let best = found.indices.max { left, right in
            let (left, right) = (found[left], found[right])
            if hasAll(left) != hasAll(right) { return hasAll(right) }
            return left.names.count < right.names.count
        }
        guard let best else { throw failure ?? .emptyFile(source: source) }
        // `max` returns the last of equals.
        let first = found.indices.first {
            found[$0].names.count == found[best].names.count && hasAll(found[$0]) == hasAll(found[best])
        }
        self = found[first ?? best]
        let (own, isDecided) = (self.delimiter, hasAll(self))
        if !isDecided { alternative = found.first { $0.delimiter != own && $0.names.count > 1 }?.delimiter }
    }

    private init(names: [String], delimiter: UInt8, end: Int) {
        self.names = names
        self.delimiter = delimiter
        self.end = end
    }

    /// The fields of the first record that is not empty, and where it begins; 0 without any, or when it is not one; `nil` when
    /// more may come.
    private func firstRecord(in window: TextWindow) -> (fields: Int, place: Int)? {
        var tokenizer = RecordTokenizer(delimiter: delimiter)
        var position = end
        while position < window.count {
            var fields = 0
            let ending = tokenizer.record(in: window, from: position) { number, _ in fields = number + 1 }
            switch ending {
            case .incomplete: return nil
            case .unclosedQuote, .textAfterQuote: return (0, position)
            case .complete(let next):
                if !window.isEmpty(position..<next, delimiter: delimiter) { return (fields, position) }
                position = next
            }
        }
        return window.following < 0 ? (0, position) : nil
    }

    /// Some of the first records, as far as they are well-formed; `nil` when more may come.
    private func sample(in window: TextWindow) -> [[String]]? {
        var tokenizer = RecordTokenizer(delimiter: delimiter)
        var records: [[String]] = []
        var position = end
        while position < window.count, records.count < HeaderLikeness.records {
            var cells: [String] = []
            let ending = tokenizer.record(in: window, from: position) { _, content in
                cells.append(String(decoding: content.extracting(first: 64).array, as: UTF8.self))
            }
            switch ending {
            case .incomplete: return nil
            case .unclosedQuote, .textAfterQuote: return records
            case .complete(let next): position = next
            }
            records.append(cells)
        }
        return records.count == HeaderLikeness.records || window.following < 0 ? records : nil
    }

    private func validate(_ source: String) throws(MicrodataError) {
        if names.allSatisfy(\.isEmpty) { throw .emptyHeader(source: source, line: line) }
        var columnOf: [String: Int] = [:]
        for (index, name) in names.enumerated() where !name.isEmpty {
            if let first = columnOf[name] {
                throw .duplicateHeader(source: source, columns: [first + 1, index + 1], line: line)
            }
            columnOf[name] = index
        }
    }
}

/// What comes before the header of a text.
private struct Opening {
    private let window: TextWindow
    private(set) var position = 0
    private(set) var line = 1
    private(set) var emptyLines = 0

    init(_ window: TextWindow) { self.window = window }

    /// Goes to the line of the header; `nil` when the text ends before it and more may come.
    ///
    /// - Returns: The delimiter that a line `sep=` names.
    mutating func skip(_ lines: Int, source: String) throws(MicrodataError) -> (found: UInt8?, Void)? {
        let mark = ByteOrderMark.bytes
        if window.count < mark.count, window.following >= 0 { return nil }
        if window.count >= mark.count, (0..<mark.count).allSatisfy({ window[$0] == mark[$0] }) {
            position = mark.count
        }
        var delimiter: UInt8?
        var skipped = 0
        while position < window.count {
            guard let end = lineEnd() else { return nil }
            let text = Self.trimmed(window.array(position..<end))
            if skipped < lines {
                skipped += 1
            } else if let named = Self.separator(text), delimiter == nil {
                delimiter = named
            } else if text.isEmpty || lines > 0 && Self.isPadding(text) {
                emptyLines += 1
            } else {
                return (delimiter, ())
            }
            position = end
            line += 1
        }
        if window.following < 0 { throw .emptyFile(source: source) }
        return nil
    }

    /// The position after the line, with its end; `nil` when more may come.
    private func lineEnd() -> Int? {
        var end = position
        while end < window.count, !window.isRecordEnd(end) { end += 1 }
        if end < window.count { return end + 1 }
        return window.following < 0 ? end : nil
    }

    private static func trimmed(_ line: [UInt8]) -> [UInt8] {
        let blanks = [0x20, 0x09, 0x0d, 0x0a].map(UInt8.init)
        let isSeparator = line.count > 4 && line.starts(with: Array("sep=".utf8))
        var text = line
        while let last = text.last, isSeparator ? last == 0x0d || last == 0x0a : blanks.contains(last) {
            text.removeLast()
        }
        return Array(text.drop { blanks.contains($0) })
    }

    /// Whether a line is of delimiters only, as spreadsheets pad lines between a title and the header.
    private static func isPadding(_ line: [UInt8]) -> Bool {
        [0x2c, 0x3b, 0x7c].contains { delimiter in line.allSatisfy { $0 == delimiter } }
    }

    /// The delimiter of a line such as `sep=;`, as spreadsheets write and read it.
    private static func separator(_ line: [UInt8]) -> UInt8? {
        var line = line
        if line.count == 7, line.first == 0x22, line.last == 0x22 { line = Array(line[1..<6]) }
        guard line.count == 5, String(decoding: line[..<4], as: UTF8.self).lowercased() == "sep=" else { return nil }
        return [0x2c, 0x3b, 0x09, 0x7c].contains(line[4]) ? line[4] : nil
    }
}
