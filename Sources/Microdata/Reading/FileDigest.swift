internal import Foundation

/// The SHA-256 of a file's bytes on disk, by which anyone can tell that it is the same file.
package enum FileDigest {
    private static let piece = 1 << 20

    /// The digest in 64 hexadecimal digits; `nil` for a file that cannot be read, or a pipe, whose bytes are gone.
    ///
    /// - Complexity: O(bytes) time, 1 MiB of memory.
    package static func sha256(ofFileAt path: String) -> String? {
        if HeldPipes.isReadOnce(path) { return nil }
        let file = SystemCall.open(path, O_RDONLY)
        if file < 0 { return nil }
        defer { close(file) }
        let digest = Digest()
        var buffer = [UInt8](repeating: 0, count: piece)
        while true {
            let count = SystemCall.read(file, into: &buffer)
            if count < 0 { return nil }
            if count == 0 { return digest.finish() }
            digest.add(buffer, count)
        }
    }
}
