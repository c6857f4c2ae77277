internal import Foundation

/// Some records of a file, for what shows in few of them: the shape of values, and whether values come back.
///
/// A sample never fails: where a file cannot be sampled, there is none.
package struct FileSample: Sendable {
    /// Bytes of the start of the text.
    private static let startBytes = 1 << 18
    /// Bytes that are fetched at one place; a record that is longer is passed over.
    private static let pieceBytes = 1 << 13
    private static let delimiters = [",", ";", "\t", "|"].map { Array($0.utf8)[0] }

    private let path: String
    private let reading: DelimitedReading
    /// The size of a plain file; `nil` for other kinds, whose records cannot be reached out of order.
    private let plainBytes: Int?
    /// The bytes on disk.
    package let bytes: Int

    /// The sample of a file; `nil` for standard input, pipes and devices, which can be read only once.
    package init?(ofFileAt path: String, reading: DelimitedReading) {
        guard path != "-", let status = SystemCall.status(of: path), status.st_mode & S_IFMT == S_IFREG else {
            return nil
        }
        self.path = path
        self.reading = reading
        bytes = Int(status.st_size)
        let opened = ForeignFormat(path) == nil ? try? OpenedFile(path) : nil
        plainBytes = opened.flatMap { if case .whole = $0.content { Int(status.st_size) } else { nil } }
    }

    /// All columns of the first records.
    ///
    /// - Complexity: O(256 KiB) time and memory.
    package func start() -> Table? {
        guard let opened = try? OpenedFile(path), let start = try? Self.start(of: opened) else { return nil }
        var text = start.text
        var reading = reading
        reading.columns = nil
        reading.vocabularies = [:]
        reading.threads = 1
        reading.memoryLimit = nil
        reading.delimiter = opened.delimiter ?? reading.delimiter
        // What comes last in a piece of a file is nothing special.
        if !start.isWhole { reading.keepsEmptyRecords = true }
        if start.isWhole { return try? reading.table(from: text, named: path) }
        // The last record may not be whole, and its end may stand in quotes.
        for _ in 0..<8 {
            guard let end = text.lastIndex(where: { $0 == 10 || $0 == 13 }) else { return nil }
            text.removeSubrange(end...)
            if let table = try? reading.table(from: text, named: path) { return table }
        }
        return nil
    }

    private static func start(of file: OpenedFile) throws(MicrodataError) -> (text: [UInt8], isWhole: Bool) {
        switch file.content {
        case .whole(let bytes): return (bytes.prefix(startBytes), bytes.count <= startBytes)
        case .stream(let stream):
            let segment = TextSegment(startBytes)
            try segment.refill(from: stream, keeping: 0)
            let window = segment.window(from: 0)
            return (window.array(0..<window.count), segment.isLast)
        }
    }

    /// Whether a value of a field comes back among records from everywhere in a plain file.
    ///
    /// Places are drawn from a fixed stream of numbers. A record that is cut by a line end in quotes is passed over, so the
    /// answer may be wrong either way and is only good to decide whether all records are to be looked at.
    ///
    /// - Parameters:
    ///   - field: The position of the field.
    ///   - names: The number of fields.
    ///   - places: How many places are looked at.
    /// - Complexity: O(places) time and memory.
    package func repeats(field: Int, of names: Int, places: Int) -> Bool {
        guard let plainBytes, plainBytes > Self.pieceBytes else { return false }
        let file = SystemCall.open(path, O_RDONLY)
        if file < 0 { return false }
        defer { close(file) }
        let delimiters = reading.delimiter.map { [$0] } ?? Self.delimiters
        var seen = delimiters.map { _ in Set<[UInt8]>() }
        var lines: Set<Int> = []
        var state: UInt64 = 0x5eed
        var buffer = [UInt8](repeating: 0, count: Self.pieceBytes)
        for _ in 0..<places {
            let place = Int(Self.next(&state) % UInt64(plainBytes))
            let count = SystemCall.read(file, into: &buffer, at: place)
            guard count > 0, let before = buffer[..<count].firstIndex(of: 10),
                let end = buffer[(before + 1)..<count].firstIndex(of: 10),
                lines.insert(place + before).inserted
            else { continue }
            for (number, delimiter) in delimiters.enumerated() {
                let line = buffer[(before + 1)..<end]
                guard let value = Self.value(field, of: names, in: line, delimiter),
                    !value.isEmpty, !reading.missingValues.contains(String(decoding: value, as: UTF8.self))
                else { continue }
                if !seen[number].insert(value).inserted { return true }
            }
        }
        return false
    }

    /// A field of a line with so many fields; `nil` for other lines.
    private static func value(_ field: Int, of names: Int, in line: ArraySlice<UInt8>, _ delimiter: UInt8) -> [UInt8]? {
        var value: [UInt8] = []
        var position = 0
        var isQuoted = false
        for byte in line where byte != 13 {
            if byte == 34 {
                isQuoted.toggle()
            } else if byte == delimiter, !isQuoted {
                position += 1
            } else if position == field {
                value.append(byte)
            }
        }
        return position + 1 == names && !isQuoted ? value : nil
    }

    /// SplitMix64 (Steele, Lea and Flood 2014).
    private static func next(_ state: inout UInt64) -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
