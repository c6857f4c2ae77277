internal import COpenBLAS
internal import Synchronization

/// The one place that decides how many threads OpenBLAS uses, a setting of the whole process.
///
/// One thread is the rule: the package shares its work out by rows, in blocks of its own, so that an answer does not
/// depend on the number of threads, and a product inside such a block must not start threads again. A single large
/// product outside any block may ask for more with `parallel`; while several ask, the last to come decides.
package enum ThreadPolicy {
    private struct State {
        var requests: [(ticket: Int, threads: Int)] = []
        var next = 0
    }

    private static let state = Mutex(State())
    /// The number of threads that the library has started of itself; it uses one from then on.
    static let threadsAtStart: Int = {
        defer { openblas_set_num_threads(1) }
        return Int(openblas_get_num_threads())
    }()

    /// Sets one thread before the first routine is called.
    static func prepare() { _ = threadsAtStart }

    /// The number of threads that a product started now would use.
    package static var threads: Int {
        prepare()
        return Int(openblas_get_num_threads())
    }

    /// Lets the products in `body` use a number of threads; their last digits may depend on it.
    ///
    /// - Parameters:
    ///   - threads: At least 1; more than the processors have is not useful.
    ///   - body: The products; must not be called from within shared-out work.
    /// - Returns: What `body` returns.
    package static func parallel<Failure: Error, Result>(
        threads: Int, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        precondition(threads >= 1, "a product needs at least one thread, not \(threads)")
        prepare()
        let ticket = state.withLock { state in
            state.next += 1
            state.requests.append((state.next, threads))
            apply(state)
            return state.next
        }
        defer {
            state.withLock { state in
                state.requests.removeAll { $0.ticket == ticket }
                apply(state)
            }
        }
        return try body()
    }

    private static func apply(_ state: State) {
        openblas_set_num_threads(Int32(clamping: state.requests.last?.threads ?? 1))
    }
}
