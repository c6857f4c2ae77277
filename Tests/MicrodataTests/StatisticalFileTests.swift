import Foundation
import Microdata
import Testing

/// Files of SPSS, Stata and SAS are read as tables of the values that their users see.
struct StatisticalFileTests {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("singleout-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func sample(_ kind: StatisticalSample.Kind, as name: String = "p") throws -> String {
        let path = folder.appendingPathComponent("\(name).\(kind.rawValue)").path
        try StatisticalSample.write(kind, to: path)
        return path
    }

    static func values(_ column: Column) -> [String?] {
        column.codes.widened().map { $0 == column.missingCode ? nil : column.dictionary[Int($0)] }
    }

    @Test(arguments: StatisticalSample.Kind.allCases)
    func wholeFile(kind: StatisticalSample.Kind) throws {
        defer { remove() }
        let path = try sample(kind)
        let table = try DelimitedReading().table(fromFileAt: path)
        #expect(table.columns.map(\.name) == ["sex", "born", "name", "score"])
        #expect(table.columns.map(Self.values) == StatisticalSample.expected(kind))
        #expect(try DelimitedReading().header(ofFileAt: path) == ["sex", "born", "name", "score"])
    }

    /// A delimiter that is stated for text does not matter, nor does the case of the name's ending.
    @Test(arguments: StatisticalSample.Kind.allCases)
    func someColumns(kind: StatisticalSample.Kind) throws {
        defer { remove() }
        let path = try sample(kind)
        let upper = folder.appendingPathComponent("P.\(kind.rawValue.uppercased())").path
        try FileManager.default.moveItem(atPath: path, toPath: upper)
        var reading = DelimitedReading()
        reading.delimiter = UInt8(ascii: ";")
        reading.columns = ["score", "born"]
        reading.missingValues = ["", "0.5"]
        let table = try reading.table(fromFileAt: upper)
        #expect(table.columns.map(\.name) == ["score", "born"])
        let expected = StatisticalSample.expected(kind)
        #expect(Self.values(table.columns[0]) == expected[3].map { $0 == "0.5" ? nil : $0 })
        #expect(Self.values(table.columns[1]) == expected[1])
        reading.columns = ["scroe"]
        #expect(throws: MicrodataError.unknownField(name: "scroe", source: upper, nearest: "score")) {
            try reading.table(fromFileAt: upper)
        }
        reading.columns = ["sex", "sex"]
        #expect(throws: MicrodataError.repeatedField(name: "sex", source: upper)) {
            try reading.table(fromFileAt: upper)
        }
    }

    @Test(arguments: StatisticalSample.Kind.allCases)
    func damagedFiles(kind: StatisticalSample.Kind) throws {
        defer { remove() }
        let path = try sample(kind)
        let text = folder.appendingPathComponent("text.\(kind.rawValue)").path
        try Data("a,b\nsecret,2\n".utf8).write(to: URL(fileURLWithPath: text))
        let cut = folder.appendingPathComponent("cut.\(kind.rawValue)").path
        try Data(contentsOf: URL(fileURLWithPath: path)).prefix(300).write(to: URL(fileURLWithPath: cut))
        for file in [text, cut, folder.appendingPathComponent("none.\(kind.rawValue)").path] {
            do {
                _ = try DelimitedReading().table(fromFileAt: file)
                Issue.record("\(file) is read")
            } catch {
                #expect(error.description.hasPrefix(file + ": cannot be read: "), "\(error)")
                #expect(!error.description.contains("secret"))
            }
        }
    }

    /// A file that is larger than what waits between the threads, given up early and read whole.
    @Test func manyRecords() throws {
        defer { remove() }
        let path = folder.appendingPathComponent("many.sav").path
        try StatisticalSample.writeMany(records: 300_000, to: path)
        var reading = DelimitedReading()
        #expect(try reading.header(ofFileAt: path) == ["number", "text"])
        reading.columns = ["text"]
        let table = try reading.table(fromFileAt: path)
        #expect(table.records == 300_000 && table.columns[0].cardinality == 1_000)
        reading.columns = nil
        reading.recordLimit = 1_000
        #expect(throws: MicrodataError.tooManyRecords(source: path, limit: 1_000)) {
            try reading.table(fromFileAt: path)
        }
    }
}
