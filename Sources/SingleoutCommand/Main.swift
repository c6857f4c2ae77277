import ArgumentParser
internal import CProcess
import Glibc
import Singleout

@main
enum Main {
    static func main() {
        // A reader that stops early must end a write with EPIPE, not the process.
        signal(SIGPIPE, SIG_IGN)
        DelimitedReading.readForeignFilesApart(arguments ?? [])
        singleout_expect_limits()
        DelimitedReading.guardMappedFiles()
        let status = status(of: arguments)
        // Not by way of what libraries do at the end: OpenBLAS waits for threads that it could not start.
        _exit(status)
    }

    /// What follows the tool's name; `nil` where not even that is known, so that the request is unknown.
    private static var arguments: [String]? {
        let count = singleout_argument_count()
        return count < 1 ? nil : (1..<count).map { position in unsafe String(cString: singleout_argument(position)) }
    }

    private static func status(of arguments: [String]?) -> Int32 {
        do {
            guard let arguments else { throw UsageError.noArguments }
            let (renamed, names) = try OldName.replaced(in: arguments)
            for name in names { OutputOptions.tell("warning", [name.warning]) }
            try UsageError.requireCommand(renamed)
            var command = try SingleoutTool.parseAsRoot(renamed)
            try command.run()
            return 0
        } catch {
            // Where a signal ends the tool, which takes away what the command works on, the failure is not reported.
            Interruption.awaitEnd()
            let arguments = arguments ?? []
            return Failure(error, ofCommand: arguments.first).report(isJSON: Failure.isJSON(arguments))
        }
    }
}
