/// Collects output and hands it on in pieces of at least 64 KiB, so that an output of any length needs little memory.
public struct ByteStream {
    private static let piece = 65_536
    private var bytes: [UInt8] = []
    private let receive: ([UInt8]) throws -> Void

    /// A stream that hands its bytes to a receiver.
    public init(_ receive: @escaping ([UInt8]) throws -> Void) {
        self.receive = receive
        bytes.reserveCapacity(2 * Self.piece)
    }

    /// Adds text as UTF-8.
    ///
    /// - Throws: What the receiver throws.
    public mutating func write(_ text: String) throws {
        bytes.append(contentsOf: text.utf8)
        if bytes.count >= Self.piece { try finish() }
    }

    /// Hands on what is left.
    ///
    /// - Throws: What the receiver throws.
    public mutating func finish() throws {
        if bytes.isEmpty { return }
        try receive(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
