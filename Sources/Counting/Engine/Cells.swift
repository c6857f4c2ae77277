package import Microdata

/// A stretch of memory that belongs to another object, such as `LevelBuffers`, and is to be used while that lives.
///
/// Loops over records read and write it without a check of each place in a release build, and with one in a debug build.
/// Two threads may hold it, but must not use the same place at the same time.
@safe
package struct Cells<Element: BitwiseCopyable>: @unchecked Sendable {
    @usableFromInline package let base: UnsafeMutablePointer<Element>
    /// The number of places.
    package let count: Int

    @inlinable @inline(__always)
    package init(_ base: UnsafeMutablePointer<Element>, count: Int) {
        unsafe self.base = base
        self.count = count
    }

    /// The places of a buffer, to be used while the buffer lives.
    package init(_ buffer: DisjointBuffer<Element>) {
        unsafe self.init(buffer.base, count: buffer.count)
    }

    /// The element at a place.
    @inlinable
    package subscript(place: Int) -> Element {
        @inline(__always) get {
            assert(place >= 0 && place < count, "a place outside of the memory")
            return unsafe base[place]
        }
        @inline(__always) nonmutating set {
            assert(place >= 0 && place < count, "a place outside of the memory")
            unsafe base[place] = newValue
        }
    }

    /// Some of the places.
    @inlinable
    package subscript(places: Range<Int>) -> Cells {
        @inline(__always) get { part(places.lowerBound, places.count) }
    }

    /// A number of places from one on.
    @inlinable @inline(__always)
    package func part(_ start: Int, _ count: Int) -> Cells {
        assert(start >= 0 && count >= 0 && start + count <= self.count, "places outside of the memory")
        return unsafe Cells(base + start, count: count)
    }

    /// Writes an element to all places.
    @inlinable @inline(__always)
    package func fill(_ element: Element) { unsafe base.update(repeating: element, count: count) }

    /// Copies all elements of other memory to the first places of this.
    @inlinable @inline(__always)
    package func copy(_ other: Cells) {
        precondition(other.count <= count, "more elements than places")
        unsafe base.update(from: other.base, count: other.count)
    }

    /// Calls the body with places that hold nothing yet, and frees them afterwards.
    @inlinable @inline(__always)
    package static func temporary<Result>(_ count: Int, _ body: (Cells) -> Result) -> Result {
        let base = UnsafeMutablePointer<Element>.allocate(capacity: max(count, 1))
        defer { unsafe base.deallocate() }
        return unsafe body(Cells(base, count: count))
    }
}

extension Cells where Element: Comparable {
    /// Sorts the elements.
    func sort() {
        var elements = unsafe UnsafeMutableBufferPointer(start: base, count: count)
        unsafe elements.sort()
    }
}
