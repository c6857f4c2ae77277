internal import Foundation

/// What a command writes to its standard output; an error when it ends otherwise than well, as then something may lack.
final class CommandStream: ByteStream {
    private let command: String
    private let source: String
    private let process = Process()
    private let output = Pipe()
    private let stream: DescriptorStream
    private var header: ArraySlice<UInt8>
    private var hasEnded = false

    /// Starts a command that is looked for on the PATH.
    ///
    /// What it writes to its standard error is not shown, as it may hold values of records.
    ///
    /// - Parameter header: Bytes that come before what the command writes.
    init(
        _ command: String, _ arguments: [String], input: FileHandle, source: String, header: [UInt8]
    ) throws(MicrodataError) {
        self.header = header[...]
        self.command = command
        self.source = source
        stream = DescriptorStream(output.fileHandleForReading.fileDescriptor, source: source)
        guard let path = Self.path(of: command) else { throw .commandMissing(source: source, command: command) }
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            throw .commandMissing(source: source, command: command)
        }
        try? output.fileHandleForWriting.close()
    }

    deinit {
        if !hasEnded, process.processIdentifier > 0 {
            // It ends at its next write, or now.
            try? output.fileHandleForReading.close()
            process.terminate()
            process.waitUntilExit()
        }
    }

    func read(into buffer: inout MutableSpan<UInt8>) throws(MicrodataError) -> Int {
        if hasEnded { return 0 }
        if !header.isEmpty {
            let first = header.prefix(buffer.count)
            buffer.copy(first)
            header.removeFirst(first.count)
            return first.count
        }
        let count = try stream.read(into: &buffer)
        if count > 0 { return count }
        process.waitUntilExit()
        hasEnded = true
        if process.terminationReason != .exit || process.terminationStatus != 0 {
            throw .commandFailed(source: source, command: command)
        }
        return 0
    }

    /// The path of a command; `nil` when none of the folders on the PATH has it.
    private static func path(of command: String) -> String? {
        let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
        return folders.map { "\($0)/\(command)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
