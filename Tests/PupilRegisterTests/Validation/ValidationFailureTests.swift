import Foundation
import Testing

@testable import PupilRegister
@testable import RegisterValidation

/// What is wrong with a folder is told with the file and the remedy.
struct ValidationFailureTests {
    private func error(of folder: HandMadeFolder) -> RegisterError? {
        do {
            _ = try RegisterComparison(ofFolder: folder.path)
            return nil
        } catch {
            return error as? RegisterError
        }
    }

    @Test func noManifest() throws {
        let folder = try HandMadeFolder(manifest: "")
        #expect(error(of: folder) == .missingFile(path: folder.path + "/manifest.json"))
    }

    @Test(arguments: [
        ("{}", "this is not the manifest of a register"), ("not JSON", "this is not the manifest of a register"),
        (#"{"synthetic": false, "schema": "singleout.register/1"}"#, "it does not say that the data are synthetic"),
        (#"{"synthetic": true, "schema": "singleout.register/9"}"#, "it is of another version of the generator"),
        (#"{"synthetic": true, "schema": "singleout.register/1"}"#, "it is of another version of the generator"),
    ])
    func notARegister(manifest: String, reason: String) throws {
        let folder = try HandMadeFolder(manifest: manifest)
        #expect(error(of: folder) == .notSynthetic(path: folder.path + "/manifest.json", reason: reason))
    }

    @Test(arguments: ["census-2016", "truth/families", "addresses", "enrolments", "schools", "areas"])
    func aFileIsMissing(name: String) throws {
        let folder = try HandMadeFolder(leavingOut: [name])
        #expect(error(of: folder) == .missingFile(path: folder.path + "/\(name).csv"))
        #expect("\(error(of: folder)!)".contains("name a folder that was generated with it"))
    }

    @Test(arguments: ["census-2016", "truth/families", "addresses", "enrolments", "schools", "areas"])
    func rowsAreNotThoseStated(name: String) throws {
        let folder = try HandMadeFolder(statedRows: [name: 4])
        let found = ["census-2016": 5, "truth/families": 5, "schools": 3, "areas": 2][name] ?? 6
        #expect(error(of: folder) == .wrongRows(path: folder.path + "/\(name).csv", expected: 4, found: found))
    }

    @Test func aPupilHasNoFamily() throws {
        let folder = try HandMadeFolder(rows: ["truth/families": Array(HandMadeFolder.families.dropLast())])
        #expect(error(of: folder) == .missingPupils(path: folder.path + "/truth/families.csv", pupils: 1))
    }

    @Test func aSchoolIsUnknown() throws {
        let folder = try HandMadeFolder(rows: ["schools": [HandMadeFolder.schools[0]]])
        #expect(
            error(of: folder)
                == .notSynthetic(
                    path: folder.path, reason: "the census has schools that the file of schools does not have"))
    }

    /// The message names the column and never the value.
    @Test(arguments: [
        ("2003-03-04", "04/03/2003", "date_of_birth"), (",SS,8,", ",SS,Year 8,", "year_group"),
        (",SS,8,", ",XX,8,", "phase"), ("0,E,ASD", "0,Q,ASD", "sen"), ("N099000000004", "private", "pupil_number"),
        (",100,5,", ",100,five,", "sessions_missed_autumn"),
    ])
    func aValueThatNoRegisterHas(right: String, wrong: String, column: String) throws {
        var rows = HandMadeFolder.census
        rows[3] = rows[3].replacingOccurrences(of: right, with: wrong)
        let folder = try HandMadeFolder(rows: ["census-2016": rows])
        let found = try #require(self.error(of: folder))
        #expect(
            found
                == .notSynthetic(
                    path: folder.path + "/census-2016.csv",
                    reason: "the column '\(column)' has values that no register has"))
        #expect(!"\(found)".contains(wrong))
    }
}
