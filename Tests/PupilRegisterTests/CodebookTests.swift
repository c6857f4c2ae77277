import Foundation
import Microdata
import Testing

@testable import PupilRegister

/// The codebook describes every column of every file, and the code lists every code.
struct CodebookTests {
    static let datasets = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("datasets")

    private let codebook: [[String: String]]
    private let codes: [[String: String]]

    init() throws {
        codebook = try Self.rows("codebook.csv")
        codes = try Self.rows("codes.csv")
    }

    /// The rows of a file of `datasets/`, each a value by the name of its column.
    private static func rows(_ name: String) throws -> [[String: String]] {
        let table = try DelimitedReading().table(fromFileAt: datasets.appendingPathComponent(name).path)
        let columns = table.columns.map { column in
            (name: column.name, values: column.codes.widened().map { column.dictionary[Int($0)] })
        }
        return (0..<table.records).map { row in
            Dictionary(uniqueKeysWithValues: columns.map { ($0.name, $0.values[row]) })
        }
    }

    private func codes(of set: String) -> [String] {
        codes.filter { $0["code_set"] == set }.map { $0["code"] ?? "" }
    }

    @Test func describesEveryColumnOnceAndInOrder() {
        let described = codebook.map { "\($0["file"] ?? "") \($0["field"] ?? "")" }
        let written = Columns.all.flatMap { file, columns in columns.map { "\(file) \($0)" } }
        #expect(described == written)
    }

    @Test func everyRowIsComplete() {
        for row in codebook {
            let name = "\(row["file"] ?? ""), \(row["field"] ?? "")"
            for column in ["meaning", "values", "source"] { #expect(row[column] != "", "\(name): no \(column)") }
            #expect(row["values"].map { FieldForm($0, codes: codes(of:)) != nil } == true, "\(name): values")
        }
    }

    /// The department rates identifiability from 1 to 5 and sensitivity from A to E, and always both.
    @Test func ratingsAreInRange() {
        for row in codebook {
            let (one, other) = (row["identifiability"] ?? "", row["sensitivity"] ?? "")
            #expect(["", "1", "2", "3", "4", "5"].contains(one) && ["", "A", "B", "C", "D", "E"].contains(other))
            #expect(one.isEmpty == other.isEmpty)
            if !one.isEmpty { #expect(row["npd_alias"] != "" && row["source"]?.contains("workbook") == true) }
        }
    }

    @Test func codesAreUniqueAndExplained() {
        let keys = codes.map { "\($0["code_set"] ?? "") \($0["code"] ?? "")" }
        #expect(Set(keys).count == keys.count)
        #expect(codes.allSatisfy { $0["meaning"] != "" })
        let used = Set(
            codebook.compactMap { row in row["values"].flatMap { FieldForm($0, codes: codes(of:))?.codeSet } })
        #expect(Set(codes.map { $0["code_set"] ?? "" }) == used, "sets that no field uses, or that are missing")
    }

    /// What a generator may write, not only what it wrote: every language and country of its tables.
    @Test func everyOriginHasItsCodes() {
        let origins = Origins().all
        #expect(Set(codes(of: "language")) == Set(origins.map(\.language) + ["ENG", "ENB"]))
        #expect(Set(codes(of: "country")) == Set(origins.map(\.country) + ["GBR", "REF", "NOT"]))
        #expect(Set(codes(of: "ethnicity")) == Set(origins.map(\.ethnicity) + ["REFU", "NOBT"]))
        #expect(Set(codes(of: "phase")) == Set(Phase.allCases.map { "\($0.code)" }))
        #expect(Set(codes(of: "year_group")) == Set(RegisterText.yearGroups.map { "\($0)" }))
    }

    /// Every value of every file of two towns, one without and one with errors: old and new special needs, nationality.
    @Test(arguments: [false, true])
    func everyValueIsAsTheCodebookSays(withErrors: Bool) throws {
        let folder = try (withErrors ? GeneratedFolder.townWithErrors : GeneratedFolder.town).get()
        for file in Columns.all where withErrors || file.file != "truth/errors" {
            let names = file.file == "census" ? ["census-2012", "census-2017"] : [file.file]
            for name in names {
                let rows = try folder.rows(name)
                #expect(!rows.isEmpty)
                for row in codebook where row["file"] == file.file {
                    guard let field = row["field"], rows[0][field] != nil || name != "census-2012" else { continue }
                    let form = try #require(row["values"].flatMap { FieldForm($0, codes: codes(of:)) })
                    let wrong = Set(rows.map { $0[field] ?? "(no such column)" }).filter { !form.allows($0) }
                    #expect(wrong.isEmpty, "\(name), \(field): \(wrong.sorted().prefix(5))")
                }
            }
        }
    }
}
