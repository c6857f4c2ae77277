import Foundation
import Testing

@testable import PupilRegister

struct SettingsTests {
    @Test(arguments: [
        (0, 1.0, 2016, 2016), (499, 1, 2016, 2016), (16_000_000, 1, 2016, 2016), (8_000_000, 0, 2016, 2016),
        (8_000_000, 1.5, 2016, 2016), (8_000_000, .nan, 2016, 2016), (8_000_000, 1, 2017, 2016),
        (8_000_000, 1, 2005, 2016), (8_000_000, 1, 2016, 2026), (8_000_000, 0.00001, 2016, 2016),
    ])
    func outOfRange(pupils: Int, scale: Double, first: Int, last: Int) {
        #expect(throws: RegisterError.self) {
            try RegisterSettings(pupils: pupils, scale: scale, firstYear: first, lastYear: last)
        }
    }

    @Test func parametersAreChecked() {
        var families = FamilySettings()
        families.sizes = [0.5, 0.4]
        #expect(throws: RegisterError.self) { try RegisterSettings(families: families) }
        var schooling = SchoolingSettings()
        schooling.special = 1.2
        #expect(throws: RegisterError.self) { try RegisterSettings(schooling: schooling) }
        var attributes = AttributeSettings()
        attributes.correlations = [0.99, 0.99, 0, -0.99, 0, 0]
        #expect(throws: RegisterError.self) {
            try Register(RegisterSettings(pupils: 1_000, attributes: attributes))
        }
    }

    @Test func settingsSurviveJSON() throws {
        let settings = try RegisterSettings(pupils: 12_345, scale: 0.5, seed: .max, errors: .realistic)
        let data = try JSONEncoder().encode(settings)
        #expect(try JSONDecoder().decode(RegisterSettings.self, from: data) == settings)
    }

    @Test func aFolderIsNeverOverwritten() throws {
        let folder = try GeneratedFolder.town.get()
        #expect(throws: RegisterError.folderExists(path: folder.path)) { try RegisterFolder(folder.path) }
    }

    @Test func whatIsDiscardedLeavesNothing() throws {
        let parent = FileManager.default.temporaryDirectory.appendingPathComponent("register-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: parent) }
        let folder = try RegisterFolder(parent.appendingPathComponent("new").path)
        #expect(try FileManager.default.contentsOfDirectory(atPath: parent.path).count == 1)
        folder.discard()
        #expect(try FileManager.default.contentsOfDirectory(atPath: parent.path).isEmpty)
    }
}
