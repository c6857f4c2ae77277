internal import Foundation

/// The SHA-256 of a file's bytes on disk, by which anyone can tell that it is the same file.
package enum FileDigest {
    private static let piece = 1 << 20

    /// The digest in 64 hexadecimal digits; `nil` for a file that cannot be read, or a pipe, whose bytes are gone.
    ///
    /// - Complexity: O(bytes) time, 1 MiB of memory.
    package static func sha256(ofFileAt path: String) -> String? {
        if HeldPipes.isReadOnce(path) { return nil }
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        if file < 0 { return nil }
        defer { close(file) }
        let digest = Digest()
        var buffer = [UInt8](repeating: 0, count: piece)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count < 0 { return nil }
            if count == 0 { return digest.finish() }
            unsafe buffer.withUnsafeBytes { unsafe digest.add(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        }
    }
}
