/// Cuts a stream of bytes into lines.
struct LineSplitter: Sendable {
    /// Longer lines are cut; none of an answer is.
    private static let longest = 1 << 16

    private let ends: Set<UInt8>
    private var line: [UInt8] = []

    /// - Parameter ends: The bytes that end a line.
    init(endingAt ends: Set<UInt8> = [0x0a]) { self.ends = ends }

    /// Adds bytes, and gives every line that they end to a closure.
    mutating func add(_ bytes: [UInt8], _ body: ([UInt8]) throws -> Void) rethrows {
        for byte in bytes {
            if ends.contains(byte) || line.count == Self.longest {
                let whole = line
                line.removeAll(keepingCapacity: true)
                try body(whole)
                if ends.contains(byte) { continue }
            }
            line.append(byte)
        }
    }

    /// Gives the last line to a closure when nothing ended it.
    mutating func finish(_ body: ([UInt8]) throws -> Void) rethrows {
        if line.isEmpty { return }
        let whole = line
        line = []
        try body(whole)
    }
}
