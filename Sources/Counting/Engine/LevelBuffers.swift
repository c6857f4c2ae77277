/// One growing buffer of uninitialised memory for each level of a recursion.
@safe
package final class LevelBuffers<Element: BitwiseCopyable> {
    @usableFromInline let bases: UnsafeMutablePointer<UnsafeMutablePointer<Element>>
    @usableFromInline let capacities: UnsafeMutablePointer<Int>
    @usableFromInline let levels: Int

    @inlinable package init(levels: Int) {
        self.levels = levels
        unsafe bases = .allocate(capacity: levels)
        unsafe capacities = .allocate(capacity: levels)
        for level in 0..<levels {
            unsafe bases[level] = .allocate(capacity: 64)
            unsafe capacities[level] = 64
        }
    }

    @inlinable deinit {
        for level in 0..<levels { unsafe bases[level].deallocate() }
        unsafe bases.deallocate()
        unsafe capacities.deallocate()
    }

    /// Room for `count` elements at a level; what the level held before is lost when it grows.
    @inlinable @inline(__always)
    package func reserve(_ count: Int, level: Int) -> UnsafeMutablePointer<Element> {
        if unsafe count > capacities[level] { grow(count, level: level) }
        return unsafe bases[level]
    }

    /// The same as a stretch of memory, to be used while this object lives and until the level grows.
    @inlinable @inline(__always)
    package func cells(_ count: Int, level: Int) -> Cells<Element> {
        unsafe Cells(reserve(count, level: level), count: count)
    }

    @inlinable @inline(never)
    func grow(_ count: Int, level: Int) {
        precondition(level < levels, "a recursion went \(level) levels deep of \(levels)")
        unsafe bases[level].deallocate()
        unsafe capacities[level] = max(count, capacities[level] + capacities[level] / 2)
        unsafe bases[level] = .allocate(capacity: capacities[level])
    }
}
