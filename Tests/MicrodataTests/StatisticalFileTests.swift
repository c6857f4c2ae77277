import Foundation
import Microdata
import SingleoutTesting
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

    /// Labels of the codes 1, 2, 3, 1 of four records, and the values that keep the codes apart.
    struct Labelled: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let labels: KeyValuePairs<Int32, String>
        let values: [String]

        static let codes = ["1", "2", "3", "1"]
        static let all = [
            Labelled("all different", [1: "one", 2: "two", 3: "three"], ["one", "two", "three", "one"]),
            Labelled("one without", [1: "one", 2: "two"], ["one", "two", "3", "one"]),
            Labelled("a number that is no code", [1: "2001", 2: "2002"], ["2001", "2002", "3", "2001"]),
            Labelled("a code's own text", [1: "1", 2: "two"], ["1", "two", "3", "1"]),
            Labelled("Unicode's equals", [1: "\u{E9}", 2: "e\u{301}"], ["\u{E9}", "e\u{301}", "3", "\u{E9}"]),
            Labelled("equal", [1: "other", 2: "other", 3: "three"], codes),
            Labelled("equal, one not in use", [1: "other", 2: "two", 7: "other"], codes),
            Labelled("a labelled code's text", [1: "2", 2: "1"], codes),
            Labelled("a code's text that is not in use", [1: "7", 2: "two", 7: "seven"], codes),
            Labelled("a code's text without a label", [1: "3", 2: "two"], codes),
        ]

        init(_ what: String, _ labels: KeyValuePairs<Int32, String>, _ values: [String]) {
            (testDescription, self.labels, self.values) = (what, labels, values)
        }
    }

    /// Labels are the values only where they keep apart what the codes do.
    @Test(arguments: Labelled.all, [StatisticalSample.Kind.sav, .dta])
    func codesAreCodes(labelled: Labelled, kind: StatisticalSample.Kind) throws {
        defer { remove() }
        let path = folder.appendingPathComponent("v.\(kind.rawValue)").path
        try StatisticalSample.writeNumbers([1, 2, 3, 1], labels: labelled.labels, kind, to: path)
        let values = Self.values(try DelimitedReading().table(fromFileAt: path).columns[0]).map {
            $0.map { Array($0.utf8) }
        }
        #expect(values == labelled.values.map { Array($0.utf8) })
    }

    /// Whatever the labels, two records have one value exactly where they have one code.
    @Test(arguments: [StatisticalSample.Kind.sav, .dta])
    func classesAreThoseOfCodes(kind: StatisticalSample.Kind) throws {
        defer { remove() }
        let path = folder.appendingPathComponent("v.\(kind.rawValue)").path
        let pool = [
            "", " ", "1", "2", "03", "4.0", "5", "-9", "1e0", "nan", "inf", "one", "One", "one ", "\u{E9}", "e\u{301}",
            "\u{FEFF}one",
            String(repeating: "l", count: 119) + "1", String(repeating: "l", count: 119) + "2", "a,b", "\"", "1\n2",
            "NA", ".",
        ]
        for seed in UInt64(1)...150 {
            var random = SeededGenerator(seed: seed)
            let codes = (0..<Int.random(in: 1...12, using: &random)).map { _ in Int32.random(in: -9...9, using: &random)
            }
            // Few or many labels, from a few texts or from all.
            let texts = pool.shuffled(using: &random).prefix(Int.random(in: 1...pool.count, using: &random))
            let share = Int.random(in: 1...4, using: &random)
            let labels = (Int32(-9)...9).compactMap { code in
                texts.randomElement(using: &random).flatMap { text in
                    Int.random(in: 0..<4, using: &random) < share ? (key: code, value: text) : nil
                }
            }
            if Bool.random(using: &random) || kind == .dta {
                try StatisticalSample.writeNumbers(codes.map(Double.init), pairs: labels, kind, to: path)
            } else {
                let pairs = labels.map { (key: "\($0.key)", value: $0.value) }
                try StatisticalSample.writeTexts(codes.map { "\($0)" }, pairs: pairs, to: path)
            }
            let column = try DelimitedReading().table(fromFileAt: path).columns[0]
            #expect(column.missingCode == nil, "seed \(seed): a code is missing")
            for (first, value) in column.codes.widened().enumerated() {
                for (second, other) in column.codes.widened().enumerated() {
                    #expect((value == other) == (codes[first] == codes[second]), "seed \(seed): \(labels)")
                }
            }
        }
    }

    /// SPSS keeps 120 bytes of a label, so what is as long may have lost its end; an empty label is no missing value.
    @Test func labelsThatDoNotTell() throws {
        defer { remove() }
        let path = folder.appendingPathComponent("v.sav").path
        for label in ["", String(repeating: "a", count: 120)] {
            try StatisticalSample.writeNumbers([1, 2, 1], labels: [1: "one", 2: label], .sav, to: path)
            #expect(Self.values(try DelimitedReading().table(fromFileAt: path).columns[0]) == ["1", "2", "1"])
        }
        // Labels of missing values are nobody's.
        try StatisticalSample.writeNumbers(
            [1, 2, -9, -8], labels: [1: "one", 2: "two", -9: "none", -8: "none"], missing: [-9, -8], .sav, to: path)
        #expect(Self.values(try DelimitedReading().table(fromFileAt: path).columns[0]) == ["one", "two", nil, nil])
    }

    /// Codes that SPSS declares missing are one blank, and what they told apart is said.
    @Test func codesOfMissingValues() throws {
        defer { remove() }
        let path = folder.appendingPathComponent("v.sav").path
        func notes(_ numbers: [Double], missing: [Double]) throws -> [ReadingNote]? {
            try StatisticalSample.writeNumbers(numbers, missing: missing, .sav, to: path)
            return try DelimitedReading().table(fromFileAt: path).facts?.notes
        }
        #expect(
            try notes([10, 97, 98, 99, 10], missing: [97, 98, 99])
                == [.missingCodesLost(records: 3, fields: ["v"])])
        #expect(try notes([10, 99, .nan, 10], missing: [99]) == [.missingCodesLost(records: 1, fields: ["v"])])
        #expect(try notes([10, 99, 99, 10], missing: [98, 99]) == [])
        #expect(try notes([10, .nan, .nan], missing: [98, 99]) == [])
    }

    @Test func labelsOfTexts() throws {
        defer { remove() }
        let path = folder.appendingPathComponent("v.sav").path
        func values(_ texts: [String], _ labels: KeyValuePairs<String, String>) throws -> [[UInt8]?] {
            try StatisticalSample.writeTexts(texts, labels: labels, to: path)
            return Self.values(try DelimitedReading().table(fromFileAt: path).columns[0]).map {
                $0.map { Array($0.utf8) }
            }
        }
        func bytes(_ texts: [String]) -> [[UInt8]?] { texts.map { Array($0.utf8) } }
        #expect(try values(["F", "M", "X"], ["F": "female", "M": "male"]) == bytes(["female", "male", "X"]))
        #expect(try values(["F", "M", "male"], ["F": "female", "M": "male"]) == bytes(["F", "M", "male"]))
        #expect(try values(["F", "M", "X"], ["F": "M", "M": "male"]) == bytes(["F", "M", "X"]))
        #expect(try values(["\u{E9}", "e\u{301}"], ["\u{E9}": "one"]) == bytes(["one", "e\u{301}"]))
    }

    /// A day that no calendar has is missing, and ends nothing.
    @Test(arguments: [(StatisticalSample.Kind.sav, "DATE11"), (.sav, "DATETIME20"), (.dta, "%td"), (.dta, "%tc")])
    func daysBeyondCalendars(kind: StatisticalSample.Kind, format: String) throws {
        defer { remove() }
        let path = folder.appendingPathComponent("v.\(kind.rawValue)").path
        let numbers = [-0x1p63, 0x1p53, -1e300, 7]
        try StatisticalSample.writeNumbers(numbers, format: format, kind, to: path)
        let values = Self.values(try DelimitedReading().table(fromFileAt: path).columns[0])
        #expect(values.prefix(3).allSatisfy { $0 == nil })
        #expect(values[3]?.contains("-") == true)
    }

    /// Files with a name taken out of them, or a text that is none.
    @Test(arguments: [StatisticalSample.Kind.sav, .dta])
    func damagedNamesAndTexts(kind: StatisticalSample.Kind) throws {
        defer { remove() }
        let path = try sample(kind)
        let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        func fault(replacing old: [UInt8], by new: [UInt8]) throws -> String {
            var bytes = whole
            for start in bytes.indices.dropLast(old.count - 1) where Array(bytes[start..<start + old.count]) == old {
                bytes.replaceSubrange(start..<start + old.count, with: new)
            }
            #expect(bytes != whole)
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            do {
                _ = try DelimitedReading().table(fromFileAt: path)
                return ""
            } catch {
                return error.description
            }
        }
        // With its padding a name of SPSS stands in the variable's own record alone.
        let name = Array((kind == .sav ? "SCORE   " : "score").utf8)
        let isNameless = try fault(replacing: name, by: [UInt8](repeating: 0, count: name.count))
        #expect(isNameless.hasPrefix(path + ": cannot be read: variable 4 has no name"), "\(isNameless)")
        let isNoText = try fault(replacing: Array("Zoë".utf8), by: [0x5A, 0x6F, 0xC3, 0x28])
        #expect(isNoText.hasPrefix(path + ": cannot be read: "), "\(isNoText)")
        #expect(!isNoText.contains("Zo"))
    }

    /// Labels are in the order of their codes, and so are codes among them that have none.
    @Test(arguments: [StatisticalSample.Kind.sav, .dta])
    func labelsInOrderOfCodes(kind: StatisticalSample.Kind) throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("p.\(kind)", [])
        try StatisticalSample.writeNumbers(
            [2, 1, 3, 10, 4], labels: [1: "Poor", 2: "Average", 3: "Good", 10: "10.0", 4: "10"], kind, to: path)
        let column = try DelimitedReading().table(fromFileAt: path).columns[0]
        let order = ValueOrder(column)
        #expect(order.kind == .number && (0..<5).map { order.ranks[Int(column.codes[$0])] } == [1, 0, 2, 4, 3])
        #expect(column.withEqualNumbers == column)
        try StatisticalSample.writeNumbers([2, 1, 3], labels: [1: "Poor", 2: "Average"], kind, to: path)
        let part = try DelimitedReading().table(fromFileAt: path).columns[0]
        #expect(ValueOrder(part).ranks == [1, 0, 2])
        let both = Column(union: [part, column], name: "v")
        #expect(both.isLabelled == false && Column(union: [part, part], name: "v").isLabelled)
    }
}
