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
    /// - Returns: The answer with all rows, and the folder of the run, for the caller to remove.
    /// - Throws: `SparkError`; `spark-sql` and its application have ended, and only the log is left where the error names it.
    /// - Complexity: The memory of the answer; whatever Spark prints is read as it comes.
    func run(into answer: Answer) async throws(SparkError) -> (answer: Answer, folder: SparkFolder) {
        let program = try SparkProgram.path(settings.program)
        let folder = try SparkFolder(statements: statements)
        do throws(SparkError) {
            let log = try SparkLog(folder, fields: fields)
            return (try await run(program, folder, log, answer), folder)
        } catch {
            switch error {
            case .failed, .malformedRow, .incomplete: folder.keepLog()
            default: folder.remove()
            }
            throw error
        }
    }

    private func run(
        _ program: String, _ folder: SparkFolder, _ log: SparkLog, _ answer: Answer
    ) async throws(SparkError) -> Answer {
        var options = PlatformOptions()
        // A group of its own: Ctrl-C in a terminal must not reach Spark before its job is ended in good order.
        options.processGroupID = 0
        options.teardownSequence = [
            .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .seconds(10))
        ]
        let reading = AnswerReading(answer: answer, statements: counting, progress: progress)
        let status: TerminationStatus
        do {
            status = try await Subprocess.run(
                .path(FilePath(program)),
                arguments: Arguments(settings.arguments(for: source, script: folder.script)), environment: .inherit,
                platformOptions: options, input: .none, output: .sequence, error: .sequence
            ) { execution in
                let group = execution.processIdentifier.value
                defer { SparkJobs.remove(group) }
                if !SparkJobs.add(group, folder) { throw SparkError.interrupted }
                async let messages: Void = {
                    for try await buffer in execution.standardError {
                        reading.show(log.read(buffer.array))
                    }
                }()
                for try await buffer in execution.standardOutput {
                    if let row = reading.read(buffer.array) { throw SparkError.malformedRow(row, log: folder.log) }
                }
                try await messages
            }.terminationStatus
        } catch let error as SparkError {
            throw error
        } catch let error as SubprocessError {
            if SparkJobs.isEnded { throw .interrupted }
            throw .notStarted(
                program: program, reason: error.underlyingError.map { "\($0)".lowercased() } ?? "\(error.code)")
        } catch {
            throw .interrupted
        }
        if SparkJobs.isEnded { throw .interrupted }
        switch status {
        case .exited(0): break
        case .exited(let code):
            throw .failed(log.reason(status: Int(code), signal: nil), source: source.name, log: folder.log)
        case .signaled(let signal):
            throw .failed(log.reason(status: nil, signal: Int(signal)), source: source.name, log: folder.log)
        }
        guard let answer = reading.finish() else { throw .incomplete(source: source.name, log: folder.log) }
        return answer
    }
}

extension SubprocessOutputSequence.Buffer {
    /// The bytes, copied.
    fileprivate var array: [UInt8] { unsafe withUnsafeBytes { unsafe Array($0) } }
}
