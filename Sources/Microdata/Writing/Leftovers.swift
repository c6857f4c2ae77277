internal import Foundation

/// Places of unfinished outputs, which a run that was killed leaves behind and the next one removes.
///
/// Whoever fills one holds a lock on it, which ends with the process however that ends. So what is not locked is nobody's. That the
/// tool has made a folder is known by the mark in it, whatever its name.
package enum Leftovers {
    /// What their names begin with.
    private static let prefix = ".singleout-"
    /// The file in a place that says whose it is.
    private static let mark = "unfinished"
    private static let text =
        "singleout.unfinished/1: an output that is not finished; it can be removed when no singleout runs.\n"

    /// Where in its place an output is made.
    static let output = "/output"
    /// Where an output is brought that is not wanted any more.
    static let abandoned = "/abandoned"

    /// Makes a place in a folder, marked and locked so that no other run takes it for a leftover.
    ///
    /// - Returns: Its path, and what holds the lock; `nil` where the system refuses, for the reason in `errno`.
    static func make(in folder: String) -> (path: String, lock: Int32)? {
        while true {
            var template = Array((folder + (folder.hasSuffix("/") ? "" : "/") + prefix + "XXXXXX").utf8CString)
            guard unsafe mkdtemp(&template) != nil else { return nil }
            let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
            let lock = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            // Locked before it is marked: without the mark no other run looks at it.
            if lock >= 0, flock(lock, LOCK_EX) == 0 || errno != EINTR, write(text, to: path + "/" + mark) {
                return (path, lock)
            }
            let reason = errno
            if lock >= 0 { close(lock) }
            remove(path)
            if reason == EINTR { continue }
            errno = reason
            return nil
        }
    }

    /// Removes the leftovers of this user in a folder.
    ///
    /// - Complexity: O(files of the folder) time.
    static func remove(in folder: String) {
        let folder = folder.isEmpty ? "." : folder
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
        for name in names where name.hasPrefix(prefix) && name.utf8.count == prefix.utf8.count + 6 {
            removeLeftover(folder + "/" + name)
        }
    }

    /// Removes a place and what is in it, the mark last; again where a thread that was about to add a file has added it meanwhile.
    static func remove(_ path: String) {
        for _ in 0..<100 {
            if let names = try? FileManager.default.contentsOfDirectory(atPath: path) {
                for name in names where name != mark {
                    try? FileManager.default.removeItem(atPath: path + "/" + name)
                }
            } else {
                // Without a descriptor to list it; files and empty folders go all the same.
                for name in [output, abandoned] where unsafe unlink(path + name) != 0 { unsafe rmdir(path + name) }
            }
            if isEmpty(path) { unsafe unlink(path + "/" + mark) }
            if unsafe rmdir(path) == 0 || errno == ENOENT { return }
        }
    }

    /// Whether a place holds nothing but its mark.
    private static func isEmpty(_ path: String) -> Bool {
        if let names = try? FileManager.default.contentsOfDirectory(atPath: path) { return names == [mark] }
        return [output, abandoned].allSatisfy { unsafe access(path + $0, F_OK) != 0 }
    }

    private static func removeLeftover(_ path: String) {
        let lock = unsafe open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        if lock < 0 { return }
        defer { close(lock) }
        var status = stat()
        guard unsafe fstat(lock, &status) == 0, status.st_uid == geteuid(), isMarked(path) else { return }
        if flock(lock, LOCK_EX | LOCK_NB) == 0 { remove(path) }
    }

    private static func isMarked(_ path: String) -> Bool {
        let file = unsafe open(path + "/" + mark, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        if file < 0 { return false }
        defer { close(file) }
        var found = [UInt8](repeating: 0, count: text.utf8.count + 1)
        let count = unsafe found.withUnsafeMutableBytes { unsafe read(file, $0.baseAddress, $0.count) }
        return count >= 0 && Array(text.utf8) == Array(found.prefix(count))
    }

    private static func write(_ text: String, to path: String) -> Bool {
        let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if file < 0 { return false }
        defer { close(file) }
        let bytes = Array(text.utf8)
        let count = unsafe bytes.withUnsafeBytes { unsafe Foundation.write(file, $0.baseAddress, $0.count) }
        if count >= 0, count < bytes.count { errno = ENOSPC }
        return count == bytes.count
    }
}
