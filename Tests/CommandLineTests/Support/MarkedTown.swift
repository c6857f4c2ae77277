import Foundation

/// The town in `datasets/` with a mark on every name, number of a pupil and part of an address.
enum MarkedTown {
    private static let marked: Set<String> = [
        "pupil_number", "surname", "forename", "middle_name", "sub_building", "building", "street", "town",
        "previous_sub_building", "previous_building", "previous_street", "previous_town",
    ]

    /// Writes all files of the town below a folder, the manifest with their digests, and returns their paths.
    static func write(to name: String, in folder: WorkFolder) throws -> [String] {
        let town = Notebook.root.appendingPathComponent("datasets/town")
        let manager = FileManager.default
        try manager.createDirectory(at: folder.url("\(name)/truth"), withIntermediateDirectories: true)
        let files = try manager.subpathsOfDirectory(atPath: town.path).filter { $0 != "truth" }
        for file in files {
            let text = try String(contentsOf: town.appendingPathComponent(file), encoding: .utf8)
            try folder.write(file.hasSuffix(".csv") ? mark(text) : text, to: "\(name)/\(file)")
        }
        try seal("\(name)", in: folder)
        return files.map { "\(name)/\($0)" }
    }

    /// Puts the sizes and digests of the files of a register into its manifest, as they are now.
    static func seal(_ name: String, in folder: WorkFolder) throws {
        let manifest = folder.url("\(name)/manifest.json")
        var head = try JSONSerialization.jsonObject(with: Data(contentsOf: manifest)) as? [String: Any] ?? [:]
        var files = head["files"] as? [[String: Any]] ?? []
        for number in files.indices {
            let path = folder.path("\(name)/\(files[number]["path"] as? String ?? "")")
            guard let bytes = FileManager.default.contents(atPath: path) else { continue }
            let told = try Programs.run(Programs.path(of: "sha256sum") ?? "/usr/bin/sha256sum", [path])
            files[number]["bytes"] = bytes.count
            files[number]["sha256"] = String(String(decoding: told, as: UTF8.self).prefix(64))
        }
        head["files"] = files
        try JSONSerialization.data(withJSONObject: head).write(to: manifest)
    }

    private static func mark(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let isMarked = lines[0].split(separator: ",").map { marked.contains(String($0)) }
        return lines.enumerated().map { number, line in
            if number == 0 || line.isEmpty { return String(line) }
            let values = line.split(separator: ",", omittingEmptySubsequences: false)
            return zip(values, isMarked).map { $1 && !$0.isEmpty ? "Zq7" + $0 : String($0) }.joined(separator: ",")
        }.joined(separator: "\n")
    }
}
