import Glibc
import Singleout
import Synchronization

/// One line on standard error, rewritten while the work goes on: what is done, how fast, and how long it will take.
final class ProgressLine: Sendable {
    private struct State {
        var phase = ""
        var start = ContinuousClock.now
        var lastShown = ContinuousClock.now
        var isShown = false
    }

    private let state = Mutex(State())

    /// A line, when standard error is a terminal that can rewrite one.
    init?() {
        guard isatty(STDERR_FILENO) == 1 else { return nil }
        if SystemCall.variable("TERM") == "dumb" { return nil }
    }

    /// What the work calls.
    var handler: AnalysisProgress.Handler {
        { [self] in show($0) }
    }

    /// Takes the line away.
    func clear() {
        state.withLock { state in
            if !state.isShown { return }
            state.isShown = false
            Self.print("\r\u{1B}[K")
        }
    }

    /// Shows how far the work is, a few times a second at most.
    func show(_ progress: AnalysisProgress) {
        switch progress {
        case .read, .noticed, .compared: return
        default: break
        }
        state.withLock { state in
            let now = ContinuousClock.now
            let phase = Self.phase(progress)
            if state.phase != phase {
                state.phase = phase
                state.start = now
            }
            if now - state.lastShown < .milliseconds(200) { return }
            state.lastShown = now
            state.isShown = true
            Self.print("\r\u{1B}[K" + phase + Self.text(progress, after: (now - state.start) / .seconds(1)))
        }
    }

    private static func phase(_ progress: AnalysisProgress) -> String {
        switch progress {
        case .reading(let source, _, _): "reading \(String(source.split(separator: "/").last ?? "").printable)"
        case .read, .noticed, .compared: ""
        case .counting: "counting"
        case .making(let what, _): "making \(what)"
        case .writing(let file, _, _): "writing \(file)"
        case .cluster: "counting on Spark"
        }
    }

    private static func text(_ progress: AnalysisProgress, after seconds: Double) -> String {
        let share: Double
        var rate = ""
        switch progress {
        case .reading(_, let bytes, let all):
            if seconds > 0 { rate = ", \(NumberText.real(Double(bytes) / seconds / 1e6, decimals: 0)) MB/s" }
            guard let all, all > 0 else { return "  \(NumberText.real(Double(bytes) / 1e6, decimals: 0)) MB\(rate)" }
            share = min(Double(bytes) / Double(all), 1)
        case .writing(_, let rows, let all):
            if seconds > 0 { rate = ", \(NumberText.real(Double(rows) / seconds / 1e3, decimals: 0)) thousand rows/s" }
            share = all > 0 ? Double(rows) / Double(all) : 1
        case .counting(let done), .making(_, let done):
            share = done
            if seconds > 0 { rate = ", \(NumberText.real(share / seconds * 100, decimals: 1)) %/s" }
        case .cluster(let progress): return text(progress, after: seconds)
        case .read, .noticed, .compared: return ""
        }
        let left = share > 0.01 ? ", \(Int((seconds / share - seconds).rounded(.up))) s left" : ""
        return "  \(NumberText.real(share * 100, decimals: 0)) %\(rate)\(left)"
    }

    /// Which statement and which of its tasks; the time left follows from whole statements, as tasks are not alike.
    private static func text(_ progress: SparkProgress, after seconds: Double) -> String {
        let done = progress.statementsDone
        var text = "  statement \(min(done + 1, progress.statements)) of \(progress.statements)"
        if let stage = progress.stage { text += ", stage \(stage.number): \(stage.done) of \(stage.tasks) tasks" }
        if done > 0, done < progress.statements {
            let left = seconds / Double(done) * Double(progress.statements - done)
            text += ", \(Int(left.rounded(.up))) s left"
        }
        return text
    }

    private static func print(_ text: String) {
        // A progress line that cannot be shown does not stop the work.
        try? Descriptor.standardError.write(Array(text.utf8))
    }
}
