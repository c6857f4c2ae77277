internal import Microdata

/// Memory that several threads fill at once, each its own places; only while the array that it belongs to is made.
@safe
struct SharedBuffer<Element>: @unchecked Sendable {
    private let buffer: UnsafeMutableBufferPointer<Element>

    init(_ buffer: UnsafeMutableBufferPointer<Element>) {
        unsafe self.buffer = buffer
        unsafe LargePages.advise(UnsafeMutableRawBufferPointer(buffer))
    }

    subscript(place: Int) -> Element {
        get { unsafe buffer[place] }
        nonmutating set { unsafe buffer.initializeElement(at: place, to: newValue) }
    }

    subscript(places: Range<Int>) -> Slice<UnsafeMutableBufferPointer<Element>> {
        get { unsafe buffer[places] }
        // A slice that was sorted in place comes back here; it is the same memory.
        nonmutating set {}
    }
}
