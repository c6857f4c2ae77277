/// Text that rows are written to, byte by byte, with room that is made once per row.
///
/// The one place of the register that writes through pointers. One thread at a time may use it.
@safe
final class RowBuffer {
    /// The most bytes that one row may take.
    static let rowLimit = 1_024

    private var start: UnsafeMutablePointer<UInt8>
    private var end: UnsafeMutablePointer<UInt8>
    private var capacity: Int

    init(capacity: Int = 1 << 20) {
        self.capacity = max(capacity, Self.rowLimit)
        unsafe start = .allocate(capacity: self.capacity)
        unsafe end = start
    }

    deinit { unsafe start.deallocate() }

    /// Bytes written.
    var count: Int { unsafe end - start }

    func removeAll() { unsafe end = start }

    /// Makes room for a row; must be called before each.
    @inline(__always)
    func reserveRow() {
        if unsafe capacity - (end - start) < Self.rowLimit { grow() }
    }

    private func grow() {
        let used = count
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
        unsafe larger.update(from: start, count: used)
        unsafe start.deallocate()
        unsafe start = larger
        unsafe end = larger + used
        capacity *= 2
    }

    /// The bytes written.
    func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        unsafe body(UnsafeBufferPointer(start: start, count: count).span)
    }

    @inline(__always)
    func byte(_ byte: UInt8) {
        unsafe end.pointee = byte
        unsafe end += 1
    }

    @inline(__always)
    func comma() { byte(44) }

    @inline(__always)
    func newline() { byte(10) }

    @inline(__always)
    func bytes(_ array: [UInt8]) {
        let count = array.count
        unsafe array.withUnsafeBufferPointer { source in
            if let base = source.baseAddress { unsafe end.update(from: base, count: count) }
        }
        unsafe end += count
    }

    /// Some bytes of an array.
    @inline(__always)
    func bytes(_ array: [UInt8], from first: Int, count: Int) {
        precondition(first >= 0 && count >= 0 && first + count <= array.count, "bytes beyond the end")
        unsafe array.withUnsafeBufferPointer { source in
            if let base = source.baseAddress { unsafe end.update(from: base + first, count: count) }
        }
        unsafe end += count
    }

    /// How many bytes beyond its end an array of short texts must hold for `shortBytes`.
    static let padding = 32

    /// Some bytes of an array that holds `padding` bytes more.
    ///
    /// A text of up to 32 bytes, as nearly all are, is copied with what follows it, which the next one writes over.
    @inline(__always)
    func shortBytes(_ array: [UInt8], from first: Int, count: Int) {
        precondition(first >= 0 && count >= 0 && first + count + Self.padding <= array.count, "bytes beyond the end")
        unsafe array.withUnsafeBytes { source in
            guard let base = source.baseAddress else { return }
            let output = unsafe UnsafeMutableRawPointer(end)
            if count <= Self.padding {
                unsafe output.storeBytes(
                    of: base.loadUnaligned(fromByteOffset: first, as: SIMD32<UInt8>.self), as: SIMD32<UInt8>.self)
            } else {
                unsafe output.copyMemory(from: base + first, byteCount: count)
            }
        }
        unsafe end += count
    }

    func text(_ text: StaticString) {
        unsafe end.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
        unsafe end += text.utf8CodeUnitCount
    }

    /// A number that is not negative.
    @inline(__always)
    func number(_ number: Int) {
        var length = 1
        var bound = 10
        while number >= bound {
            length += 1
            bound *= 10
        }
        digits(number, count: length)
    }

    /// A number in so many digits, with zeros in front.
    @inline(__always)
    func digits(_ number: Int, count: Int) {
        var rest = UInt32(truncatingIfNeeded: number)
        var place = count
        while place > 0 {
            place -= 1
            unsafe end[place] = 48 + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        unsafe end += count
    }

    @inline(__always)
    func name(_ code: NameCode, _ names: NameModel) {
        unsafe end += names.write(code, to: end)
    }
}
