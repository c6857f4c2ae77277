import Dispatch
import Glibc
import Singleout
import Synchronization

/// Removes unfinished outputs, and ends what was started elsewhere, when the user or the system ends the tool.
enum Interruption {
    private struct State {
        var unfinished: Set<String> = []
        var endings: [@Sendable () -> Void] = []
        var sources: [any DispatchSourceSignal] = []
    }

    private static let state = Mutex(State())

    /// Names a file to remove on SIGINT, SIGTERM and SIGHUP.
    static func removeOnSignal(_ path: String) {
        state.withLock { state in
            state.unfinished.insert(path)
            listen(&state)
        }
    }

    /// Names something to do on SIGINT, SIGTERM and SIGHUP before the tool ends.
    static func beforeEnding(_ action: @escaping @Sendable () -> Void) {
        state.withLock { state in
            state.endings.append(action)
            listen(&state)
        }
    }

    /// Waits for the end of a tool that a signal is ending.
    static func awaitEnd() {
        state.withLock { _ in }
    }

    private static func listen(_ state: inout State) {
        if state.sources.isEmpty { state.sources = [SIGINT, SIGTERM, SIGHUP].compactMap(listen) }
    }

    /// Removes a file, or a folder and what is in it, again where a thread that still works has added a file meanwhile.
    private static func remove(_ path: String) {
        if unsafe unlink(path) == 0 { return }
        for _ in 0..<100 {
            UnfinishedFolder.remove(path)
            if unsafe access(path, F_OK) != 0 { return }
        }
    }

    /// A file that was to be removed is finished, or gone.
    static func keep(_ path: String) {
        state.withLock { state in _ = state.unfinished.remove(path) }
    }

    /// Listens on a queue of its own, which the counting threads cannot starve; not to a signal that is ignored
    /// already, as under nohup.
    private static func listen(to number: Int32) -> (any DispatchSourceSignal)? {
        let ignored = unsafe unsafeBitCast(SIG_IGN, to: Int.self)
        if unsafe unsafeBitCast(signal(number, SIG_IGN), to: Int.self) == ignored { return nil }
        let queue = DispatchQueue(label: "singleout.interruption")
        let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
        source.setEventHandler {
            state.withLock { state in
                for path in state.unfinished { Self.remove(path) }
                for action in state.endings { action() }
                // The tool ends as any other that does not handle the signal, so that a shell sees what happened.
                // Dispatch blocks the signal in its threads, so it must be let through here and sent to this thread.
                signal(number, SIG_DFL)
                var signals = sigset_t()
                unsafe sigemptyset(&signals)
                unsafe sigaddset(&signals, number)
                unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
                raise(number)
            }
        }
        source.resume()
        return source
    }
}
