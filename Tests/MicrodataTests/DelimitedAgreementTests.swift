import Foundation
import Microdata
import SingleoutTesting
import Testing

/// The reader against its slow twin and against Python's csv module.
struct DelimitedAgreementTests {
    /// Any bytes that matter, mostly malformed.
    private func scrambled(_ random: inout SeededGenerator) -> [UInt8] {
        let alphabet: [[UInt8]] = [
            [0x22], [0x22], [0x2c], [0x2c], [0x0a], [0x0a], [0x0d], [0x0d, 0x0a], [0x61], [0x62, 0x63], [0x3b],
            Array("€".utf8), Array("a long value".utf8), [0xff], [0],
        ]
        // Faulty bytes are rare, or nothing else would be found.
        let choices = random.chance(0.2) ? alphabet.count : alphabet.count - 2
        let header = Array(["a\n", "a,b\n", "a,b,c\r\n", "a;b\r"][random.next(below: 4)].utf8)
        return header + (0..<random.next(below: 60)).flatMap { _ in alphabet[random.next(below: choices)] }
    }

    /// A table written with random quotes, line ends and delimiter; `nil` is a missing value.
    private func written(_ random: inout SeededGenerator) -> (bytes: [UInt8], rows: [[String?]], delimiter: UInt8) {
        let delimiter = [",", ";", "\t", "|"][random.next(below: 4)]
        let lineEnd = ["\n", "\r\n", "\r"][random.next(below: 3)]
        let columns = 1 + random.next(below: 4)
        let quoting = random.nextUnit() < 0.5 ? 0 : random.nextUnit()
        let special = ["\"", "\n", "\r", "\r\n", delimiter, "é"]
        func value(_ random: inout SeededGenerator) -> String? {
            if random.chance(0.1) { return nil }
            var text = "v\(random.next(below: 30))" + (random.chance(0.2) ? " with a longer text" : "")
            if quoting > 0 && random.chance(0.3) { text += special[random.next(below: special.count)] + "w" }
            return text
        }
        func field(_ value: String?, _ random: inout SeededGenerator) -> String {
            let value = value ?? ""
            // By bytes: "\r\n" is one Character.
            let mustQuote = value.utf8.contains { "\"\r\n".utf8.contains($0) || delimiter.utf8.contains($0) }
            if !mustQuote && !random.chance(quoting) { return value }
            return "\"" + value.replacingOccurrences(of: "\"", with: "\"\"", options: .literal) + "\""
        }
        let header: [String?] = (0..<columns).map { "h\($0)" }
        let rows = [header] + (0...random.next(below: 60)).map { _ in (0..<columns).map { _ in value(&random) } }
        var text = rows.map { $0.map { field($0, &random) }.joined(separator: delimiter) }.joined(separator: lineEnd)
        // Without its end, a last line without text would be no line.
        if random.chance(0.5) || columns == 1 { text += lineEnd }
        return (Array(text.utf8), rows, Array(delimiter.utf8)[0])
    }

    @Test(arguments: 0..<20) func readsWhatWasWritten(block: Int) {
        for seed in UInt64(block * 50)..<UInt64(block * 50 + 50) {
            var random = SeededGenerator(seed: seed)
            let (bytes, rows, delimiter) = written(&random)
            for _ in 0..<4 {
                var reading = randomPieces(&random)
                reading.delimiter = delimiter
                reading.keepsEmptyRecords = true
                let read = outcome(bytes, reading)
                #expect(read.rows == rows, "seed \(seed)")
                #expect(read == slowOutcome(bytes, reading), "seed \(seed)")
            }
        }
    }

    @Test(arguments: 0..<20) func agreesWithTheSlowTwinOnAnyText(block: Int) {
        for seed in UInt64(block * 200)..<UInt64(block * 200 + 200) {
            var random = SeededGenerator(seed: seed)
            let bytes = scrambled(&random)
            for _ in 0..<4 {
                var reading = randomPieces(&random)
                if random.chance(0.3) { reading.missingValues = ["a", "a long value"] }
                if random.chance(0.2) { reading.rows = 1 + random.next(below: 5) }
                if random.chance(0.2) { reading.skippedLines = random.next(below: 3) }
                if random.chance(0.2) { reading.keepsEmptyRecords = true }
                if random.chance(0.2) { reading.columns = ["a"] }
                #expect(outcome(bytes, reading) == slowOutcome(bytes, reading), "seed \(seed), \(bytes), \(reading)")
            }
        }
    }

    /// No message holds a value, whatever is wrong with the text.
    @Test func messagesHoldNoValue() {
        for seed in UInt64(0)..<2000 {
            var random = SeededGenerator(seed: seed)
            var text = "a,b\n"
            for _ in 0..<4 {
                text += "zzSECRETzz"
                text += ["\"", "\n", ",", "\"\"", ",\"", "\"\n", "\0", "\r"][random.next(below: 8)]
            }
            if case .error(let error) = outcome(Array(text.utf8)) {
                #expect(!error.description.contains("SECRET"), "seed \(seed)")
                #expect(!"\(error)".contains("SECRET") && !String(reflecting: error).contains("SECRET"), "seed \(seed)")
            }
        }
        // Without a header, its line is a record; the same value twice is the likeliest mistake then.
        let headless = outcome(Array("zzSECRETzz,1,zzSECRETzz\n".utf8))
        #expect(headless == .error(.duplicateHeader(source: "f", columns: [1, 3])))
    }

    private struct Reference: Decodable {
        struct Case: Decodable {
            let text: String
            let delimiter: String
            let rows: [[String]]?
        }
        let cases: [Case]
    }

    /// Python's rows, where they all have as many fields as the first; else both must refuse the text.
    @Test func agreesWithPython() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let data = try Data(contentsOf: folder.appending(path: "ReferenceValues/delimited.json"))
        let cases = try JSONDecoder().decode(Reference.self, from: data).cases
        #expect(cases.count == 500)
        for reference in cases {
            var reading = DelimitedReading()
            reading.delimiter = Array(reference.delimiter.utf8)[0]
            reading.missingValues = []
            reading.keepsEmptyRecords = true
            let read = outcome(Array(reference.text.utf8), reading).rows
            guard let header = reference.rows?.first(where: { !$0.isEmpty }) else { continue }
            // Python's row of a blank line has no fields.
            let rows = reference.rows?.drop(while: \.isEmpty)
                .map { $0.isEmpty ? Array(repeating: "", count: header.count) : $0 }
            // Records with one field more than the header are read, and tested elsewhere.
            if let first = rows?.dropFirst().first, first.count == header.count + 1 || header.contains("") { continue }
            if let rows, rows.count > 1, rows.allSatisfy({ $0.count == rows[0].count }) {
                #expect(read == rows, "\(reference.text.debugDescription)")
            } else {
                #expect(read == nil, "\(reference.text.debugDescription)")
            }
        }
    }
}
