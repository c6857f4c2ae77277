internal import Foundation

/// Places of unfinished outputs, which a run that was killed leaves behind and the next one removes.
///
/// Whoever fills one holds a lock on it, which ends with the process however that ends. So what is not locked is nobody's. That the
/// tool has made a folder is known by the mark in it, whatever its name; one that was not marked yet holds nothing, or a mark without
/// a text, and nobody loses anything by its end. What holds anything else is a person's.
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
            guard let path = UniqueFolder.make(folder + (folder.hasSuffix("/") ? "" : "/") + prefix) else {
                return nil
            }
            let lock = SystemCall.open(path, O_RDONLY | O_DIRECTORY)
            // Locked before it is marked: what is marked and not locked is a leftover.
            if lock >= 0, flock(lock, LOCK_EX) == 0 || errno != EINTR, write(text, to: path + "/" + mark) {
                return (path, lock)
            }
            let reason = errno
            if lock >= 0 { close(lock) }
            remove(path)
            // Another run may have taken it for a leftover before it was locked.
            if reason == EINTR || reason == ENOENT { continue }
            errno = reason
            return nil
        }
    }

    /// Removes the leftovers of this user in a folder.
    ///
    /// - Complexity: O(files of the folder) time.
    static func remove(in folder: String) {
        let folder = folder.isEmpty ? "." : folder
        _ = start
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
        for name in names where isName(name) { removeLeftover(folder + "/" + name) }
    }

    /// Removes a place and what the tool has made in it, the mark last; again where a thread that was about to add a file has added
    /// it meanwhile.
    static func remove(_ path: String) {
        for _ in 0..<100 {
            for name in [output, abandoned] {
                // Without a descriptor to list a folder; files and empty folders go all the same.
                if !SystemCall.remove(path + name), errno != ENOENT, !SystemCall.removeFolder(path + name) {
                    try? FileManager.default.removeItem(atPath: path + name)
                }
            }
            if isEmpty(path) { SystemCall.remove(path + "/" + mark) }
            if SystemCall.removeFolder(path) || errno == ENOENT { return }
        }
    }

    /// Whether a name is one that `make` gives.
    private static func isName(_ name: String) -> Bool {
        let end = name.utf8.dropFirst(prefix.utf8.count)
        return name.hasPrefix(prefix) && end.count == UniqueFolder.letters
            && end.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "a")...UInt8(ascii: "z"):
                    true
                default: false
                }
            }
    }

    /// Whether a place holds nothing but its mark.
    private static func isEmpty(_ path: String) -> Bool {
        if let names = try? FileManager.default.contentsOfDirectory(atPath: path) { return names == [mark] }
        return [output, abandoned].allSatisfy { !SystemCall.allows(path + $0, F_OK) }
    }

    private static func removeLeftover(_ path: String) {
        let lock = SystemCall.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
        if lock < 0 { return }
        defer { close(lock) }
        guard let status = SystemCall.status(of: lock), status.st_uid == geteuid(), flock(lock, LOCK_EX | LOCK_NB) == 0,
            let names = try? FileManager.default.contentsOfDirectory(atPath: path)
        else { return }
        let own = [mark] + [output, abandoned].map { String($0.dropFirst()) }
        if isMarked(path) {
            if names.allSatisfy(own.contains) { remove(path) }
        } else if names.isEmpty || names == [mark] && isEmptyFile(path + "/" + mark), status.st_mode & 0o777 == 0o700,
            (status.st_mtim.tv_sec, status.st_mtim.tv_nsec) < start
        {
            // A run was ended before it had marked what it made; one that is about to makes another.
            SystemCall.remove(path + "/" + mark)
            SystemCall.removeFolder(path)
        }
    }

    /// When this run first looked for leftovers: what is older was not made by it.
    private static let start: (Int, Int) = SystemCall.now

    private static func isEmptyFile(_ path: String) -> Bool {
        guard let status = SystemCall.status(of: path, followsLinks: false) else { return false }
        return status.st_mode & S_IFMT == S_IFREG && status.st_size == 0
    }

    private static func isMarked(_ path: String) -> Bool {
        let file = SystemCall.open(path + "/" + mark, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
        if file < 0 { return false }
        defer { close(file) }
        var found = [UInt8](repeating: 0, count: text.utf8.count + 1)
        let count = SystemCall.read(file, into: &found)
        return count >= 0 && Array(text.utf8) == Array(found.prefix(count))
    }

    private static func write(_ text: String, to path: String) -> Bool {
        let file = SystemCall.open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        if file < 0 { return false }
        defer { close(file) }
        let bytes = Array(text.utf8)
        let count = SystemCall.write(bytes, to: file)
        if count >= 0, count < bytes.count { errno = ENOSPC }
        return count == bytes.count
    }
}
