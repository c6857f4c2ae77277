import Glibc
import Yams

/// Hierarchies of several fields: a folder with a file `FIELD.csv` for some of them, or a YAML file that maps fields to
/// hierarchies as `--levels` takes them, whose relative paths start at its folder.
struct HierarchyListing {
    let choices: [String: HierarchyChoice]
    /// The YAML file; `nil` for a folder.
    let file: String?

    init(_ path: String, fields: [String]) throws {
        var status = stat()
        if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            let folder = path.hasSuffix("/") ? path : path + "/"
            var choices: [String: HierarchyChoice] = [:]
            for field in fields where !field.contains("/") {
                let file = folder + field + ".csv"
                if unsafe access(file, F_OK) == 0 { choices[field] = .file(file) }
            }
            self.choices = choices
            file = nil
            return
        }
        let text = try SmallFile.text(of: path)
        // This may be a data file given by mistake, so no word of it may reach a message.
        guard let node = try? Yams.compose(yaml: text), let mapping = node.mapping else {
            throw ReleaseError.notYAML(file: path, line: nil)
        }
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        var choices: [String: HierarchyChoice] = [:]
        for (name, value) in mapping {
            guard let field = name.scalar?.string, fields.contains(field), let text = value.scalar?.string,
                let choice = HierarchyChoice(text, field: field, beside: folder)
            else {
                throw ReleaseError.wrongValue(
                    file: path, line: name.mark?.line ?? 1, key: "hierarchies",
                    expected: "only quasi-identifiers, each with its hierarchy, such as date, postcode or a file")
            }
            choices[field] = choice
        }
        self.choices = choices
        file = path
    }
}
