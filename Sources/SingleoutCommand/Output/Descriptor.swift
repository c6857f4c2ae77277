import Glibc
import Singleout

/// An open file that bytes are written to.
struct Descriptor: Sendable {
    static let standardOutput = Descriptor(number: STDOUT_FILENO, name: "standard output")
    static let standardError = Descriptor(number: STDERR_FILENO, name: "standard error")

    let number: Int32
    /// What messages call it.
    let name: String

    /// Writes all bytes.
    func write(_ bytes: [UInt8]) throws(OutputError) {
        var done = 0
        while done < bytes.count {
            let count = SystemCall.write(bytes, from: done, to: number)
            if count < 0, errno == EAGAIN {
                // A pipe that another program has set not to block: wait until it takes more.
                SystemCall.waitToWrite(number)
                continue
            }
            if count < 0, errno == EPIPE { throw .closedPipe }
            if count < 0 { throw .failed("write", name) }
            done += count
        }
    }
}

extension OutputError {
    /// What the last system call that failed says.
    static func failed(_ action: String, _ path: String) -> OutputError {
        .refused(path: path, action: action, reason: SystemCall.reason.lowercased())
    }
}
