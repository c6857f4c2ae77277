/// The header of a delimited text: its names, its delimiter, and where the records start.
struct Header {
    var names: [String]
    var delimiter: UInt8
    /// The byte after the header's line.
    var end: Int

    private static let candidates = [",", ";", "\t", "|"].map { Array($0.utf8)[0] }

    /// Reads the header; `nil` when the text ends within it and more may come.
    ///
    /// - Parameters:
    ///   - start: The first byte after a byte-order mark.
    ///   - delimiter: The delimiter, or `nil` to take the candidate that makes the most fields, earlier ones first.
    init?(
        _ text: UnsafePointer<UInt8>, count: Int, start: Int, delimiter: UInt8?, isLast: Bool, source: String
    ) throws(MicrodataError) {
        var best: Header?
        var failure: MicrodataError?
        for candidate in delimiter.map({ [$0] }) ?? Self.candidates {
            var tokenizer = RecordTokenizer(delimiter: candidate)
            var names: [String] = []
            var invalid: Int?
            let ending = unsafe tokenizer.record(in: text, count: count, from: start, isLast: isLast) { _, content in
                if invalid == nil, unsafe !content.isUTF8 { invalid = names.count }
                names.append(unsafe String(decoding: content, as: UTF8.self))
            }
            if let invalid {
                failure = failure ?? .invalidUTF8(source: source, line: 1, column: invalid + 1, name: nil)
                continue
            }
            switch ending {
            case .incomplete: return nil
            case .unclosedQuote(let field):
                failure = failure ?? .unclosedQuote(source: source, line: 1, column: field + 1, name: nil)
            case .textAfterQuote(let field):
                failure = failure ?? .textAfterQuote(source: source, line: 1, column: field + 1, name: nil)
            case .complete(let next):
                if best.map({ names.count > $0.names.count }) ?? true {
                    best = Header(names: names, delimiter: candidate, end: next)
                }
            }
        }
        guard let best else { throw failure ?? .emptyFile(source: source) }
        self = best
        try validate(source)
    }

    private init(names: [String], delimiter: UInt8, end: Int) {
        self.names = names
        self.delimiter = delimiter
        self.end = end
    }

    private func validate(_ source: String) throws(MicrodataError) {
        var columnOf: [String: Int] = [:]
        for (index, name) in names.enumerated() {
            if name.isEmpty { throw .emptyHeader(source: source, column: index + 1) }
            if let first = columnOf[name] {
                throw .duplicateHeader(source: source, name: name, columns: [first + 1, index + 1])
            }
            columnOf[name] = index
        }
    }
}
