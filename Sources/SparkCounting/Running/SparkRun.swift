import Foundation
import Glibc
import Subprocess
import SystemPackage

/// One run of `spark-sql`: its rows are added up as they come, and its messages kept in a file.
struct SparkRun<Answer: SparkAnswer> {
    let source: SparkSource
    let settings: SparkSettings
    let statements: String
    /// The number of statements that count.
    let counting: Int
    /// The fields that the statements name, for messages.
    let fields: [String]
    let progress: SparkProgress.Handler?

    /// Runs the statements to their end.
    ///
    /// - Parameter answer: The answer without rows.
    /// - Returns: The number of records, at least one, and what was counted of them.
    /// - Throws: `SparkError`; `spark-sql` and its application have ended, and only the log is left where the error names it.
    /// - Complexity: The memory of the answer; whatever Spark prints is read as it comes.
    func result(into answer: Answer) async throws(SparkError) -> (records: Int, counted: Answer.Counted) {
        let program = try SparkProgram.path(settings.program)
        let job = SparkJob(try SparkFolder(statements: statements))
        defer { SparkJobs.remove(job) }
        do throws(SparkError) {
            try SparkJobs.add(job)
            let answer = try await run(program, job, SparkLog(job.folder, fields: fields), answer)
            guard let result = answer.result() else { throw .incomplete(source: source.name, log: job.folder.log) }
            if result.records == 0 { throw .noRecords(source: source.name) }
            job.folder.remove()
            return result
        } catch {
            switch error {
            case .failed, .malformedRow, .incomplete: job.folder.keepLog()
            default: job.folder.remove()
            }
            throw error
        }
    }

    private func run(
        _ program: String, _ job: SparkJob, _ log: SparkLog, _ answer: Answer
    ) async throws(SparkError) -> Answer {
        let reading = AnswerReading(answer: answer, statements: counting, progress: progress)
        let arguments = settings.arguments(for: source, script: job.folder.script)
        // The run itself is never cancelled: a job is asked to end, and then read to its end.
        let running = Task { try await Self.status(of: program, arguments, job, log, reading) }
        let result = await withTaskCancellationHandler {
            await running.result
        } onCancel: {
            job.end()
        }
        if let row = reading.fault { throw .malformedRow(row, log: job.folder.log) }
        if job.isEnding { throw .interrupted }
        switch result {
        case .success(.exited(0)): break
        case .success(.exited(let code)):
            throw .failed(log.reason(status: Int(code), signal: nil), source: source.name, log: job.folder.log)
        case .success(.signaled(let signal)):
            throw .failed(log.reason(status: nil, signal: Int(signal)), source: source.name, log: job.folder.log)
        case .failure(let error):
            let reason = (error as? SubprocessError)?.underlyingError.map { "\($0)".lowercased() }
            throw .notStarted(program: program, reason: reason ?? "the system refuses it")
        }
        guard let answer = reading.finish() else { throw .incomplete(source: source.name, log: job.folder.log) }
        return answer
    }

    private static func status(
        of program: String, _ arguments: [String], _ job: SparkJob, _ log: SparkLog, _ reading: AnswerReading<Answer>
    ) async throws -> TerminationStatus {
        defer { job.finish() }
        if job.isEnding { throw SparkError.interrupted }
        var options = PlatformOptions()
        // A group of its own: Ctrl-C in a terminal must not reach Spark before its job is ended in good order.
        options.processGroupID = 0
        return try await Subprocess.run(
            .path(FilePath(program)), arguments: Arguments(arguments), environment: .inherit,
            platformOptions: options, input: .none, output: .sequence, error: .sequence
        ) { execution in
            job.start(execution.processIdentifier.value)
            async let messages: Void = {
                for try await buffer in execution.standardError { reading.show(log.read(buffer.array)) }
            }()
            for try await buffer in execution.standardOutput {
                // A job whose answer is of no use is ended, and its last messages are kept.
                if reading.read(buffer.array) { job.end() }
            }
            try await messages
        }.terminationStatus
    }
}

extension SubprocessOutputSequence.Buffer {
    /// The bytes, copied.
    fileprivate var array: [UInt8] { unsafe withUnsafeBytes { unsafe Array($0) } }
}
