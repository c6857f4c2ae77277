/// Writes fields as delimited text with commas, and quotes where they must be.
struct DelimitedLine: Sendable {
    static let delimiter = UInt8(ascii: ",")

    /// The text so far.
    private(set) var bytes: [UInt8] = []

    /// Takes the text away.
    mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    mutating func append(field: some StringProtocol, isFirst: Bool) {
        if !isFirst { bytes.append(Self.delimiter) }
        let text = field.utf8
        let mustQuote = text.contains {
            $0 == Self.delimiter || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
        }
        if !mustQuote {
            bytes.append(contentsOf: text)
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in text {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func end() { bytes.append(UInt8(ascii: "\n")) }
}
