/// Takes delimited text apart byte by byte: RFC 4180, read leniently where that loses nothing.
///
/// - Fields end at the delimiter, records at LF, CRLF, or CR alone.
/// - A field that starts with a quote ends at the next quote that is not doubled; it may hold delimiters and line ends.
/// - A quote inside a field that does not start with one is an ordinary character.
/// - The last record may lack its line end.
///
/// It knows bytes only: no file, no column names, no errors for people.
struct RecordTokenizer {
    /// How a record ended.
    enum Ending: Hashable {
        /// At a line end or the end of the text; the next record starts at the position.
        case complete(next: Int)
        /// The text ends within the record and more may come.
        case incomplete
        /// A quoted field is not closed; fields count from 0.
        case unclosedQuote(field: Int)
        /// Text follows a closing quote; fields count from 0.
        case textAfterQuote(field: Int)
    }

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    let delimiter: UInt8

    /// The content of the field with doubled quotes undoubled, used again for each field that has any.
    private var unquoted: [UInt8] = []

    init(delimiter: UInt8) {
        self.delimiter = delimiter
    }

    /// Reads one record.
    ///
    /// - Parameters:
    ///   - text: All bytes at hand, of which `count` are valid.
    ///   - start: Where the record starts, below `count`.
    ///   - following: The byte after the text, or a negative number when nothing comes after it.
    ///   - field: Called for each field with its number from 0 and its content.
    /// - Complexity: O(bytes of the record) time; memory for the longest field with doubled quotes.
    mutating func record(
        in text: UnsafePointer<UInt8>, count: Int, from start: Int, following: Int32,
        _ field: (_ number: Int, _ content: UnsafeBufferPointer<UInt8>) -> Void
    ) -> Ending {
        let isLast = following < 0
        var position = start
        var number = 0
        while true {
            var end = position
            if unsafe position < count && text[position] == Self.quote {
                guard let closing = unsafe quotedField(text, count: count, from: position, { unsafe field(number, $0) })
                else { return isLast ? .unclosedQuote(field: number) : .incomplete }
                end = closing + 1
                if unsafe end < count && text[end] == Self.carriageReturn
                    && Self.next(text, count, end, following) == Self.lineFeed
                {
                    end += 1
                }
            } else {
                while unsafe end < count && text[end] != delimiter
                    && !Self.isRecordEnd(text, count: count, at: end, following: following)
                {
                    end += 1
                }
                if end == count && !isLast { return .incomplete }
                var length = end - position
                if unsafe end < count && text[end] == Self.lineFeed && length > 0
                    && text[end - 1] == Self.carriageReturn
                {
                    length -= 1
                }
                unsafe field(number, UnsafeBufferPointer(start: text + position, count: length))
            }
            if end == count { return isLast ? .complete(next: count) : .incomplete }
            if unsafe Self.isRecordEnd(text, count: count, at: end, following: following) {
                return .complete(next: end + 1)
            }
            if unsafe text[end] != delimiter { return .textAfterQuote(field: number) }
            number += 1
            position = end + 1
        }
    }

    /// Whether the bytes of a record, with its line end, are a line of blanks or of delimiters only.
    static func isEmpty(_ record: UnsafeBufferPointer<UInt8>, delimiter: UInt8) -> Bool {
        var count = record.count
        while unsafe count > 0 && (record[count - 1] == lineFeed || record[count - 1] == carriageReturn) { count -= 1 }
        let content = unsafe UnsafeBufferPointer(rebasing: record[..<count])
        return unsafe content.allSatisfy { $0 == delimiter }
            || content.allSatisfy { $0 != delimiter && ($0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t")) }
    }

    /// Whether a byte outside quotes ends a record: LF, or CR that no LF follows.
    static func isRecordEnd(_ text: UnsafePointer<UInt8>, count: Int, at position: Int, following: Int32) -> Bool {
        let byte = unsafe text[position]
        if byte == lineFeed { return true }
        return unsafe byte == carriageReturn && next(text, count, position, following) != lineFeed
    }

    private static func next(
        _ text: UnsafePointer<UInt8>, _ count: Int, _ position: Int, _ following: Int32
    ) -> UInt8? {
        if position + 1 < count { return unsafe text[position + 1] }
        return following < 0 ? nil : UInt8(following)
    }

    /// Passes on the content of a quoted field; `nil` when the text ends before the closing quote, else where that is.
    private mutating func quotedField(
        _ text: UnsafePointer<UInt8>, count: Int, from start: Int, _ field: (UnsafeBufferPointer<UInt8>) -> Void
    ) -> Int? {
        unquoted.removeAll(keepingCapacity: true)
        var from = start + 1
        var end = from
        while true {
            while unsafe end < count && text[end] != Self.quote { end += 1 }
            if end == count { return nil }
            guard unsafe end + 1 < count && text[end + 1] == Self.quote else { break }
            unsafe unquoted.append(contentsOf: UnsafeBufferPointer(start: text + from, count: end + 1 - from))
            end += 2
            from = end
        }
        let rest = unsafe UnsafeBufferPointer(start: text + from, count: end - from)
        if unquoted.isEmpty {
            unsafe field(rest)
        } else {
            unsafe unquoted.append(contentsOf: rest)
            unsafe unquoted.withUnsafeBufferPointer { unsafe field($0) }
        }
        return end
    }
}
