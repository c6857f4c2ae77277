/// One value for each thread, written by that thread only.
@safe
final class Slots<Value: Sendable>: @unchecked Sendable {
    private let base: UnsafeMutablePointer<Value?>
    private let count: Int

    init(_ count: Int) {
        self.count = count
        unsafe base = .allocate(capacity: count)
        unsafe base.initialize(repeating: nil, count: count)
    }

    deinit {
        unsafe base.deinitialize(count: count)
        unsafe base.deallocate()
    }

    /// A thread's value. Unsafe when another thread uses the same number at the same time.
    @unsafe
    subscript(_ thread: Int) -> Value? {
        get { unsafe base[thread] }
        set { unsafe base[thread] = newValue }
    }

    /// The values that were written, by thread.
    var values: [Value] { (0..<count).compactMap { unsafe base[$0] } }
}
