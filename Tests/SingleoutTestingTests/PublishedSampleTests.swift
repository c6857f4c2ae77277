import Foundation
import SingleoutTesting
import Testing

/// The sample in `datasets/` is what its provenance says.
struct PublishedSampleTests {
    static let datasets = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("datasets")

    @Test func isWhatTheBuilderWrites() throws {
        let published = try Data(contentsOf: Self.datasets.appendingPathComponent("sample.csv"))
        #expect(published == Data(PupilSample(records: 10_000, seed: 1).csv().utf8))
    }

    @Test func hasItsProvenance() throws {
        let page = try String(contentsOf: Self.datasets.appendingPathComponent("README.md"), encoding: .utf8)
        for name in try FileManager.default.contentsOfDirectory(atPath: Self.datasets.path) where name != "README.md" {
            #expect(page.contains("## \(name)"), "\(name) has no section in datasets/README.md")
        }
        for field in PupilSample.fields { #expect(page.contains("| `\(field)` |"), "\(field) is not described") }
    }
}
