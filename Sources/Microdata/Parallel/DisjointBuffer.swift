internal import Foundation

/// Memory that several threads work on at once, each at places of its own.
///
/// No place is written by two threads, nor read by one while another writes it: that is for who uses it to see to. What stands
/// in it need not be safe to share, so that it also holds what each worker has for itself.
@safe
package struct DisjointBuffer<Element>: @unchecked Sendable {
    /// Frees the memory once nobody uses it.
    @safe @usableFromInline
    final class Owner {
        private let places: UnsafeMutableBufferPointer<Element>

        @usableFromInline
        init(_ places: UnsafeMutableBufferPointer<Element>) { unsafe self.places = places }

        deinit {
            unsafe places.deinitialize()
            unsafe places.deallocate()
        }
    }

    /// Where the places begin, for a loop over many of them.
    @usableFromInline package let base: UnsafeMutablePointer<Element>
    /// The number of places.
    package let count: Int
    /// `nil` where the memory belongs to somebody else.
    @usableFromInline let owner: Owner?

    /// A place for each of some elements.
    package init(_ elements: [Element]) {
        let places = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
        _ = unsafe places.initialize(from: elements)
        unsafe self.init(owning: places)
    }

    /// Places that all hold the same.
    @inlinable
    package init(repeating element: Element, count: Int) {
        let places = UnsafeMutableBufferPointer<Element>.allocate(capacity: count)
        unsafe places.initialize(repeating: element)
        unsafe self.init(owning: places)
    }

    /// Places that hold nothing yet: each is written before it is read.
    @inlinable
    package init(places count: Int) where Element: BitwiseCopyable {
        unsafe self.init(owning: .allocate(capacity: count))
    }

    @usableFromInline
    init(owning places: UnsafeMutableBufferPointer<Element>) {
        guard let base = places.baseAddress else { preconditionFailure("memory was allocated at no address") }
        unsafe self.base = base
        count = places.count
        owner = unsafe Owner(places)
    }

    /// Places for the results of parallel work, one for each item; nothing stands in them yet.
    package init<Item>(_ count: Int) where Element == Item? { self.init(repeating: nil, count: count) }

    /// The memory of an array that is being made, and for as long only.
    ///
    /// - Parameter inLargePages: Whether its places are filled in no order.
    package init(filling buffer: UnsafeMutableBufferPointer<Element>, inLargePages: Bool = false) {
        if inLargePages { unsafe Self.adviseLargePages(UnsafeMutableRawBufferPointer(buffer)) }
        // An empty array has no memory; nothing is asked of the address then.
        guard let base = unsafe buffer.baseAddress ?? UnsafeMutablePointer(bitPattern: MemoryLayout<Element>.alignment)
        else {
            preconditionFailure("an alignment is never 0")
        }
        unsafe self.base = base
        count = buffer.count
        owner = nil
    }

    /// Asks for large pages of memory where a buffer covers whole ones, as the addresses of small ones would cost more than the data;
    /// where the system has none nothing changes.
    ///
    /// - Parameter buffer: Memory that has not been touched yet.
    private static func adviseLargePages(_ buffer: UnsafeMutableRawBufferPointer) {
        #if os(Linux)
        let size = 1 << 21
        guard let base = buffer.baseAddress, buffer.count >= 2 * size else { return }
        let address = Int(bitPattern: base)
        let skipped = (size - address % size) % size
        unsafe madvise(base + skipped, (buffer.count - skipped) / size * size, MADV_HUGEPAGE)
        #endif
    }

    /// An array whose places threads fill, each once; who fills them sees to it that none is left out.
    ///
    /// - Parameters:
    ///   - count: The number of places.
    ///   - inLargePages: Whether they are filled in no order.
    ///   - fill: Fills the places, which are there for as long only.
    package static func array(
        of count: Int, inLargePages: Bool = false, _ fill: (DisjointBuffer) -> Void
    ) -> [Element] where Element: BitwiseCopyable {
        unsafe [Element](unsafeUninitializedCapacity: count) { buffer, filled in
            unsafe fill(
                DisjointBuffer(
                    filling: UnsafeMutableBufferPointer(rebasing: buffer[..<count]), inLargePages: inLargePages))
            filled = count
        }
    }

    /// What stands at a place.
    @inlinable
    package subscript(place: Int) -> Element {
        get {
            assert(place >= 0 && place < count, "a place outside of the buffer")
            return unsafe base[place]
        }
        nonmutating set {
            assert(place >= 0 && place < count, "a place outside of the buffer")
            unsafe base[place] = newValue
        }
    }

    /// Puts an element at a place of an array that is being made.
    @inlinable
    package func fill(_ place: Int, with element: Element) {
        assert(place >= 0 && place < count, "a place outside of the buffer")
        unsafe (base + place).initialize(to: element)
    }

    /// What stands at all places, in their order.
    package var elements: [Element] { unsafe Array(UnsafeBufferPointer(start: base, count: count)) }

    /// The results that were written, in the order of their items.
    package func results<Item>() -> [Item] where Element == Item? { elements.compactMap(\.self) }
}
