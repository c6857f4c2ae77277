import Glibc

/// Reads files that people write by hand.
enum SmallFile {
    /// More bytes than any release file needs.
    static let limit = 1 << 20

    /// The file's text, without a byte-order mark.
    ///
    /// - Throws: `ReleaseError` where it cannot be read, is too long or is not UTF-8.
    static func text(of file: String) throws(ReleaseError) -> String {
        let descriptor = SystemCall.open(file, O_RDONLY)
        if descriptor < 0 { throw unreadable(file) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = SystemCall.read(descriptor, into: &piece)
            if count == 0 { break }
            if count < 0 { throw unreadable(file) }
            bytes += piece[..<count]
            if bytes.count > limit { throw .tooLong(file: file, limit: limit) }
        }
        if bytes.starts(with: ByteOrderMark.bytes) { bytes.removeFirst(ByteOrderMark.bytes.count) }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText(file: file) }
        return text
    }

    private static func unreadable(_ file: String) -> ReleaseError {
        .unreadable(file: file, reason: SystemCall.reason.lowercased())
    }
}
