import ArgumentParser
import Glibc
import Singleout

@main
enum Main {
    static func main() {
        // A reader that stops early must end a write with EPIPE, not the process.
        signal(SIGPIPE, SIG_IGN)
        DelimitedReading.guardMappedFiles()
        exit(status(of: Array(CommandLine.arguments.dropFirst())))
    }

    private static func status(of arguments: [String]) -> Int32 {
        do {
            var command = try SingleoutTool.parseAsRoot(arguments)
            try command.run()
            return 0
        } catch {
            // The job was ended by a signal, which ends the tool too.
            if case SparkError.interrupted = error { Interruption.awaitEnd() }
            return Failure(error).report()
        }
    }
}
