internal import Foundation

/// Bytes that come piece by piece.
protocol ByteStream: AnyObject {
    /// Fills a buffer as far as bytes come; 0 only at the end.
    func read(into buffer: inout MutableSpan<UInt8>) throws(MicrodataError) -> Int
}

/// A stream that knows how much was taken from it.
protocol CountedStream: ByteStream {
    /// The bytes taken so far.
    var bytesTaken: Int { get }
}

/// Bytes in memory as a stream.
final class MemoryStream: CountedStream {
    private let bytes: SharedBytes
    private(set) var bytesTaken = 0

    init(_ bytes: SharedBytes) { self.bytes = bytes }

    func read(into buffer: inout MutableSpan<UInt8>) -> Int {
        let count = min(buffer.count, bytes.count - bytesTaken)
        buffer.copy(bytes.part(bytesTaken..<bytesTaken + count))
        bytesTaken += count
        return count
    }
}

/// A pipe, a terminal or another file that cannot be mapped.
final class DescriptorStream: CountedStream {
    private let descriptor: Int32
    private let source: String
    private(set) var bytesTaken = 0
    private var peeked: [UInt8] = []

    /// Everything that was taken, where that is kept for another reader.
    private(set) var kept: [UInt8]?

    /// The bytes of an open file, after some that were taken from it before.
    init(_ descriptor: Int32, source: String, taken: [UInt8] = [], isKept: Bool = false) {
        self.descriptor = descriptor
        self.source = source
        peeked = taken
        bytesTaken = taken.count
        kept = isKept ? taken : nil
    }

    /// The next bytes, up to a number, without taking them.
    func peek(_ count: Int) throws(MicrodataError) -> [UInt8] {
        while peeked.count < count {
            var buffer = [UInt8](repeating: 0, count: count - peeked.count)
            let got = try taken(SystemCall.read(descriptor, into: &buffer))
            if got == 0 { break }
            peeked += buffer[..<got]
            kept? += buffer[..<got]
        }
        return peeked
    }

    func read(into buffer: inout MutableSpan<UInt8>) throws(MicrodataError) -> Int {
        if !peeked.isEmpty {
            let count = min(buffer.count, peeked.count)
            buffer.copy(peeked[..<count])
            peeked.removeFirst(count)
            return count
        }
        let got = try taken(SystemCall.read(descriptor, into: &buffer))
        if kept != nil { kept? += buffer.prefix(got) }
        return got
    }

    /// Notes the bytes that a call has taken.
    private func taken(_ got: Int) throws(MicrodataError) -> Int {
        if got < 0 { throw .unreadable(source: source, reason: OpenedFile.systemReason()) }
        bytesTaken += got
        return got
    }
}

extension MutableSpan<UInt8> {
    /// Puts bytes at the beginning; there must be room for them.
    mutating func copy(_ bytes: ArraySlice<UInt8>) {
        precondition(bytes.count <= count, "more bytes than there is room for")
        unsafe withUnsafeMutableBytes { unsafe $0.copyBytes(from: bytes) }
    }

    /// Puts bytes at the beginning; there must be room for them.
    mutating func copy(_ bytes: SharedBytes) {
        precondition(bytes.count <= count, "more bytes than there is room for")
        unsafe withUnsafeMutableBytes { buffer in
            unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(start: bytes.baseAddress, count: bytes.count))
        }
    }

    /// The first bytes.
    func prefix(_ count: Int) -> [UInt8] { unsafe withUnsafeBytes { unsafe Array($0[..<count]) } }
}
