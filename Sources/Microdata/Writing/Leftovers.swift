internal import Foundation

/// Unfinished files and folders beside an output, which a run that was killed leaves behind and the next one removes.
///
/// Whoever fills one holds a lock on it, which ends with the process however that ends. So what is not locked is nobody's.
package enum Leftovers {
    /// What their names begin with.
    private static let prefix = ".singleout-"

    /// The name of an unfinished file or folder in a folder, six characters of which the system fills in.
    package static func template(in folder: String) -> [CChar] {
        Array((folder + (folder.hasSuffix("/") ? "" : "/") + prefix + "XXXXXX").utf8CString)
    }

    /// Locks what was just made.
    ///
    /// - Returns: `false` when another run took it for a leftover before it was locked; then it is gone, and another must be
    ///   made. A file system without locks counts as locked.
    package static func claim(_ descriptor: Int32, at path: String) -> Bool {
        while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
        var own = stat()
        var named = stat()
        return unsafe fstat(descriptor, &own) == 0 && lstat(path, &named) == 0 && own.st_ino == named.st_ino
    }

    /// Removes the leftovers of this user in a folder.
    ///
    /// - Complexity: O(files of the folder) time.
    package static func remove(in folder: String) {
        let folder = folder.isEmpty ? "." : folder
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
        for name in names where name.hasPrefix(prefix) && name.utf8.count == prefix.utf8.count + 6 {
            removeLeftover(folder + "/" + name)
        }
    }

    private static func removeLeftover(_ path: String) {
        let file = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        if file < 0 { return }
        defer { close(file) }
        var status = stat()
        guard unsafe fstat(file, &status) == 0, status.st_uid == geteuid() else { return }
        let kind = status.st_mode & S_IFMT
        guard kind == S_IFREG || kind == S_IFDIR, flock(file, LOCK_EX | LOCK_NB) == 0 else { return }
        if kind == S_IFREG { unsafe unlink(path) } else { UnfinishedFolder.remove(path) }
    }
}
