internal import CKernels

/// The part of a stream that is held: bytes not yet read as records, then new ones.
@safe
final class TextSegment {
    private(set) var base: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    /// Whether the stream has ended.
    private(set) var isLast = false
    private var capacity: Int

    init(_ capacity: Int) {
        self.capacity = max(capacity, 2)
        unsafe base = .allocate(capacity: self.capacity)
    }

    deinit { unsafe base.deallocate() }

    /// Drops the bytes before a position and fills the rest, with more room when all of it is kept.
    func refill(from stream: any ByteStream, keeping start: Int) throws(MicrodataError) {
        let left = count - start
        if start == 0 && count == capacity {
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
            unsafe larger.update(from: base, count: count)
            unsafe base.deallocate()
            unsafe base = larger
            capacity *= 2
        } else if start > 0 {
            unsafe base.update(from: base + start, count: left)
        }
        count = left
        while count < capacity {
            var room = unsafe MutableSpan(_unsafeStart: base + count, count: capacity - count)
            let got = try stream.read(into: &room)
            if got == 0 {
                isLast = true
                return
            }
            count += got
        }
    }

    /// The bytes from a position on. The last one is held back unless the stream has ended: whether a CR ends a record
    /// depends on the byte after it.
    func window(from position: Int) -> TextWindow {
        let end = isLast ? count : max(position, count - 1)
        return unsafe TextWindow(
            text: base + position, count: end - position, following: end < count ? Int32(base[end]) : -1)
    }

    /// The line ends in a range.
    func lines(from start: Int = 0, before end: Int) -> Int {
        unsafe Int(singleout_count_lines(base + start, end - start, end < count ? Int32(base[end]) : -1))
    }
}
