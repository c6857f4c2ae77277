import Foundation

@testable import PupilRegister
@testable import RegisterValidation

/// A register of five pupils in two families, written by hand, so that every figure can be checked by counting.
///
/// The Ashworths: an older sister at the secondary school and twin brothers at the primary school, all at one address. The
/// Brooks: an older brother who lives at the Ashworths' address, and a sister who lives elsewhere.
final class HandMadeFolder {
    let path: String
    private var files: [Manifest.File] = []

    static let census = [
        "N099000000001,Ashworth,Tom,,M,2009-10-01,,1,Mill Rise,Marlby,QA1 1CC,X1,A1,North East,900001,PS,1,2015-09-01,WBRI,ENG,1,N,,"
            + "100,10,0,0,0,0",
        "N099000000002,Ashworth,Ben,,M,2009-10-01,,1,Mill Rise,Marlby,QA1 1CC,X1,A1,North East,900001,PS,1,2015-09-01,WBRI,ENG,1,N,,"
            + "100,0,0,0,0,0",
        "N099000000003,Brook,Ida,,F,2010-11-05,,3,Mill Rise,Marlby,QA1 1CI,X2,A1,North East,900001,PS,R,2015-09-01,APKN,URD,0,K,MLD,"
            + "100,50,0,0,0,0",
        "N099000000004,Ashworth,Eve,,F,2003-03-04,,1,Mill Rise,Marlby,QA1 1CC,X1,A1,London,900002,SS,8,2014-09-01,WBRI,ENG,0,E,ASD,"
            + "100,5,0,0,0,0",
        "N099000000005,Brook,Max,,M,2001-05-06,,1,Mill Rise,Marlby,QA1 1CC,X1,A1,London,900002,SS,10,2015-12-01,NOBT,ENG,0,N,,"
            + "50,10,50,10,0,0",
    ]
    static let families = [
        "N099000000001,1,2,1,0,0", "N099000000002,1,3,1,0,0", "N099000000003,2,2,0,0,1", "N099000000004,1,1,0,0,0",
        "N099000000005,2,1,0,0,0",
    ]
    static let addresses = [
        "N099000000001,2015-09-01,2016-05-19,,1,Mill Rise,Marlby,QA1 1CC,X1",
        "N099000000002,2015-09-01,2016-05-19,,1,Mill Rise,Marlby,QA1 1CC,X1",
        "N099000000003,2015-09-01,2016-05-19,,3,Mill Rise,Marlby,QA1 1CI,X2",
        "N099000000004,2015-09-01,2016-05-19,,1,Mill Rise,Marlby,QA1 1CC,X1",
        "N099000000005,2015-09-01,2016-01-31,,5,Mill Rise,Marlby,QA1 1CI,X2",
        "N099000000005,2016-02-01,2016-05-19,,1,Mill Rise,Marlby,QA1 1CC,X1",
    ]
    static let enrolments = [
        "N099000000001,900001,2015-09-01,2016-05-19,", "N099000000002,900001,2015-09-01,2016-05-19,",
        "N099000000003,900001,2015-09-01,2016-05-19,", "N099000000004,900002,2014-09-01,2016-05-19,",
        "N099000000005,900003,2012-09-01,2015-11-30,moved", "N099000000005,900002,2015-12-01,2016-05-19,",
    ]
    static let schools = [
        "900001,Mill School,PS,North East,A1,X1,Marlby,QA1 1CC,N1,6,30",
        "900002,High School,SS,London,A2,X2,Marlby,QA1 1CI,7,13,90",
        "900003,Old School,SS,London,A2,X2,Marlby,QA1 1CI,7,13,90",
    ]
    static let areas = ["X1,A1,London,1,10,2,0,0", "X2,A1,London,2,30,3,0,0"]

    /// Writes the folder.
    ///
    /// - Parameters:
    ///   - leavingOut: Files that the manifest lists and the folder does not have.
    ///   - rows: What a file holds instead of the rows above.
    ///   - statedRows: What the manifest states instead of the rows of a file.
    ///   - manifest: The text of the manifest, instead of a right one.
    init(
        leavingOut: Set<String> = [], rows: [String: [String]] = [:], statedRows: [String: Int] = [:],
        manifest: String? = nil
    ) throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("hand-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path + "/truth", withIntermediateDirectories: true)
        let all: [(String, [String], [String])] = [
            ("census-2016", Columns.census(2016), Self.census), ("truth/families", Columns.families, Self.families),
            ("addresses", Columns.addresses, Self.addresses), ("enrolments", Columns.enrolments, Self.enrolments),
            ("schools", Columns.schools, Self.schools), ("areas", Columns.areas, Self.areas),
        ]
        for (name, columns, usual) in all {
            let lines = rows[name] ?? usual
            let text = ([columns.joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
            if !leavingOut.contains(name) { try write(text, to: name + ".csv") }
            files.append(
                Manifest.File(
                    path: name + ".csv", rows: statedRows[name] ?? lines.count, bytes: text.utf8.count, sha256: ""))
        }
        if let manifest {
            if !manifest.isEmpty { try write(manifest, to: Manifest.name) }
            return
        }
        let settings = try RegisterSettings(pupils: 500, firstYear: 2016, lastYear: 2016)
        let data = try JSONEncoder().encode(Manifest(settings: settings, format: "csv", files: files))
        try write(String(decoding: data, as: UTF8.self), to: Manifest.name)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    private func write(_ text: String, to name: String) throws {
        try text.write(toFile: path + "/" + name, atomically: false, encoding: .utf8)
    }
}
