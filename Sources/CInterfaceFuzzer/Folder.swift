import Foundation

/// The folder of the files that the calls read.
enum Folder {
    /// The folder's path; the folder goes away with the process.
    static let path: String = {
        let folder = FileManager.default.temporaryDirectory.appending(path: "singleout-fuzz-\(getpid())")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            fatalError("no folder for files: \(error)")
        }
        atexit { try? FileManager.default.removeItem(atPath: Folder.path) }
        return folder.path
    }()

    /// Writes a file, or takes it away.
    static func write(_ bytes: [UInt8]?, to name: String) -> String {
        let path = path + "/" + name
        guard let bytes else {
            unsafe unlink(path)
            return path
        }
        let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        let written = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(file, $0.baseAddress, $0.count) }
        precondition(close(file) == 0 && written == bytes.count, "a file cannot be written")
        return path
    }

    /// The number that the next file gets, which tells whether a file was left open.
    static var lowestFreeDescriptor: Int32 {
        let file = unsafe open("/dev/null", O_RDONLY | O_CLOEXEC)
        close(file)
        return file
    }
}
