/// A Swift source whose comments, texts and patterns are blank, each byte at its place and each line with its end.
///
/// What stands in `\( )` within a text is code.
struct SourceCode {
    /// The bytes of the source.
    private let source: [UInt8]
    /// The same with blanks.
    private(set) var bytes: [UInt8] = []

    init(_ source: String) {
        self.source = Array(source.utf8)
        bytes.reserveCapacity(self.source.count)
        copyCode(toParenthesis: false)
    }

    private var at: Int { bytes.count }
    private var isAtEnd: Bool { at == source.count }

    private func starts(with text: String, after offset: Int = 0) -> Bool {
        source.dropFirst(at + offset).starts(with: text.utf8)
    }

    private mutating func keep() { bytes.append(source[at]) }

    private mutating func blank(_ count: Int = 1) {
        for byte in source[at..<min(at + count, source.count)] {
            bytes.append(byte == UInt8(ascii: "\n") ? byte : UInt8(ascii: " "))
        }
    }

    /// Copies code up to its end, or to the parenthesis that ends what a text holds of it.
    private mutating func copyCode(toParenthesis: Bool) {
        var open = 0
        while !isAtEnd {
            if starts(with: "//") {
                while !isAtEnd, source[at] != UInt8(ascii: "\n") { blank() }
            } else if starts(with: "/*") {
                blankComment()
            } else if let hashes = hashes(before: "\"") {
                copyText(hashes)
            } else if let hashes = hashes(before: "/"), hashes > 0 || isPattern {
                blankPattern(hashes)
            } else {
                if source[at] == UInt8(ascii: "(") { open += 1 }
                if source[at] == UInt8(ascii: ")") { open -= 1 }
                if toParenthesis, open < 0 { return }
                keep()
            }
        }
    }

    /// The number of hashes, none among them, that stand here before a text.
    private func hashes(before text: String) -> Int? {
        let count = source[at...].prefix { $0 == UInt8(ascii: "#") }.count
        return starts(with: text, after: count) ? count : nil
    }

    private mutating func blankComment() {
        var open = 0
        repeat {
            let (isStart, isEnd) = (starts(with: "/*"), starts(with: "*/"))
            open += isStart ? 1 : isEnd ? -1 : 0
            blank(isStart || isEnd ? 2 : 1)
        } while open > 0 && !isAtEnd
    }

    private mutating func copyText(_ hashes: Int) {
        let marks = String(repeating: "#", count: hashes)
        let quotes = starts(with: "\"\"\"", after: hashes) ? "\"\"\"" : "\""
        blank(hashes + quotes.utf8.count)
        while !isAtEnd {
            if starts(with: quotes + marks) { return blank(quotes.utf8.count + hashes) }
            if starts(with: "\\" + marks + "(") {
                blank(hashes + 2)
                copyCode(toParenthesis: true)
            } else {
                blank(starts(with: "\\" + marks) ? hashes + 2 : 1)
            }
        }
    }

    /// Whether the slash here begins a pattern: a value is due, and another slash stands in the line.
    private var isPattern: Bool {
        let before = bytes.last { $0 != UInt8(ascii: " ") } ?? UInt8(ascii: "\n")
        let line = source[(at + 1)...].prefix { $0 != UInt8(ascii: "\n") }
        guard let first = line.first, !" )".utf8.contains(first) else { return false }
        return "(,=:[{?&|\n".utf8.contains(before) && line.contains(UInt8(ascii: "/"))
    }

    private mutating func blankPattern(_ hashes: Int) {
        let end = "/" + String(repeating: "#", count: hashes)
        blank(hashes + 1)
        while !isAtEnd, !starts(with: end) { blank(source[at] == UInt8(ascii: "\\") ? 2 : 1) }
        blank(hashes + 1)
    }
}
