import Foundation
import Microdata
import Testing

@testable import PupilRegister

struct DeterminismTests {
    private static func digests(_ settings: RegisterSettings, threads: Int) throws -> [String] {
        try GeneratedFolder(settings, threads: threads).manifest.files.map { "\($0.path) \($0.rows) \($0.sha256)" }
    }

    @Test func theNumberOfThreadsDoesNotMatter() throws {
        let settings = try RegisterSettings(
            pupils: 20_000, firstYear: 2015, lastYear: 2016, seed: 11, errors: .realistic)
        let alone = try Self.digests(settings, threads: 1)
        #expect(alone.count == 11)
        for threads in [2, 3, 8] { #expect(try Self.digests(settings, threads: threads) == alone) }
    }

    @Test func anotherSeedMakesAnotherRegister() throws {
        func digests(_ seed: UInt64) throws -> Set<String> {
            Set(
                try Self.digests(
                    RegisterSettings(pupils: 1_000, firstYear: 2016, lastYear: 2016, seed: seed), threads: 2))
        }
        #expect(try digests(1).isDisjoint(with: digests(2)))
    }

    /// The scale and the number of pupils together say how many there are.
    @Test func scale() throws {
        let scaled = try RegisterSettings(pupils: 200_000, scale: 0.01, firstYear: 2016, lastYear: 2016)
        #expect(scaled.pupilsOnRoll == 2_000)
        #expect(try GeneratedFolder(scaled).rows("census-2016").count == 2_000)
    }

    @Test(arguments: [FileCompression.gzip, .zstd])
    func compressionHoldsTheSameRows(compression: FileCompression) throws {
        let settings = try RegisterSettings(pupils: 40_000, firstYear: 2016, lastYear: 2016)
        let plain = try GeneratedFolder(settings)
        let packed = try GeneratedFolder(settings, compression: compression)
        var reading = DelimitedReading()
        reading.columns = ["pupil_number", "surname", "postcode"]
        func table(_ folder: GeneratedFolder) throws -> [Column] {
            try reading.table(fromFileAt: "\(folder.path)/census-2016.\(folder.manifest.format)").columns
        }
        // Several chunks, each a member of its own.
        #expect(plain.manifest.files[0].rows == 40_000)
        #expect(try table(packed) == table(plain))
        #expect(packed.manifest.files[0].bytes < plain.manifest.files[0].bytes / 2)
    }

    @Test func digestsAreThoseOfTheFiles() throws {
        let folder = try GeneratedFolder.town.get()
        for file in folder.manifest.files {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + file.path))
            #expect(bytes.count == file.bytes)
            let digest = Digest()
            digest.add(Array(bytes), bytes.count)
            #expect(digest.finish() == file.sha256)
            #expect(bytes.count { $0 == 10 } == file.rows + 1)
        }
    }

    /// The known answer of FIPS 180-4 for "abc".
    @Test func digest() {
        let digest = Digest()
        digest.add(Array("abc".utf8), 3)
        #expect(digest.finish() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
