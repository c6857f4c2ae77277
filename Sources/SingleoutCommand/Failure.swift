import ArgumentParser
import Singleout

/// How a command ended early: what to tell, where, and the exit status. No message holds a value of a record.
struct Failure {
    /// The work failed: the input, the disk, Spark.
    static let workFailed: Int32 = 2
    /// Wrong usage, as in sysexits.h.
    static let wrongUsage: Int32 = 64

    private let lines: [String]
    private let status: Int32

    init(_ error: any Error) {
        let message: String
        // Errors of ours are a line, whatever breaks the names in them have; those of the parser have several.
        var isOfParser = false
        switch error {
        case let error as PlanError:
            (message, status) = (error.description + " See 'singleout --help'.", Self.wrongUsage)
        case let error as CountingError: (message, status) = (error.description, Self.status(of: error))
        case let error as ComparisonError: (message, status) = (error.description, Self.workFailed)
        case let error as AcrossError:
            (message, status) = (error.description, error.isWrongUsage ? Self.wrongUsage : Self.workFailed)
        case let error as SparkError:
            (message, status) = (error.description, error.isWrongUsage ? Self.wrongUsage : Self.workFailed)
        case let error as LinearAlgebraError: (message, status) = (error.description, Self.workFailed)
        case let error as GroupError: (message, status) = (error.description, Self.workFailed)
        case let error as HistoriesError:
            (message, status) = (error.description, error.isWrongUsage ? Self.wrongUsage : Self.workFailed)
        case let error as DifferencesError:
            (message, status) = (error.description, error.isWrongUsage ? Self.wrongUsage : Self.workFailed)
        case let error as DifferenceError: (message, status) = (error.description, Self.workFailed)
        case let error as EstimationError: (message, status) = (error.description, Self.wrongUsage)
        case let error as LinkageError: (message, status) = (error.description, Self.status(of: error))
        case let error as RequestError: (message, status) = (error.description, Self.wrongUsage)
        case let error as SimulationError: (message, status) = (error.description, Self.workFailed)
        case let error as MicrodataError: (message, status) = (error.description, Self.workFailed)
        case let error as RegisterError: (message, status) = (error.description, Self.status(of: error))
        case let error as FamilyError: (message, status) = (error.description, Self.workFailed)
        case let error as HierarchyError: (message, status) = (error.description, Self.workFailed)
        case let error as RecodingError: (message, status) = (error.description, Self.workFailed)
        case let error as RecodeError: (message, status) = (error.description, Self.wrongUsage)
        case let error as FieldValueError: (message, status) = (error.description, Self.workFailed)
        case let error as BaselineError: (message, status) = (error.description, Self.workFailed)
        case let error as ReleaseError: (message, status) = (error.description, Self.workFailed)
        case let error as BriefError:
            (message, status) = (error.description, error.isWrongUsage ? Self.wrongUsage : Self.workFailed)
        case OutputError.closedPipe: (message, status) = ("", 0)
        case let error as OutputError: (message, status) = (error.description, error.status)
        default:
            let code = SingleoutTool.exitCode(for: error)
            let text = SingleoutTool.fullMessage(for: error)
            message = text.hasPrefix("Error: ") ? String(text.dropFirst("Error: ".count)) : text
            status = code == .validationFailure ? Self.wrongUsage : code.rawValue
            isOfParser = true
        }
        lines =
            isOfParser ? message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) : [message]
    }

    /// Prints the message, help and version on standard output and the rest on standard error, and returns the status.
    func report() -> Int32 {
        let message = lines.joined(separator: "\n")
        if message.isEmpty { return status }
        if status != 0 {
            let text = lines.map(\.printable).joined(separator: "\n")
            // There is nowhere left to tell that standard error cannot be written.
            try? Descriptor.standardError.write(Array("singleout: \(text)\n".utf8))
            return status
        }
        do {
            try Descriptor.standardOutput.write(Array("\(message)\n".utf8))
        } catch {
            return Failure(error).report()
        }
        return status
    }

    private static func status(of error: LinkageError) -> Int32 {
        switch error {
        case .noFields, .tooManyFields, .methodNeeds, .weights, .prevalence: wrongUsage
        default: workFailed
        }
    }

    private static func status(of error: RegisterError) -> Int32 {
        switch error {
        case .outOfRange, .folderExists: wrongUsage
        default: workFailed
        }
    }

    private static func status(of error: CountingError) -> Int32 {
        switch error {
        case .tooManyRecords, .populationWithoutFile: workFailed
        default: wrongUsage
        }
    }
}
