internal import Foundation

/// Bytes that come piece by piece.
protocol ByteStream: AnyObject {
    /// Fills a buffer as far as bytes come; 0 only at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(MicrodataError) -> Int
}

/// A stream that knows how much was taken from it.
protocol CountedStream: ByteStream {
    /// The bytes taken so far.
    var bytesTaken: Int { get }
}

/// Bytes in memory as a stream; the memory must outlive it.
@safe
final class MemoryStream: CountedStream {
    private let bytes: UnsafeRawBufferPointer
    private(set) var bytesTaken = 0

    init(_ bytes: UnsafeRawBufferPointer) {
        unsafe self.bytes = unsafe bytes
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = unsafe min(buffer.count, bytes.count - bytesTaken)
        if count > 0 {
            unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[bytesTaken..<bytesTaken + count]))
        }
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
        var buffer = [UInt8](repeating: 0, count: count)
        while peeked.count < count {
            let wanted = count - peeked.count
            let got = try system { unsafe Foundation.read(descriptor, &buffer, wanted) }
            if got == 0 { break }
            peeked += buffer[..<got]
            kept? += buffer[..<got]
        }
        return peeked
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(MicrodataError) -> Int {
        if !peeked.isEmpty {
            let count = min(buffer.count, peeked.count)
            unsafe buffer.copyBytes(from: peeked[..<count])
            peeked.removeFirst(count)
            return count
        }
        let got = try system { unsafe Foundation.read(descriptor, buffer.baseAddress, buffer.count) }
        if kept != nil { unsafe kept? += UnsafeRawBufferPointer(rebasing: buffer[..<got]) }
        return got
    }

    private func system(_ call: () -> Int) throws(MicrodataError) -> Int {
        while true {
            let got = call()
            if got >= 0 {
                bytesTaken += got
                return got
            }
            if errno != EINTR { throw .unreadable(source: source, reason: OpenedFile.systemReason()) }
        }
    }
}
