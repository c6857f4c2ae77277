import Foundation
import Microdata
import Testing

@testable import PupilRegister

/// The town in `datasets/` is what this version of the generator makes.
struct PublishedTownTests {
    private static let town = CodebookTests.datasets.appendingPathComponent("town")

    private let manifest: Manifest

    init() throws {
        manifest = try JSONDecoder().decode(
            Manifest.self, from: Data(contentsOf: Self.town.appendingPathComponent(Manifest.name)))
    }

    /// The same size, years and seed give the same bytes, with the parameters of today.
    @Test func regeneratingGivesTheSameBytes() throws {
        let settings = try RegisterSettings(
            pupils: manifest.settings.pupils, scale: manifest.settings.scale, firstYear: manifest.settings.firstYear,
            lastYear: manifest.settings.lastYear, seed: manifest.seed, errors: manifest.settings.errors)
        let fresh = try GeneratedFolder(settings)
        #expect(fresh.manifest == manifest, "the generator has changed; 'make datasets' makes the town anew")
    }

    @Test func theFilesAreThoseOfTheManifest() throws {
        let names = try FileManager.default.subpathsOfDirectory(atPath: Self.town.path).filter { $0.contains(".") }
        #expect(names.sorted() == (manifest.files.map(\.path) + [Manifest.name]).sorted())
        var bytes = 0
        for file in manifest.files {
            let data = try Data(contentsOf: Self.town.appendingPathComponent(file.path))
            let digest = Digest()
            digest.add(Array(data), data.count)
            #expect(digest.finish() == file.sha256, "\(file.path)")
            bytes += data.count
        }
        #expect(bytes < 3_000_000)
    }

    @Test func isAFullRegister() {
        #expect(manifest.synthetic)
        #expect(manifest.files.count == Columns.all.count + manifest.settings.censusYears.count - 1)
        #expect(manifest.files.contains { $0.path == "register.csv" && (4_000...6_000).contains($0.rows) })
    }
}
