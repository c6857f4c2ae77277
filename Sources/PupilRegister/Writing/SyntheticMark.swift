internal import Foundation
internal import Microdata

/// What a manifest says of a file: that every person in it is made up, and of which register the file is.
public struct SyntheticMark: Hashable, Sendable {
    /// The seed and the version of the generator that made the register.
    public let seed: UInt64
    /// The version of the generator that made the register.
    public let version: String

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

    /// The mark of a file; `nil` where no manifest beside it, or beside its folder, names it with the size and the digest that it has.
    ///
    /// A file that was changed, or put in the place of a generated one, has no mark.
    public init?(ofFileAt path: String) {
        let file = URL(fileURLWithPath: path).standardizedFileURL
        let folder = file.deletingLastPathComponent()
        let places = [
            (folder, file.lastPathComponent),
            (folder.deletingLastPathComponent(), folder.lastPathComponent + "/" + file.lastPathComponent),
        ]
        for (folder, name) in places {
            guard let data = FileManager.default.contents(atPath: folder.appendingPathComponent(Manifest.name).path),
                let head = try? JSONDecoder().decode(Head.self, from: data), head.synthetic,
                head.schema.hasPrefix(Manifest.schemaName),
                let listed = head.files.first(where: { $0.path == name }),
                let attributes = try? FileManager.default.attributesOfItem(atPath: file.path),
                attributes[.size] as? Int == listed.bytes,
                FileDigest.sha256(ofFileAt: file.path) == listed.sha256
            else { continue }
            seed = head.seed
            version = head.version
            return
        }
        return nil
    }
}
