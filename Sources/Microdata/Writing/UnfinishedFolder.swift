internal import Foundation

/// A folder that appears whole or not at all: it is filled under a name of its own and then renamed.
package final class UnfinishedFolder {
    /// Why there is no folder.
    package enum Refusal: Error, Hashable, Sendable {
        /// The folder to make exists already.
        case exists(path: String)
        /// The system refuses, for a reason.
        case refused(WritingError)
    }

    /// Where the folder is to appear, without a slash at the end.
    package let destination: String
    private let output: UnfinishedOutput
    /// The permissions of new folders and files, of which the user's mask takes some away.
    private let (folderMode, fileMode): (mode_t, mode_t)

    /// The folder that is filled.
    package var path: String { output.path }
    /// The folder that holds it until it is finished.
    package var place: String { output.place }

    /// Makes an empty folder beside the one to be made, which must not exist.
    ///
    /// - Parameter isPrivate: Whether only the user may read the folder and its files.
    package init(_ destination: String, isPrivate: Bool = false) throws(Refusal) {
        (folderMode, fileMode) = isPrivate ? (0o700, 0o600) : (0o777, 0o666)
        var trimmed = destination
        while trimmed.count > 1 && trimmed.hasSuffix("/") { trimmed.removeLast() }
        self.destination = trimmed
        if SystemCall.status(of: trimmed, followsLinks: false) != nil { throw .exists(path: trimmed) }
        let parent = URL(fileURLWithPath: trimmed).deletingLastPathComponent().path
        guard let output = UnfinishedOutput(in: parent) else { throw .refused(Self.refused(trimmed, "make it")) }
        self.output = output
        if !SystemCall.makeFolder(output.path, folderMode) { throw .refused(Self.refused(trimmed, "make it")) }
    }

    /// Makes a folder in it, unless there is one.
    package func makeFolder(_ name: String) throws(WritingError) {
        if !SystemCall.makeFolder(path + "/" + name, folderMode), errno != EEXIST {
            throw Self.refused(destination, "make a folder in it")
        }
    }

    /// Writes a small file and brings it to the disk.
    package func write(_ bytes: [UInt8], to name: String) throws(WritingError) {
        let file = SystemCall.open(path + "/" + name, O_WRONLY | O_CREAT | O_EXCL, fileMode)
        let shown = destination + "/" + name
        if file < 0 { throw Self.refused(shown, "write") }
        defer { close(file) }
        var done = 0
        while done < bytes.count {
            let count = SystemCall.write(bytes, from: done, to: file)
            if count < 0 { throw Self.refused(shown, "write") }
            done += count
        }
        // Some file systems cannot and say EINVAL; the file is whole all the same.
        if fsync(file) != 0, errno != EINVAL { throw Self.refused(shown, "bring it to the disk") }
    }

    /// Makes the folder appear under its name.
    package func commit() throws(WritingError) {
        if !output.commit(to: destination) { throw Self.refused(destination, "rename it into place") }
    }

    /// Removes what was written unless it has been committed.
    package func discard() { output.discard() }

    private static func refused(_ path: String, _ action: String) -> WritingError {
        WritingError(path: path, action: action, reason: SystemCall.reason.lowercased())
    }
}
