/// Copies the records of a delimited file in their order, with some fields recoded and some left out: lines end with LF, and
/// fields are quoted only where they must be.
package struct RecodedCopy: Sendable {
    /// How the file is read: what counts are the delimiter, the lines to skip, the rows and the empty records.
    package var reading = DelimitedReading()
    /// What was noticed when the file was read.
    package var facts: ReadingFacts?
    /// Recoded fields, with a value for each record; all others keep their text.
    package var recoded: [Column] = []
    /// The fields that are suppressed in some records.
    package var suppressedFields: [String] = []
    /// Whether those fields are suppressed in each record; no record when empty.
    package var isSuppressed: [Bool] = []
    /// Fields that the copy does not have.
    package var leftOut: [String] = []
    /// The records that the file has.
    package var records: Int

    /// What becomes of a field.
    private enum Action {
        case keep(isSuppressed: Bool)
        case replace(recoded: Int, isSuppressed: Bool)
        case leaveOut
    }

    /// A copy of a file with so many records.
    package init(records: Int) { self.records = records }

    /// Copies a file, plain or compressed.
    ///
    /// - Parameters:
    ///   - path: The file; it is read once more, so it cannot be standard input.
    ///   - progress: Called now and then with the records copied.
    ///   - take: Takes the bytes of the copy, piece by piece.
    /// - Throws: `MicrodataError` when the file cannot be read, `GeneralisationError.changedMeanwhile` when it no longer is what was
    ///   read before, and what `take` throws.
    /// - Complexity: O(bytes) time; memory for a few pieces.
    package func copy(
        fileAt path: String, progress: ((_ records: Int) -> Void)? = nil, to take: ([UInt8]) throws -> Void
    ) throws {
        let file = try OpenedFile(path)
        var copy = self
        if let delimiter = file.delimiter {
            copy.reading.delimiter = delimiter
            copy.reading.keepsEmptyRecords = true
        }
        var run = Run(copy: copy, path: path)
        switch file.content {
        case .whole(let bytes):
            guard let base = bytes.baseAddress, bytes.count > 0 else { throw MicrodataError.emptyFile(source: path) }
            var position = 0
            while position < bytes.count && !run.isFull {
                // Pieces of the mapped file, so that what was copied can leave the memory.
                let window = unsafe TextWindow(
                    text: base.assumingMemoryBound(to: UInt8.self) + position, count: bytes.count - position,
                    following: -1)
                let consumed = try run.copy(window, atMost: 1 << 24, isLast: true)
                position += consumed
                file.releaseMapped(before: position)
                try file.requireUnchanged()
                progress?(run.records)
                try run.hand(to: take)
            }
        case .stream(let stream):
            let segment = TextSegment(1 << 22)
            var position = 0
            while !run.isFull {
                try segment.refill(from: stream, keeping: position)
                let window = segment.window(from: 0)
                if window.count == 0, segment.isLast { break }
                position = try run.copy(window, atMost: .max, isLast: segment.isLast)
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

        /// Whether all records that were asked for are copied, and what comes below is not looked at.
        var isFull: Bool { records == copy.reading.rows }

        /// Copies complete records; returns where the first begins that is not.
        mutating func copy(_ window: TextWindow, atMost limit: Int, isLast: Bool) throws -> Int {
            var position = 0
            if actions.isEmpty {
                guard let header = try Header(window, copy.reading, isAll: isLast, source: path) else { return 0 }
                plan(header)
                position = header.end
            }
            var tokenizer = RecordTokenizer(delimiter: delimiter)
            // The only reference to the bytes while they grow, so that they are never copied.
            var line = out
            out = []
            while position < window.count, position < limit, !isFull {
                let isEmpty = actions.count > 1 && isEmptyLine(window, position)
                if isEmpty, !copy.reading.keepsEmptyRecords {
                    guard let next = lineEnd(window, position) else { break }
                    position = next
                    continue
                }
                if records == copy.records { throw GeneralisationError.changedMeanwhile(source: path) }
                let mark = line.count
                let (fields, ending) = append(recordAt: position, of: window, &tokenizer, to: &line)
                switch ending {
                case .complete(let next) where fields == actions.count || isEmpty:
                    line.append(UInt8(ascii: "\n"))
                    records += 1
                    position = next
                case .incomplete where !isLast:
                    line.removeLast(line.count - mark)
                    out = line
                    return position
                default: throw GeneralisationError.changedMeanwhile(source: path)
                }
            }
            out = line
            return position
        }

        /// Adds a record to a line; returns the fields that it has and how it ends.
        @inline(__always)
        private func append(
            recordAt position: Int, of window: TextWindow, _ tokenizer: inout RecordTokenizer, to line: inout [UInt8]
        ) -> (fields: Int, ending: RecordTokenizer.Ending) {
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
                case .keep(isSuppressed: true) where isSuppressed, .replace(_, isSuppressed: true) where isSuppressed:
                    line.append(UInt8(ascii: "*"))
                case .keep: unsafe RecodedCopy.append(content, to: &line, delimiter)
                case .replace(let index, _):
                    let code = recoded[index].codes[record]
                    // A missing value is empty, whatever text meant it.
                    if code != recoded[index].missingCode {
                        RecodedCopy.append(recoded[index].dictionary[utf8: Int(code)], to: &line, delimiter)
                    }
                case .leaveOut: break
                }
            }
            return (fields, ending)
        }

        private func lineEnd(_ window: TextWindow, _ position: Int) -> Int? {
            var end = position
            while end < window.count, !window.isRecordEnd(end) { end += 1 }
            return end < window.count ? end + 1 : window.following < 0 ? end : nil
        }

        /// Whether a record is a line of blanks or of delimiters only.
        private func isEmptyLine(_ window: TextWindow, _ position: Int) -> Bool {
            // Nearly every record begins with something else.
            let byte = unsafe window.text[position]
            if byte > 0x20, byte != delimiter { return false }
            guard let end = lineEnd(window, position) else { return false }
            return unsafe RecordTokenizer.isEmpty(
                UnsafeBufferPointer(start: window.text + position, count: end - position), delimiter: delimiter)
        }

        /// Hands on what there is.
        mutating func hand(to take: ([UInt8]) throws -> Void) throws {
            if out.isEmpty { return }
            try take(out)
            out.removeAll(keepingCapacity: true)
        }

        func finish() throws {
            if records != copy.records { throw GeneralisationError.changedMeanwhile(source: path) }
        }

        private mutating func plan(_ header: Header) {
            delimiter = header.delimiter
            var isFirst = true
            var names = header.names
            // A first column without a name is copied, an empty cell behind the last is not.
            if header.isShort, copy.facts?.endsInEmptyCells == false { names.insert("", at: 0) }
            defer { if names.count < header.fields { actions.append(.leaveOut) } }
            for name in names {
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
