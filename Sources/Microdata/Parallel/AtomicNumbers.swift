package import Synchronization

/// Numbers of 32 bits that any thread may read and change at any time.
@safe
package final class AtomicNumbers<Number: AtomicRepresentable & Sendable>: @unchecked Sendable
where Number.AtomicRepresentation == UInt32.AtomicRepresentation {
    @usableFromInline let places: UnsafeMutablePointer<Atomic<Number>>
    /// How many there are.
    package let count: Int

    /// Numbers that are all the same.
    package init(repeating number: Number, count: Int) {
        self.count = count
        unsafe places = .allocate(capacity: max(count, 1))
        for place in 0..<count { unsafe (places + place).initialize(to: Atomic(number)) }
    }

    deinit { unsafe places.deinitialize(count: count).deallocate() }

    /// The number at a place.
    @inlinable
    package func load(_ place: Int) -> Number {
        precondition(place >= 0 && place < count, "a place outside of the numbers")
        return unsafe places[place].load(ordering: .relaxed)
    }

    /// Replaces the number at a place.
    @inlinable
    package func store(_ number: Number, at place: Int) {
        precondition(place >= 0 && place < count, "a place outside of the numbers")
        unsafe places[place].store(number, ordering: .relaxed)
    }
}

extension AtomicNumbers<UInt32> {
    /// Adds to the number at a place.
    @inlinable
    package func add(_ number: UInt32, at place: Int) {
        precondition(place >= 0 && place < count, "a place outside of the numbers")
        unsafe _ = places[place].wrappingAdd(number, ordering: .relaxed)
    }
}

extension AtomicNumbers<Int32> {
    /// Replaces the number at a place where it is larger.
    @inlinable
    package func lower(to number: Int32, at place: Int) {
        if load(place) > number { unsafe _ = places[place].min(number, ordering: .relaxed) }
    }
}
