/// Bytes in memory that many threads read and nobody writes.
///
/// Who makes it of an address says what keeps the bytes where they are, or sees to it that they stay.
@safe
struct SharedBytes: @unchecked Sendable {
    let start: UnsafePointer<UInt8>
    /// The number of bytes.
    let count: Int
    private let owner: AnyObject?

    init(_ start: UnsafePointer<UInt8>, count: Int, owner: AnyObject?) {
        unsafe self.start = unsafe start
        self.count = count
        self.owner = owner
    }

    /// A copy of an array.
    init(_ bytes: [UInt8]) {
        let memory = DisjointBuffer(bytes)
        unsafe self.init(UnsafePointer(memory.base), count: bytes.count, owner: memory.owner)
    }

    /// Where the bytes begin.
    @safe var baseAddress: UnsafeRawPointer? { unsafe UnsafeRawPointer(start) }

    /// The byte at a place.
    @inline(__always)
    subscript(place: Int) -> UInt8 {
        precondition(place >= 0 && place < count, "a place outside of the bytes")
        return unsafe start[place]
    }

    /// Some of the bytes, in the same memory.
    func part(_ places: Range<Int>) -> SharedBytes {
        require(places)
        return unsafe SharedBytes(start + places.lowerBound, count: places.count, owner: owner)
    }

    /// Some of the bytes, copied.
    func array(_ places: Range<Int>) -> [UInt8] {
        require(places)
        return unsafe Array(UnsafeBufferPointer(start: start + places.lowerBound, count: places.count))
    }

    /// The first bytes, at most so many, copied.
    func prefix(_ most: Int) -> [UInt8] { array(0..<min(count, most)) }

    private func require(_ places: Range<Int>) {
        precondition(places.lowerBound >= 0 && places.upperBound <= count, "places outside of the bytes")
    }
}
