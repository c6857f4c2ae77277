import Foundation
import Glibc
import Microdata

/// Finds the user's `spark-sql`.
enum SparkProgram {
    /// The path of the program.
    ///
    /// - Parameters:
    ///   - path: Where it is said to be; looked for on the PATH and then in `$SPARK_HOME/bin` when `nil`.
    /// - Throws: `SparkError.noProgram`.
    static func path(
        _ path: String?, environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(SparkError) -> String {
        if let path {
            if !isProgram(path) { throw .noProgram(path: path) }
            return path
        }
        var folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        if let home = environment["SPARK_HOME"], !home.isEmpty { folders.append(home + "/bin") }
        guard let found = folders.map({ $0 + "/spark-sql" }).first(where: isProgram) else {
            throw .noProgram(path: nil)
        }
        return found
    }

    private static func isProgram(_ path: String) -> Bool {
        guard let status = SystemCall.status(of: path), status.st_mode & S_IFMT != S_IFDIR else { return false }
        return FileManager.default.isExecutableFile(atPath: path)
    }
}
