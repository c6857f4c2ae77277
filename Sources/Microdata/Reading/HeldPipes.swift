internal import Foundation
internal import Synchronization

/// Pipes whose header was read, with the bytes that were taken, for whoever reads the whole: a pipe gives its bytes once.
package enum HeldPipes {
    /// A pipe, whatever path leads to it.
    struct Key: Hashable {
        let device: UInt64
        let number: UInt64

        init(_ status: stat) { (device, number) = (UInt64(status.st_dev), UInt64(status.st_ino)) }
    }

    /// An open pipe and what was taken from it.
    struct Held {
        /// `nil` for standard input, which is always open.
        let descriptor: OpenedFile.Descriptor?
        let taken: [UInt8]
    }

    private static let held = Mutex<[Key: Held]>([:])

    /// Whether a path leads to something that gives its bytes once: a pipe, a socket, a terminal.
    package static func isReadOnce(_ path: String) -> Bool { path != "-" && key(of: path) != nil }

    /// Standard input is one even where it is a plain file, as that is read on from where it stands.
    static func key(of path: String) -> Key? {
        if path == "-" { return SystemCall.status(of: STDIN_FILENO).map(Key.init) }
        guard let status = SystemCall.status(of: path) else { return nil }
        let kind = status.st_mode & S_IFMT
        return kind == S_IFIFO || kind == S_IFCHR || kind == S_IFSOCK ? Key(status) : nil
    }

    static func hold(_ pipe: Held, as key: Key) { held.withLock { $0[key] = pipe } }

    static func take(_ key: Key) -> Held? { held.withLock { $0.removeValue(forKey: key) } }
}
