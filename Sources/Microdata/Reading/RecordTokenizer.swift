/// Takes delimited text apart byte by byte: RFC 4180, read leniently where that loses nothing.
///
/// - Fields end at the delimiter, records at LF or CRLF; a CR elsewhere is an ordinary character.
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
    ///   - isLast: Whether nothing comes after the text.
    ///   - field: Called for each field with its number from 0 and its content.
    /// - Complexity: O(bytes of the record) time; memory for the longest field with doubled quotes.
    mutating func record(
        in text: UnsafePointer<UInt8>, count: Int, from start: Int, isLast: Bool,
        _ field: (_ number: Int, _ content: UnsafeBufferPointer<UInt8>) -> Void
    ) -> Ending {
        var position = start
        var number = 0
        while true {
            var end = position
            if unsafe position < count && text[position] == Self.quote {
                unquoted.removeAll(keepingCapacity: true)
                var from = position + 1
                var doubled = false
                end = from
                while true {
                    while unsafe end < count && text[end] != Self.quote { end += 1 }
                    if end == count { return isLast ? .unclosedQuote(field: number) : .incomplete }
                    if end + 1 == count && !isLast { return .incomplete }
                    guard unsafe end + 1 < count && text[end + 1] == Self.quote else { break }
                    doubled = true
                    unsafe unquoted.append(contentsOf: UnsafeBufferPointer(start: text + from, count: end + 1 - from))
                    end += 2
                    from = end
                }
                if doubled {
                    unsafe unquoted.append(contentsOf: UnsafeBufferPointer(start: text + from, count: end - from))
                    unsafe unquoted.withUnsafeBufferPointer { unsafe field(number, $0) }
                } else {
                    unsafe field(number, UnsafeBufferPointer(start: text + from, count: end - from))
                }
                end += 1
                let isReturn = unsafe end < count && text[end] == Self.carriageReturn
                if isReturn && end + 1 == count && !isLast { return .incomplete }
                if unsafe isReturn && end + 1 < count && text[end + 1] == Self.lineFeed { end += 1 }
            } else {
                while unsafe end < count && text[end] != delimiter && text[end] != Self.lineFeed { end += 1 }
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
            let stop = unsafe text[end]
            if stop == Self.lineFeed { return .complete(next: end + 1) }
            if stop != delimiter { return .textAfterQuote(field: number) }
            number += 1
            position = end + 1
        }
    }
}
