/// Whether a workbook was written whole: every part of the zip file can be unpacked, and all its elements are closed.
enum WorkbookCheck {
    /// Reads a workbook.
    ///
    /// - Complexity: O(bytes) time; memory for its largest part.
    static func isWhole(_ bytes: [UInt8]) -> Bool {
        guard let parts = parts(of: bytes) else { return false }
        return !parts.isEmpty && parts.allSatisfy { part in unpacked(part, of: bytes).map(isClosed) ?? false }
    }

    /// A part of a zip file.
    private struct Part {
        let packed: Range<Int>
        let isDeflated: Bool
        let size: Int
    }

    /// The parts that the directory at the end of a zip file names; `nil` when it is damaged.
    private static func parts(of bytes: [UInt8]) -> [Part]? {
        func number(_ width: Int, at place: Int) -> Int? {
            if place < 0 || place > bytes.count - width { return nil }
            return bytes[place..<place + width].reversed().reduce(0) { ($0 << 8) | Int($1) }
        }
        // No comment follows the end record, which takes 22 bytes.
        let end = bytes.count - 22
        guard number(4, at: end) == 0x0605_4b50, let count = number(2, at: end + 10),
            var place = number(4, at: end + 16)
        else { return nil }
        var parts: [Part] = []
        for _ in 0..<count {
            guard number(4, at: place) == 0x0201_4b50, let method = number(2, at: place + 10),
                let packedSize = number(4, at: place + 20), let size = number(4, at: place + 24),
                let nameLength = number(2, at: place + 28), let extraLength = number(2, at: place + 30),
                let commentLength = number(2, at: place + 32), let header = number(4, at: place + 42),
                let ownNameLength = number(2, at: header + 26), let ownExtraLength = number(2, at: header + 28)
            else { return nil }
            let start = header + 30 + ownNameLength + ownExtraLength
            if start + packedSize > end { return nil }
            parts.append(Part(packed: start..<start + packedSize, isDeflated: method == 8, size: size))
            place += 46 + nameLength + extraLength + commentLength
        }
        return parts
    }

    private static func unpacked(_ part: Part, of bytes: [UInt8]) -> [UInt8]? {
        let packed = bytes[part.packed]
        return part.isDeflated ? CLibraries.inflated(packed, size: part.size) : Array(packed)
    }

    /// Whether there are elements and each is closed; `<` and `>` are always escaped in what the library writes.
    static func isClosed(_ text: [UInt8]) -> Bool {
        var open: [ArraySlice<UInt8>] = []
        var elements = 0
        var place = 0
        while let start = text[place...].firstIndex(of: UInt8(ascii: "<")) {
            guard let end = text[start...].firstIndex(of: UInt8(ascii: ">")) else { return false }
            let tag = text[start + 1..<end]
            place = end + 1
            guard let first = tag.first, let last = tag.last else { return false }
            if first == UInt8(ascii: "?") { continue }
            if first == UInt8(ascii: "/") {
                if open.popLast() != tag.dropFirst() { return false }
            } else {
                elements += 1
                if last != UInt8(ascii: "/") { open.append(tag.prefix { $0 != UInt8(ascii: " ") }) }
            }
        }
        return elements > 0 && open.isEmpty
    }
}
