import Foundation

/// Programs that a machine may have or not.
enum Programs {
    /// The path of Chromium.
    static let browser = path(of: "chromium") ?? path(of: "chromium-browser")

    /// The sanitizer that watches the tests, `address` or `thread`.
    static let sanitizer = ProcessInfo.processInfo.environment["SINGLEOUT_SANITIZER"]

    /// Whether a sanitizer watches the tests, which takes memory of its own and cannot be loaded into other programs.
    static var isSanitized: Bool { sanitizer != nil }

    /// The path of a program; `nil` where it is not installed.
    static func path(of name: String) -> String? {
        let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":").map(String.init) ?? []
        return folders.map { $0 + "/" + name }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Runs a program and returns its standard output; its standard error is given to a closure where one asks.
    static func run(_ path: String, _ arguments: [String], errors: ((String) -> Void)? = nil) throws -> Data {
        let folder = try WorkFolder()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        let (output, messages) = (try folder.create("output"), try folder.create("errors"))
        process.standardOutput = output
        process.standardError = messages
        try process.run()
        Tool.wait(for: process)
        errors?(try folder.read("errors"))
        return try Data(contentsOf: folder.url("output"))
    }
}
