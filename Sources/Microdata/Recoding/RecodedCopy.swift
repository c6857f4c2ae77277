/// Copies the records of a delimited file in their order, with some fields recoded and some left out: lines end with LF, and
/// fields are quoted only where they must be.
public struct RecodedCopy: Sendable {
    /// The delimiter, as for reading.
    public var delimiter: UInt8?
    /// Recoded fields, with a value for each record; all others keep their text.
    public var recoded: [Column] = []
    /// The fields that are suppressed in some records.
    public var suppressedFields: [String] = []
    /// Whether those fields are suppressed in each record; no record when empty.
    public var isSuppressed: [Bool] = []
    /// Fields that the copy does not have.
    public var leftOut: [String] = []
    /// The records that the file has.
    public var records: Int

    /// What becomes of a field.
    private enum Action {
        case keep(isSuppressed: Bool)
        case replace(recoded: Int, isSuppressed: Bool)
        case leaveOut
    }

    /// A copy of a file with so many records.
    public init(records: Int) { self.records = records }

    /// Copies a file, plain or compressed.
    ///
    /// - Parameters:
    ///   - path: The file; it is read once more, so it cannot be standard input.
    ///   - progress: Called now and then with the records copied.
    ///   - take: Takes the bytes of the copy, piece by piece.
    /// - Throws: `MicrodataError` when the file cannot be read, `RecodingError.changedMeanwhile` when it no longer is what was
    ///   read before, and what `take` throws.
    /// - Complexity: O(bytes) time; memory for a few pieces.
    public func copy(
        fileAt path: String, progress: ((_ records: Int) -> Void)? = nil, to take: ([UInt8]) throws -> Void
    ) throws {
        let file = try OpenedFile(path)
        var copy = self
        copy.delimiter = file.delimiter ?? delimiter
        var run = Run(copy: copy, path: path)
        switch file.content {
        case .whole(let bytes):
            guard let base = bytes.baseAddress, bytes.count > 0 else { throw MicrodataError.emptyFile(source: path) }
            let hasMark = unsafe bytes.count >= 3 && bytes[0] == 0xef && bytes[1] == 0xbb && bytes[2] == 0xbf
            var position = 0
            while position < bytes.count {
                // Pieces of the mapped file, so that what was copied can leave the memory.
                let window = unsafe TextWindow(
                    text: base.assumingMemoryBound(to: UInt8.self) + position, count: bytes.count - position,
                    following: -1)
                let start = position == 0 && hasMark ? 3 : 0
                let consumed = try run.copy(window, from: start, atMost: 1 << 24, isLast: true)
                position += consumed
                file.releaseMapped(before: position)
                try file.requireUnchanged()
                progress?(run.records)
                try run.hand(to: take)
            }
        case .stream(let stream):
            let segment = TextSegment(1 << 22)
            var position = 0
            var isStart = true
            while true {
                try segment.refill(from: stream, keeping: position)
                let window = segment.window(from: 0)
                if window.count == 0, segment.isLast { break }
                let hasMark =
                    unsafe isStart && window.count >= 3 && window.text[0] == 0xef && window.text[1] == 0xbb
                    && window.text[2] == 0xbf
                position = try run.copy(
                    window, from: hasMark ? 3 : 0, atMost: .max, isLast: segment.isLast)
                if position > 0 { isStart = false }
                progress?(run.records)
                try run.hand(to: take)
                if segment.isLast && position == segment.count { break }
            }
        }
        try file.requireUnchanged()
        try run.finish()
    }

    /// One pass over a file.
    private struct Run {
        let copy: RecodedCopy
        let path: String
        private(set) var records = 0
        private var actions: [Action] = []
        private var delimiter: UInt8 = 0
        private var out: [UInt8] = []

        init(copy: RecodedCopy, path: String) {
            self.copy = copy
            self.path = path
        }

