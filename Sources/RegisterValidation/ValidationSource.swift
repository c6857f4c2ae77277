internal import Foundation
internal import Microdata
internal import PupilRegister

/// The folder of a register that is validated: its manifest, and its files as tables.
struct ValidationSource: Sendable {
    let path: String
    let manifest: Manifest
    private let threads: Int?
    private let progress: (@Sendable (_ file: String, _ bytes: Int, _ all: Int?) -> Void)?

    /// What every manifest must say before anything else of it is believed.
    private struct Head: Decodable {
        let synthetic: Bool
        let schema: String
    }

    /// Reads the manifest of a folder.
    ///
    /// - Throws: `RegisterError.missingFile` without a manifest; `.notSynthetic` for one that is not a register's.
    init(
        _ path: String, threads: Int?, progress: (@Sendable (_ file: String, _ bytes: Int, _ all: Int?) -> Void)?
    ) throws(RegisterError) {
        self.path = path
        self.threads = threads
        self.progress = progress
        let file = path + "/" + Manifest.name
        guard let data = FileManager.default.contents(atPath: file) else { throw .missingFile(path: file) }
        let decoder = JSONDecoder()
        guard let head = try? decoder.decode(Head.self, from: data) else {
            throw .notSynthetic(path: file, reason: "this is not the manifest of a register")
        }
        guard head.synthetic else {
            throw .notSynthetic(path: file, reason: "it does not say that the data are synthetic")
        }
        guard head.schema == Manifest.currentSchema, let manifest = try? decoder.decode(Manifest.self, from: data),
            Self.isSound(manifest.settings)
        else { throw .notSynthetic(path: file, reason: "it is of another version of the generator") }
        self.manifest = manifest
    }

    /// The years of the censuses that the manifest lists, ascending.
    var censusYears: [Int] {
        manifest.files.compactMap { file in
            let name = Self.name(of: file)
            return name.hasPrefix("census-") ? Int(name.dropFirst("census-".count)) : nil
        }.sorted()
    }

    /// The table of a file, some of its columns only, with as many rows as the manifest states.
    ///
    /// - Parameter name: The path below the folder without an extension.
    /// - Throws: `RegisterError.missingFile`, `.wrongRows`; `MicrodataError` for a mistake in the file.
    func table(_ name: String, columns: [String]) throws -> Table {
        guard let file = manifest.files.first(where: { Self.name(of: $0) == name }),
            FileManager.default.fileExists(atPath: path + "/" + file.path)
        else { throw RegisterError.missingFile(path: path + "/" + name + "." + manifest.format) }
        var reading = DelimitedReading()
        reading.delimiter = UInt8(ascii: ",")
        reading.missingValues = []
        reading.columns = columns
        reading.threads = threads
        let progress = progress
        let table = try reading.table(fromFileAt: path + "/" + file.path) { bytes, all in
            progress?(file.path, bytes, all)
        }
        guard table.records == file.rows else {
            throw RegisterError.wrongRows(path: path + "/" + file.path, expected: file.rows, found: table.records)
        }
        return table
    }

    /// The threads to count with.
    var threadCount: Int? { threads }

    private static func name(of file: Manifest.File) -> String {
        var name = file.path
        for format in FileCompression.allCases where name.hasSuffix("." + format.fileExtension) {
            name.removeLast(format.fileExtension.count + 1)
            break
        }
        return name
    }

    /// Whether settings that were read are ones that could be made.
    private static func isSound(_ settings: RegisterSettings) -> Bool {
        let checked = try? RegisterSettings(
            pupils: settings.pupils, scale: settings.scale, firstYear: settings.firstYear, lastYear: settings.lastYear,
            seed: settings.seed, errors: settings.errors, families: settings.families, homes: settings.homes,
            schooling: settings.schooling, attributes: settings.attributes, errorRates: settings.errorRates)
        return checked != nil
    }
}
