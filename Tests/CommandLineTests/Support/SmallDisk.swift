import Foundation

/// A file system in memory that takes only so many bytes, below a folder of a test; only the superuser can make one.
final class SmallDisk: Sendable {
    /// Whether this process may mount one.
    static let isPossible = (try? SmallDisk(kibibytes: 64)) != nil

    private let folder: WorkFolder

    init(kibibytes: Int) throws {
        folder = try WorkFolder()
        guard let mount = Programs.path(of: "mount"), getuid() == 0 else { throw CocoaError(.fileWriteNoPermission) }
        var messages = ""
        _ = try Programs.run(mount, ["-t", "tmpfs", "-o", "size=\(kibibytes)k", "tmpfs", folder.url.path]) {
            messages = $0
        }
        if !messages.isEmpty { throw CocoaError(.fileWriteNoPermission) }
    }

    deinit {
        guard let umount = Programs.path(of: "umount") else { return }
        _ = try? Programs.run(umount, [folder.url.path])
    }

    var path: String { folder.url.path }

    /// All names on the disk, hidden ones too.
    func names() throws -> [String] { try folder.names() }
}
