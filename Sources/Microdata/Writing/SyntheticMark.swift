internal import Foundation
internal import Synchronization

/// What a manifest says of a file: that every person in it is made up, and of which register the file is.
public struct SyntheticMark: Hashable, Sendable {
    /// The seed and the version of the generator that made the register.
    public let seed: UInt64
    /// The version of the generator that made the register.
    public let version: String
    /// The SHA-256 of the file, as the manifest states it and as the file has it.
    package let sha256: String

    /// The name of a manifest's file.
    package static let manifestName = "manifest.json"
    /// What the form of every manifest begins with; its version follows.
    package static let schemaName = "singleout.register/"

    /// What is read of a manifest.
    private struct Head: Decodable {
        struct File: Decodable {
            let path: String
            let bytes: Int
            let sha256: String
        }

        let synthetic: Bool
        let schema: String
        let version: String
        let seed: UInt64
        let files: [File]
    }

    /// What tells a file that was looked at from one that has been changed since.
    private struct Identity: Hashable {
        let path: String
        let number: UInt64
        let bytes: Int
        let changed: Date
    }

    private static let digests = Mutex<[Identity: String]>([:])

    /// The mark of a file; `nil` where no manifest beside it, or beside its folder, names it with the digest that it has.
    ///
    /// A file that was changed, or put in the place of a generated one, has no mark.
    ///
    /// - Complexity: O(bytes) time where a manifest names the file with its size, once for each file and process; else the time
    ///   to read the manifest.
    public init?(ofFileAt path: String) {
        let file = URL(fileURLWithPath: path).standardizedFileURL
        let folder = file.deletingLastPathComponent()
        let places = [
            (folder, file.lastPathComponent),
            (folder.deletingLastPathComponent(), folder.lastPathComponent + "/" + file.lastPathComponent),
        ]
        for (folder, name) in places {
            guard
                let data = FileManager.default.contents(atPath: folder.appendingPathComponent(Self.manifestName).path),
                let head = try? JSONDecoder().decode(Head.self, from: data), head.synthetic,
                head.schema.hasPrefix(Self.schemaName),
                let listed = head.files.first(where: { $0.path == name }),
                Self.digest(of: file.path, bytes: listed.bytes) == listed.sha256
            else { continue }
            seed = head.seed
            version = head.version
            sha256 = listed.sha256
            return
        }
        return nil
    }

    /// The SHA-256 of a regular file; `nil` for one of another size.
    private static func digest(of path: String, bytes: Int) -> String? {
        // Links are followed, as for reading.
        let path = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            attributes[.type] as? FileAttributeType == .typeRegular, attributes[.size] as? Int == bytes
        else { return nil }
        let identity = Identity(
            path: path, number: attributes[.systemFileNumber] as? UInt64 ?? 0, bytes: bytes,
            changed: attributes[.modificationDate] as? Date ?? .distantPast)
        if let known = digests.withLock({ $0[identity] }) { return known }
        let digest = FileDigest.sha256(ofFileAt: path)
        digests.withLock { $0[identity] = digest }
        return digest
    }
}
