import Synchronization

/// Adds up the rows of an answer as they come, and tells how far the job is.
final class AnswerReading<Answer: SparkAnswer>: Sendable {
    private struct State: Sendable {
        var lines = LineSplitter()
        var answer: Answer
        var rows = 0
        var fault: Int?
        var hasEnd = false
        var progress: SparkProgress
    }

    private let state: Mutex<State>
    private let handler: SparkProgress.Handler?

    init(answer: Answer, statements: Int, progress: SparkProgress.Handler?) {
        state = Mutex(State(answer: answer, progress: SparkProgress(statements: statements)))
        handler = progress
    }

    /// The number of the first row that has no place in the answer; `nil` when all have one.
    var fault: Int? { state.withLock(\.fault) }

    /// Reads what was printed.
    ///
    /// - Returns: Whether these bytes hold the first row that has no place in the answer.
    func read(_ bytes: [UInt8]) -> Bool {
        let before = fault
        change { state in
            state.lines.add(bytes) { Self.take($0, &state.answer, &state.rows, &state.fault, &state.hasEnd) }
            state.progress.statementsDone = state.answer.statementsDone
        }
        return before == nil && fault != nil
    }

    /// Tells the stage that Spark works on.
    func show(_ stage: SparkProgress.Stage?) {
        guard let stage else { return }
        change { $0.progress.stage = stage }
    }

    /// The answer; `nil` unless its last row has come.
    func finish() -> Answer? {
        change { state in
            state.lines.finish { Self.take($0, &state.answer, &state.rows, &state.fault, &state.hasEnd) }
        }
        return state.withLock { $0.hasEnd && $0.fault == nil ? $0.answer : nil }
    }

    private func change(_ body: (inout State) -> Void) {
        state.withLock { state in
            let before = state.progress
            body(&state)
            // Within the lock, so that what is told never goes back.
            if state.progress != before { handler?(state.progress) }
        }
    }

    private static func take(
        _ line: [UInt8], _ answer: inout Answer, _ rows: inout Int, _ fault: inout Int?, _ hasEnd: inout Bool
    ) {
        let row = AnswerRow(line)
        if row == .other || fault != nil { return }
        rows += 1
        switch row {
        case .numbers(let numbers) where !hasEnd && answer.take(numbers): break
        case .end where !hasEnd: hasEnd = true
        default: fault = rows
        }
    }
}
