internal import Dispatch
internal import Foundation
internal import Synchronization

/// Threads that stay, and help with one piece of work after the other.
///
/// Not those of Dispatch, which looks at each of its threads in /proc every second and ends the process where there is no /proc,
/// or no descriptor left to look with. Of Dispatch only the semaphores are used, which need no threads.
enum ThreadPool {
    /// One thread's part of a piece of work.
    private struct Share: Sendable {
        let worker: Int
        let body: @Sendable (Int) -> Void
        let done: DispatchSemaphore
    }

    /// A thread that waits for a share, does it, and waits again.
    private final class Helper: Sendable {
        private let wake = DispatchSemaphore(value: 0)
        private let waiting = Mutex<Share?>(nil)

        func begin(_ share: Share) {
            waiting.withLock { $0 = share }
            wake.signal()
        }

        /// Takes back the share of a piece of work that the thread has not begun; `false` where it has.
        ///
        /// Once it has done it, the thread may already wait with a share of another piece of work, which is not touched.
        func revoke(_ done: DispatchSemaphore) -> Bool {
            waiting.withLock { waiting in
                guard waiting?.done === done else { return false }
                waiting = nil
                return true
            }
        }

        func help() -> Never {
            while true {
                wake.wait()
                // None where it was taken back meanwhile.
                guard let done = work() else { continue }
                // Before whoever waits goes on, so that the next piece of work finds it.
                ThreadPool.free(self)
                done.signal()
            }
        }

        /// Nothing of the closure is held any more when it returns.
        @inline(never) private func work() -> DispatchSemaphore? {
            let share = waiting.withLock { waiting in
                defer { waiting = nil }
                return waiting
            }
            guard let share else { return nil }
            share.body(share.worker)
            return share.done
        }
    }

    private struct State {
        var free: [Helper] = []
        var all = 0
    }

    private static let state = Mutex(State())
    /// As many as there are processors, with the thread that asks for help.
    private static let limit = max(ProcessInfo.processInfo.activeProcessorCount, 2) - 1

    /// Calls a closure with numbers from 0: 0 on this thread, others on helpers while there are any.
    ///
    /// Who is not called is not missed where the workers take the items that are left, one after the other.
    static func run(_ workers: Int, _ body: @escaping @Sendable (Int) -> Void) {
        let done = DispatchSemaphore(value: 0)
        var helpers: [Helper] = []
        while helpers.count + 1 < workers, let helper = helper() {
            helper.begin(Share(worker: helpers.count + 1, body: body, done: done))
            helpers.append(helper)
        }
        body(0)
        for helper in helpers { if helper.revoke(done) { free(helper) } else { done.wait() } }
    }

    private static func free(_ helper: Helper) { state.withLock { $0.free.append(helper) } }

    private static func helper() -> Helper? {
        state.withLock { state in
            if let helper = state.free.popLast() { return helper }
            if state.all >= limit { return nil }
            let helper = Helper()
            if !start(helper) { return nil }
            state.all += 1
            return helper
        }
    }

    /// Starts the thread of a helper; `false` where the system has none left.
    private static func start(_ helper: Helper) -> Bool {
        // Signals are for the threads of whoever uses this package, but for those that tell of the thread itself.
        var (blocked, former) = (sigset_t(), sigset_t())
        unsafe sigfillset(&blocked)
        for signal in [SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP, SIGABRT, SIGSYS] {
            unsafe sigdelset(&blocked, signal)
        }
        unsafe pthread_sigmask(SIG_SETMASK, &blocked, &former)
        defer { unsafe pthread_sigmask(SIG_SETMASK, &former, nil) }
        var thread = pthread_t()
        let held = unsafe Unmanaged.passRetained(helper)
        let refusal = unsafe pthread_create(
            &thread, nil,
            { argument in
                guard let argument = unsafe argument else { return nil }
                unsafe Unmanaged<Helper>.fromOpaque(argument).takeRetainedValue().help()
            }, held.toOpaque())
        if refusal != 0 {
            unsafe held.release()
            return false
        }
        pthread_detach(thread)
        return true
    }
}
