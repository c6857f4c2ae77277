/// Renders a JSON value for programs and people: the outermost members, and down to a depth whatever holds lists or
/// objects, are one to a line; the rest is compact.
///
/// Source: RFC 8259.
public struct JSONRenderer: Sendable {
    /// Levels that are spread over lines; what is nested deeper stays on one line, and all of it with no such level.
    public var spread = 2

    /// A JSON renderer.
    public init() {}

    /// Writes the value and a line break.
    ///
    /// - Throws: What the stream's receiver throws.
    /// - Complexity: O(values) time, O(one element of a list) memory.
    public func render(_ value: JSONValue, into stream: inout ByteStream) throws {
        try write(value, depth: 0, into: &stream)
        try stream.write("\n")
    }

    private func write(_ value: JSONValue, depth: Int, into stream: inout ByteStream) throws {
        switch value {
        case .null: try stream.write("null")
        case .bool(let flag): try stream.write(flag ? "true" : "false")
        case .integer(let number): try stream.write(String(number))
        case .real(let number):
            precondition(number.isFinite, "JSON has no number for \(number); write null and a reason")
            try stream.write(String(describing: number))
        case .string(let text): try write(quoted: text, into: &stream)
        case .array(let elements):
            try group(
                "[", "]", count: elements.count, isSpread: depth < spread && elements.contains(where: \.isNested),
                depth: depth, into: &stream
            ) {
                try write(elements[$0], depth: depth + 1, into: &$1)
            }
        case .list(let count, let element):
            try group("[", "]", count: count, isSpread: depth < spread, depth: depth, into: &stream) {
                try write(element($0), depth: depth + 1, into: &$1)
            }
        case .object(let members):
            try group(
                "{", "}", count: members.count,
                isSpread: depth < spread && (depth == 0 || members.contains(where: \.value.isNested)), depth: depth,
                into: &stream
            ) {
                try write(quoted: members[$0].name, into: &$1)
                try $1.write(": ")
                try write(members[$0].value, depth: depth + 1, into: &$1)
            }
        }
    }

    private func group(
        _ open: String, _ close: String, count: Int, isSpread: Bool, depth: Int, into stream: inout ByteStream,
        write: (Int, inout ByteStream) throws -> Void
    ) throws {
        try stream.write(open)
        if count == 0 { return try stream.write(close) }
        let margin = isSpread ? "\n" + String(repeating: "  ", count: depth + 1) : ""
        let separator = isSpread ? "," + margin : ", "
        try stream.write(margin)
        for index in 0..<count {
            if index > 0 { try stream.write(separator) }
            try write(index, &stream)
        }
        if isSpread { try stream.write("\n" + String(repeating: "  ", count: depth)) }
        try stream.write(close)
    }

    /// Writes a text in quotes; one without anything to escape is written unchanged.
    private func write(quoted text: String, into stream: inout ByteStream) throws {
        guard Self.isPlain(text) else { return try stream.write(Self.quoted(text)) }
        try stream.write("\"")
        try stream.write(text)
        try stream.write("\"")
    }

    /// Whether nothing in a text needs to be escaped.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy {
            (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
        }
    }

    /// The text in quotes, with quotes, backslashes and whatever could steer a terminal escaped, so that the value stays what it is.
    ///
    /// - Parameter isInMarkup: Whether it is in a page, so that nothing in it may end a script.
    static func quoted(_ text: String, isInMarkup: Bool = false) -> String {
        if !isInMarkup && isPlain(text) { return "\"" + text + "\"" }
        // By scalars: a quote with a combining mark after it is one Character, and a quote all the same.
        var result = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result.append(contentsOf: "\\\"".unicodeScalars)
            case "\\": result.append(contentsOf: "\\\\".unicodeScalars)
            case "\n": result.append(contentsOf: "\\n".unicodeScalars)
            case "\r": result.append(contentsOf: "\\r".unicodeScalars)
            case "\t": result.append(contentsOf: "\\t".unicodeScalars)
            case _ where scalar.steers || scalar.isNoCharacter,
                "<" where isInMarkup, ">" where isInMarkup, "&" where isInMarkup:
                let digits = String(scalar.value, radix: 16)
                result.append(
                    contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars)
            default: result.append(scalar)
            }
        }
        result.append("\"")
        return String(result)
    }
}

extension JSONValue {
    /// Whether the value holds others.
    fileprivate var isNested: Bool {
        switch self {
        case .array, .list, .object: true
        case .null, .bool, .integer, .real, .string: false
        }
    }
}
