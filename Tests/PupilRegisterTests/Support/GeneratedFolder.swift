import Foundation
import Microdata
import PupilRegister

/// A register that was written to a folder of its own, removed with it.
final class GeneratedFolder: Sendable {
    let path: String
    let manifest: Manifest

    init(_ settings: RegisterSettings, threads: Int? = nil, compression: FileCompression = .none) throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("register-\(UUID().uuidString)").path
        let folder = try RegisterFolder(path)
        manifest = try folder.write(
            Register(settings, threads: threads), compression: compression, threads: threads)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The rows of a file, each a value by the name of its column.
    func rows(_ name: String) throws -> [[String: String]] {
        let lines = try text(name).split(separator: "\n")
        let header = lines[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return lines.dropFirst().map { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            precondition(cells.count == header.count, "\(name): \(cells.count) cells under \(header.count) columns")
            return Dictionary(uniqueKeysWithValues: zip(header, cells))
        }
    }

    func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path + "/" + name + ".csv")), as: UTF8.self)
    }

    /// The files that the folder holds, below it, in order.
    func names() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: path).filter { $0.contains(".") }.sorted()
    }

    /// Six years of a small town, made once for all tests that only read it.
    static let town = Result {
        try GeneratedFolder(RegisterSettings(pupils: 6_000, firstYear: 2012, lastYear: 2017, seed: 3))
    }
    /// The same with errors.
    static let townWithErrors = Result {
        try GeneratedFolder(
            RegisterSettings(pupils: 6_000, firstYear: 2012, lastYear: 2017, seed: 3, errors: .realistic))
    }
}
