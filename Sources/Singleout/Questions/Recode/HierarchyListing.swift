import Foundation
import Yams

/// Hierarchies of several fields: a folder with a file `FIELD.csv` for some of them, or a YAML file that maps fields to
/// hierarchies as `--levels` takes them, whose relative paths start at its folder.
public struct HierarchyListing: Hashable, Sendable {
    /// A field and its hierarchy.
    struct Entry: Hashable, Sendable {
        let field: String
        let choice: HierarchyChoice
        /// The line of the YAML file.
        let line: Int
    }

    let entries: [Entry]
    /// The YAML file; `nil` for a folder, which may have files for other fields.
    let file: String?

    /// Reads the names of a folder, or a YAML file.
    ///
    /// - Throws: `ReleaseError` for a file that cannot be read, or that maps no fields to hierarchies.
    public init(contentsOf path: String) throws {
        if let status = SystemCall.status(of: path), status.st_mode & S_IFMT == S_IFDIR {
            let folder = path.hasSuffix("/") ? path : path + "/"
            let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            entries = names.sorted().filter { $0.hasSuffix(".csv") }.map { name in
                Entry(field: String(name.dropLast(".csv".count)), choice: .file(folder + name), line: 1)
            }
            file = nil
            return
        }
        let text = try SmallFile.text(of: path)
        // This may be a data file given by mistake, so no word of it may reach a message.
        guard let node = try? Yams.compose(yaml: text), let mapping = node.mapping else {
            throw ReleaseError.notYAML(file: path, line: nil)
        }
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        entries = try mapping.map { name, value in
            let line = name.mark?.line ?? 1
            guard let field = name.scalar?.string, let text = value.scalar?.string,
                let choice = HierarchyChoice(text, field: field, beside: folder)
            else { throw Self.wrong(path, line: line) }
            return Entry(field: field, choice: choice, line: line)
        }
        file = path
    }

    /// The hierarchies of some fields.
    ///
    /// - Throws: `ReleaseError` for a YAML file that names another one.
    func choices(for fields: [String]) throws(ReleaseError) -> [String: HierarchyChoice] {
        var choices: [String: HierarchyChoice] = [:]
        for entry in entries {
            if fields.contains(entry.field) {
                choices[entry.field] = entry.choice
            } else if let file {
                throw Self.wrong(file, line: entry.line)
            }
        }
        return choices
    }

    private static func wrong(_ file: String, line: Int) -> ReleaseError {
        .wrongValue(
            file: file, line: line, key: "hierarchies",
            expected: "only quasi-identifiers, each with its hierarchy, such as date, postcode or a file")
    }
}
