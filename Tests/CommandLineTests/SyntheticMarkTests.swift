import Foundation
import Testing

/// Every command shows that a generated file is synthetic, and says so of no other file.
struct SyntheticMarkTests {
    private static let fields = "sex,year_group,ethnicity"

    private static func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        let made = try Tool.run(
            ["generate", "--pupils", "1000", "--from", "2016", "--to", "2016", "--seed", "7", "--output", "made"],
            in: folder)
        #expect(made.status == 0)
        return folder
    }

    @Test(arguments: [
        ["measure"], ["combinations"], ["suda"], ["check", "--min-k", "1"],
        ["estimate", "--population", "20000", "--bootstrap", "0"],
    ])
    func isShown(command: [String]) throws {
        let folder = try Self.folder()
        let arguments = [command[0], "made/census-2016.csv", "-q", Self.fields] + command.dropFirst()
        let text = try Tool.run(arguments, in: folder).text
        #expect(text.contains("made/census-2016.csv (synthetic)"), "\(command[0])")
        #expect(text.contains("every pupil, family, address and school is made up"), "\(command[0])")
        let json = try Tool.run(arguments + ["--format", "json"], in: folder).json()
        let mark = json["synthetic"] as? [String: Any]
        #expect(mark?["seed"] as? Int == 7 && mark?["version"] as? String == "1", "\(command[0])")
    }

    /// The mark of either file counts for a linkage.
    @Test(arguments: [true, false])
    func isShownOfLinkedFiles(isRegisterMade: Bool) throws {
        let folder = try Self.folder()
        try folder.write(try folder.read("made/census-2016.csv"), to: "copy.csv")
        let files = isRegisterMade ? ["copy.csv", "made/census-2016.csv"] : ["made/census-2016.csv", "copy.csv"]
        let arguments = ["link"] + files + ["--compare", "forename:name,surname:name,date_of_birth:date"]
        let text = try Tool.run(arguments, in: folder).text
        let title =
            isRegisterMade ? "copy.csv to made/census-2016.csv (synthetic)" : "census-2016.csv (synthetic) to copy.csv"
        #expect(text.contains(title))
        #expect(text.contains("every pupil, family, address and school is made up"))
        let mark = try Tool.run(arguments + ["--format", "json"], in: folder).json()["synthetic"] as? [String: Any]
        #expect(mark?["seed"] as? Int == 7 && mark?["version"] as? String == "1")
    }

    @Test func filesBelowTheFolderAreMarkedToo() throws {
        let folder = try Self.folder()
        let text = try Tool.run(["measure", "made/truth/families.csv", "-q", "birth_order"], in: folder).text
        #expect(text.contains("(synthetic)"))
    }

    /// A manifest that names a file and its size, but no digest or another one, says nothing of it.
    @Test(arguments: ["", ",\"sha256\":\"\(String(repeating: "0", count: 64))\""])
    func aManifestWithoutTheDigestMarksNothing(digest: String) throws {
        let folder = try WorkFolder()
        try folder.write("sex\nF\nM\n", to: "p.csv")
        let manifest =
            "{\"synthetic\":true,\"schema\":\"singleout.register/1\",\"version\":\"1\",\"seed\":1,"
            + "\"files\":[{\"path\":\"p.csv\",\"bytes\":8\(digest)}]}"
        try folder.write(manifest, to: "manifest.json")
        let outcome = try Tool.run(["measure", "p.csv", "-q", "sex"], in: folder)
        #expect(outcome.status == 0 && !outcome.text.contains("synthetic"))
    }

    /// A copy elsewhere, a changed file and a file that the manifest does not name may be anything.
    @Test func otherFilesAreNotMarked() throws {
        let folder = try Self.folder()
        try folder.write(try folder.read("made/census-2016.csv"), to: "copy.csv")
        try folder.write(try folder.read("made/register.csv"), to: "made/other.csv")
        try folder.write(try folder.read("made/areas.csv") + "X,X,X,1,1,1,1,1\n", to: "made/areas.csv")
        for (file, field) in [("copy.csv", "sex"), ("made/other.csv", "sex"), ("made/areas.csv", "region")] {
            let outcome = try Tool.run(["measure", file, "-q", field], in: folder)
            #expect(outcome.status == 0 && !outcome.text.contains("synthetic"), "\(file)")
        }
    }
}
