import CKernels
import SingleoutTesting
import Testing

/// The vector versions of the scan against the scalar twin.
struct DelimitedKernelTests {
    private struct Scan: Hashable {
        var records: UInt32
        var consumed: UInt32
        var flags: [UInt8]
        var ends: [UInt32]
    }

    private func scan(_ text: [UInt8], _ following: Int32, _ delimiter: UInt8, _ vectors: Int32) -> Scan {
        var ends = [UInt32](repeating: 0, count: text.count + 65)
        let found = unsafe singleout_delimited_scan(text, UInt32(text.count), following, delimiter, &ends, vectors)
        if found.mistake != 0 { return Scan(records: 0, consumed: 0, flags: [1], ends: []) }
        return Scan(
            records: found.records, consumed: found.consumed,
            flags: [0, found.quotes, found.wide, found.zeros, found.literal], ends: Array(ends[..<Int(found.ends)]))
    }

    @Test(arguments: 0...singleout_delimited_vectors()) func agree(vectors: Int32) {
        let alphabet = Array("a,\"\n\r".utf8) + [0x2c, 0x22, 0x61, 0xc3, 0]
        for seed in UInt64(0)..<20_000 {
            var random = SeededGenerator(seed: seed)
            let kinds = 2 + random.next(below: alphabet.count - 1)
            let text = (0..<random.next(below: 300)).map { _ in alphabet[random.next(below: kinds)] }
            let following: Int32 = [-1, 10, 13, 34, 97][random.next(below: 5)]
            let delimiter = [0x2c, 0x78, 0x61][random.next(below: 3)] as UInt8
            #expect(scan(text, following, delimiter, vectors) == scan(text, following, delimiter, 0), "seed \(seed)")
            let quotes = unsafe singleout_count_quotes(text, text.count, vectors)
            #expect(Int(quotes) == text.count { $0 == 0x22 }, "seed \(seed)")
        }
    }

    /// Fields with quotes in regular places, which the vector versions must not leave to the scalar twin.
    @Test(arguments: 0...singleout_delimited_vectors()) func agreeOnRegularQuotes(vectors: Int32) {
        let fields = [
            "", "a", "\"\"", "\"a\"", "\",\"", "\"\n\"", "\"\r\n\"", "\"\"\"\"", "\"a\"\"\"", "\"\"\"a\"", "é",
        ]
        for seed in UInt64(0)..<5000 {
            var random = SeededGenerator(seed: seed)
            var text = ""
            for _ in 0..<random.next(below: 80) {
                text += fields[random.next(below: fields.count)] + [",", "\n", "\r\n", "\r"][random.next(below: 4)]
            }
            let bytes = Array(text.utf8)
            let found = scan(bytes, -1, 0x2c, vectors)
            #expect(found == scan(bytes, -1, 0x2c, 0), "seed \(seed)")
            #expect(found.flags.last == 0, "seed \(seed)")
        }
    }

    @Test func countsLines() {
        let cases: [(text: String, following: Int32, lines: Int)] = [
            ("", -1, 0), ("a", -1, 0), ("a\n", -1, 1), ("a\r", -1, 1), ("a\r", 10, 0), ("a\r\nb\rc\n\n", 97, 4),
        ]
        for (text, following, lines) in cases {
            #expect(unsafe singleout_count_lines(Array(text.utf8), text.utf8.count, following) == lines, "\(text)")
        }
    }

    @Test func validatesUTF8AsTheStandardLibraryDoes() {
        for seed in UInt64(0)..<20_000 {
            var random = SeededGenerator(seed: seed)
            let pieces: [[UInt8]] = [
                [0x61], Array("é".utf8), Array("€".utf8), Array("😀".utf8), [UInt8(random.next(below: 256))],
                [0xed, UInt8(0x80 + random.next(below: 64)), 0x80],
                [0xf4, UInt8(0x80 + random.next(below: 64)), 0x80, 0x80],
            ]
            let text = (0..<random.next(below: 20)).flatMap { _ in pieces[random.next(below: pieces.count)] }
            #expect(
                (unsafe singleout_is_utf8(text, text.count) == 1) == (String(validating: text, as: UTF8.self) != nil),
                "seed \(seed)")
        }
    }
}
