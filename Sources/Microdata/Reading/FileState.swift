internal import Foundation

/// An open file on a disk as it was found, by which it is noticed that others change it.
struct FileState: Sendable {
    let source: String
    let descriptor: Int32
    let size: Int
    private let modified: timespec

    /// The state of an open file; the descriptor must outlive it.
    init(_ descriptor: Int32, _ status: stat, source: String) {
        (self.source, self.descriptor, size, modified) = (source, descriptor, Int(status.st_size), status.st_mtim)
    }

    /// What happened to the file since it was opened, after which nothing that was read counts; `nil` when nothing did.
    var change: MicrodataError? {
        guard let status = SystemCall.status(of: descriptor), status.st_size == size,
            status.st_mtim.tv_sec == modified.tv_sec, status.st_mtim.tv_nsec == modified.tv_nsec
        else { return .changedWhileRead(source: source) }
        return nil
    }
}
