/// Results of parallel work, one place for each item; each place is written by one thread at most.
@safe
package final class Slots<Element: Sendable>: @unchecked Sendable {
    private let places: UnsafeMutableBufferPointer<Element?>

    package init(_ count: Int) {
        unsafe places = .allocate(capacity: count)
        unsafe places.initialize(repeating: nil)
    }

    deinit {
        unsafe places.deinitialize()
        unsafe places.deallocate()
    }

    package subscript(index: Int) -> Element? {
        get { unsafe places[index] }
        set { unsafe places[index] = newValue }
    }

    /// The results that were written, in the order of their items.
    package var values: [Element] { unsafe places.compactMap { $0 } }
}