        /// Copies complete records; returns where the first begins that is not.
        mutating func copy(_ window: TextWindow, from start: Int, atMost limit: Int, isLast: Bool) throws -> Int {
            var position = start
            if actions.isEmpty {
                guard let header = try Header(window, start: start, delimiter: copy.delimiter, source: path) else {
                    return 0
                }
                plan(header)
                position = header.end
            }
            var tokenizer = RecordTokenizer(delimiter: delimiter)
            // The only reference to the bytes while they grow, so that they are never copied.
            var line = out
            out = []
            while position < window.count, position < limit {
                if records == copy.records { throw RecodingError.changedMeanwhile(source: path) }
                let mark = line.count
                var fields = 0
                var isFirst = true
                let (record, actions, delimiter) = (records, actions, delimiter)
                let isSuppressed = !copy.isSuppressed.isEmpty && copy.isSuppressed[record]
                let recoded = copy.recoded
                let ending = unsafe tokenizer.record(
                    in: window.text, count: window.count, from: position, following: window.following
                ) { number, content in
                    fields = number + 1
                    guard number < actions.count else { return }
                    if case .leaveOut = actions[number] { return }
                    if !isFirst { line.append(delimiter) }
                    isFirst = false
                    switch actions[number] {
                    case .keep(let canBeSuppressed):
                        if isSuppressed, canBeSuppressed {
                            line.append(UInt8(ascii: "*"))
                        } else {
                            unsafe RecodedCopy.append(content, to: &line, delimiter)
                        }
                    case .replace(let index, let canBeSuppressed):
                        if isSuppressed, canBeSuppressed {
                            line.append(UInt8(ascii: "*"))
                        } else {
                            let code = recoded[index].codes[record]
                            // A missing value is empty, whatever text meant it.
                            if code != recoded[index].missingCode {
                                RecodedCopy.append(recoded[index].dictionary[utf8: Int(code)], to: &line, delimiter)
                            }
                        }
                    case .leaveOut: break
                    }
                }
                switch ending {
                case .complete(let next) where fields == actions.count:
                    line.append(UInt8(ascii: "\n"))
                    records += 1
                    position = next
                case .incomplete where !isLast:
                    line.removeLast(line.count - mark)
                    out = line
                    return position
                default: throw RecodingError.changedMeanwhile(source: path)
                }
            }
            out = line
            return position
        }

        /// Hands on what there is.
        mutating func hand(to take: ([UInt8]) throws -> Void) throws {
            if out.isEmpty { return }
            try take(out)
            out.removeAll(keepingCapacity: true)
        }

        func finish() throws {
            if records != copy.records { throw RecodingError.changedMeanwhile(source: path) }
        }

        private mutating func plan(_ header: Header) {
            delimiter = header.delimiter
            var isFirst = true
            for name in header.names {
                if copy.leftOut.contains(name) {
                    actions.append(.leaveOut)
                    continue
                }
                let canBeSuppressed = copy.suppressedFields.contains(name)
                if let index = copy.recoded.firstIndex(where: { $0.name == name }) {
                    actions.append(.replace(recoded: index, isSuppressed: canBeSuppressed))
                } else {
                    actions.append(.keep(isSuppressed: canBeSuppressed))
                }
                if !isFirst { out.append(delimiter) }
                isFirst = false
                RecodedCopy.append(Array(name.utf8)[...], to: &out, delimiter)
            }
            out.append(UInt8(ascii: "\n"))
        }
    }

    /// Adds a field, in quotes where it holds a delimiter, a quote or a line end.
    private static func append(_ field: some Collection<UInt8>, to line: inout [UInt8], _ delimiter: UInt8) {
        let quote = UInt8(ascii: "\"")
        if !field.contains(where: { $0 == delimiter || $0 == quote || $0 == 10 || $0 == 13 }) {
            line.append(contentsOf: field)
            return
        }
        line.append(quote)
        for byte in field {
            if byte == quote { line.append(quote) }
            line.append(byte)
        }
        line.append(quote)
    }
}
