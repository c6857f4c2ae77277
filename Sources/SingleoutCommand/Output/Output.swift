import Glibc
import Singleout
import Synchronization

/// Where an answer goes: standard output, a device or pipe, or a file that appears whole or not at all.
///
/// A file is written in a place of its own next to its destination, brought to the disk, and renamed over the destination; whatever goes wrong before that leaves the destination as it was and no file behind.
final class Output {
    /// The files that this run writes, by their folders' real names.
    private static let destinations = Mutex<Set<String>>([])

    private let descriptor: Descriptor
    private let destination: String?
    private var unfinished: UnfinishedOutput?
    /// Whether all of it is on the disk, and only its name is missing.
    private(set) var isWhole = false

    /// Opens an output.
    ///
    /// - Parameters:
    ///   - path: A path, or `-` for standard output.
    ///   - inputs: Files that are read, and folders whose files are, which the output must not replace.
    ///   - isPrivate: Whether only the user may read the file, even if others may read the one that it replaces.
    init(path: String, inputs: [String], isPrivate: Bool = false) throws(OutputError) {
        if path == "-" {
            (descriptor, destination) = (.standardOutput, nil)
            return
        }
        let existing = SystemCall.status(of: path)
        if let existing, existing.st_mode & S_IFMT != S_IFREG {
            let number = SystemCall.open(path, O_WRONLY)
            if number < 0 { throw .failed("write", path) }
            (descriptor, destination) = (Descriptor(number: number, name: path), nil)
            return
        }
        // A link stays a link: its target is replaced.
        let destination = existing == nil ? path : SystemCall.resolved(path) ?? path
        if let existing, inputs.contains(where: { $0 != "-" && Self.isRead(existing, at: destination, of: $0) }) {
            throw .replacesInput(path: path)
        }
        let folder = Self.folder(of: destination)
        let name = (SystemCall.resolved(folder) ?? folder) + "/" + destination.split(separator: "/").suffix(1).joined()
        if !Self.destinations.withLock({ $0.insert(name).inserted }) { throw .namedTwice(path: path) }
        let unfinished = try Interruption.guarding(\.place) { () throws(OutputError) in
            guard let unfinished = UnfinishedOutput(in: folder) else {
                throw .failed("write", path)
            }
            return unfinished
        }
        let number = SystemCall.open(unfinished.path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        if number < 0 {
            let failure = OutputError.failed("write", path)
            unfinished.discard()
            Interruption.keep(unfinished.place)
            throw failure
        }
        let usual = existing.map { $0.st_mode & 0o777 } ?? 0o666 & ~Self.creationMask()
        fchmod(number, isPrivate ? 0o600 : usual)
        self.unfinished = unfinished
        self.destination = destination
        descriptor = Descriptor(number: number, name: path)
    }

    deinit { discard() }

    /// Adds bytes.
    func write(_ bytes: [UInt8]) throws(OutputError) { try descriptor.write(bytes) }

    /// Where what was written can be read before it is committed.
    var written: String { unfinished?.path ?? destination ?? descriptor.name }

    /// Brings what was written to the disk; nothing is added after that.
    func finish() throws(OutputError) {
        if unfinished != nil, !isWhole, fsync(descriptor.number) != 0 {
            throw .failed("bring it to the disk", descriptor.name)
        }
        isWhole = true
    }

    /// Makes what was written appear under the destination's name.
    func commit() throws(OutputError) {
        try finish()
        guard let unfinished, let destination else { return }
        if !unfinished.commit(to: destination) { throw .failed("rename it into place", descriptor.name) }
        self.unfinished = nil
        close(descriptor.number)
        Interruption.keep(unfinished.place)
        let folder = SystemCall.open(Self.folder(of: destination), O_RDONLY | O_DIRECTORY)
        if folder < 0 { return }
        defer { close(folder) }
        // Some file systems cannot bring a folder to the disk and say EINVAL; the file is whole all the same.
        if fsync(folder) != 0, errno != EINVAL { throw .failed("bring its folder to the disk", descriptor.name) }
    }

    /// Removes what was written unless it has been committed.
    func discard() {
        guard let unfinished else { return }
        unfinished.discard()
        close(descriptor.number)
        Interruption.keep(unfinished.place)
        self.unfinished = nil
    }

    /// Whether a file is an input, or lies in a folder that is one.
    private static func isRead(_ file: stat, at path: String, of input: String) -> Bool {
        guard let status = SystemCall.status(of: input) else { return false }
        if status.st_mode & S_IFMT == S_IFDIR {
            guard let folder = SystemCall.resolved(input), let path = SystemCall.resolved(path) else { return false }
            return path.hasPrefix(folder + "/")
        }
        return status.st_dev == file.st_dev && status.st_ino == file.st_ino
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The permissions that new files do not get; the system only tells when it is set.
    private static func creationMask() -> mode_t {
        let mask = umask(0o077)
        umask(mask)
        return mask
    }
}
