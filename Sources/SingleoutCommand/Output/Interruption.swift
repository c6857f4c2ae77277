internal import CProcess
import Glibc
import Singleout
import Synchronization

/// Removes unfinished outputs, and ends what was started elsewhere, when the user or the system ends the tool.
enum Interruption {
    private struct State {
        var unfinished: Set<String> = []
        var endings: [@Sendable () -> Void] = []
        var isListening = false
    }

    private static let state = Mutex(State())

    /// Makes something whose unfinished output is to be removed on SIGINT, SIGTERM and SIGHUP; a signal finds it known at
    /// every moment.
    static func guarding<Made, Refusal: Error>(
        _ place: (Made) -> String, _ make: () throws(Refusal) -> Made
    ) throws(Refusal) -> Made {
        let made: Result<Made, Refusal> = state.withLock { state in
            listen(&state)
            do throws(Refusal) {
                let made = try make()
                state.unfinished.insert(place(made))
                return .success(made)
            } catch {
                return .failure(error)
            }
        }
        return try made.get()
    }

    /// Names something to do on SIGINT, SIGTERM and SIGHUP before the tool ends.
    static func beforeEnding(_ action: @escaping @Sendable () -> Void) {
        state.withLock { state in
            state.endings.append(action)
            listen(&state)
        }
    }

    /// Waits for the end of a tool that a signal is ending; returns at once where none is.
    static func awaitEnd() {
        state.withLock { _ in }
    }

    /// An output that was to be removed is finished, or gone.
    static func keep(_ place: String) {
        state.withLock { state in _ = state.unfinished.remove(place) }
    }

    /// Listens on a thread of its own, which the counting threads cannot starve; where the system has none left, a signal ends the
    /// tool at once, and the next run removes what is left.
    private static func listen(_ state: inout State) {
        if state.isListening { return }
        state.isListening = true
        singleout_listen { number in Interruption.end(by: number) }
    }

    /// What is unfinished is removed while no thread can start another output, and then the tool ends as any other that does not
    /// handle the signal, so that a shell sees what happened.
    private static func end(by number: Int32) {
        state.withLock { state in
            for place in state.unfinished { UnfinishedOutput.abandon(place: place) }
            for action in state.endings { action() }
            singleout_end(number)
        }
    }
}
