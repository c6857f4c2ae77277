import Microdata
import SingleoutTesting
import Testing

/// Malformed texts and the first mistake in each, with its place.
struct DelimitedErrorTests {
    static let cases: [(text: String, error: MicrodataError)] = [
        ("", .emptyFile(source: "f")),
        ("\u{FEFF}", .emptyFile(source: "f")),
        ("\n", .emptyFile(source: "f")),
        ("\n \n\"\",\n1,2,3\n", .emptyHeader(source: "f", line: 3)),
        ("sep=;\n", .emptyFile(source: "f")),
        ("sep=;\na;b\n1;2;3;4\n", .raggedRow(source: "f", line: 3, expected: 2, found: 4, header: 2)),
        ("\na,a\n1,2\n", .duplicateHeader(source: "f", columns: [1, 2], line: 2)),
        ("a,b,a\n1,2,3\n", .duplicateHeader(source: "f", columns: [1, 3])),
        ("a,b\n", .headerOnly(source: "f")),
        ("a,b", .headerOnly(source: "f")),
        ("a,b\n1\n", .raggedRow(source: "f", line: 2, expected: 2, found: 1)),
        ("a,b\n1,2,3,4\n", .raggedRow(source: "f", line: 2, expected: 2, found: 4)),
        ("a,b\n1,2,3\n4,5\n", .raggedRow(source: "f", line: 3, expected: 3, found: 2)),
        ("a,b\n1,2\n\nNote: x\n", .raggedRow(source: "f", line: 4, expected: 2, found: 1)),
        ("Title\n\na,b\n1,2\n", .raggedRow(source: "f", line: 3, expected: 1, found: 2)),
        ("a,b\n1,2\r\r\n3\n", .raggedRow(source: "f", line: 4, expected: 2, found: 1)),
        ("a,b\n\n,\n", .headerOnly(source: "f")),
        // Two records of one and three fields have as many fields together as two good ones.
        ("a,b\n1\n2,3,4\n", .raggedRow(source: "f", line: 2, expected: 2, found: 1)),
        ("a,b\n1,2,3\n4\n", .raggedRow(source: "f", line: 3, expected: 3, found: 1)),
        ("a\n1,2\n", .raggedRow(source: "f", line: 2, expected: 1, found: 2)),
        ("a,b\n\"1\n\n\",2\n3\n", .raggedRow(source: "f", line: 5, expected: 2, found: 1)),
        ("\"a\n\",b\r\n\"1\r\n\r\",2\r\n3\r\n", .raggedRow(source: "f", line: 6, expected: 2, found: 1)),
        ("a,b\n1,\"2\n3,4\n", .unclosedQuote(source: "f", line: 2, column: 2, name: "b")),
        ("a,b\n1,2\n\"", .unclosedQuote(source: "f", line: 3, column: 1, name: "a")),
        ("a,b\n1,2,\"\n", .unclosedQuote(source: "f", line: 2, column: 3, name: nil)),
        ("\"a,b\n1,2\n", .unclosedQuote(source: "f", line: 1, column: 1, name: nil)),
        ("a,b\n\"1\"x,2\n", .textAfterQuote(source: "f", line: 2, column: 1, name: "a")),
        ("a,b\n1,2\n3,\"4\" \n", .textAfterQuote(source: "f", line: 3, column: 2, name: "b")),
        ("\"a\"b,c\n1,2\n", .textAfterQuote(source: "f", line: 1, column: 1, name: nil)),
        ("a,b\n1,2\n3,\0\n", .zeroByte(source: "f", line: 3, column: 2, name: "b")),
        ("a,b\n1,2\na,b\n\n\"a\",b\n", .repeatedHeader(source: "f", line: 3, records: 2)),
        ("a,b,c\n1,2,3\n,,\n\"x\ny\",,\nz,,\n\n", .notesBelow(source: "f", line: 4, records: 2, rows: 1)),
        ("a,b,c\n1,2,3\n4,,\n\nz,,", .notesBelow(source: "f", line: 5, records: 1, rows: 2)),
        ("a,b\n1,2\n3\n4,\"5\n", .raggedRow(source: "f", line: 3, expected: 2, found: 1)),
    ]

    @Test(arguments: cases.indices) func names(index: Int) {
        let (text, error) = Self.cases[index]
        #expect(outcome(Array(text.utf8)) == .error(error))
        #expect(slowOutcome(Array(text.utf8), DelimitedReading()) == .error(error))
    }

    static let invalid: [[UInt8]] = [
        [0x80], [0xc0, 0xaf], [0xc3], [0xe2, 0x82], [0xed, 0xa0, 0x80], [0xf0, 0x80, 0x80, 0x80],
        [0xf4, 0x90, 0x80, 0x80],
        [0xff], [0xe0, 0x9f, 0xbf], [0xc3, 0x28], [0xf8, 0x88, 0x80, 0x80, 0x80],
    ]

    @Test(arguments: invalid) func bytesThatAreNotUTF8(bytes: [UInt8]) {
        let error = MicrodataError.invalidUTF8(source: "f", line: 3, column: 2, name: "b")
        let start = Array("a,b,c\n1,2,3\n4,x".utf8)
        #expect(outcome(start + bytes + Array("y,6\n7,8,9\n".utf8)) == .error(error))
        #expect(outcome(start + bytes + Array(",6\n".utf8)) == .error(error))
        #expect(outcome(Array("a,b,c\n1,2,3\n4,\"".utf8) + bytes + Array("\",6\n".utf8)) == .error(error))
        var skipping = DelimitedReading()
        skipping.columns = ["c"]
        #expect(outcome(start + bytes + Array(",6\n".utf8), skipping) == .error(error))
    }

    @Test func aHeaderThatIsNotUTF8() {
        #expect(
            outcome(Array("a,".utf8) + [0xff, 0xfe] + Array("\n1,2\n".utf8))
                == .error(.invalidUTF8(source: "f", line: 1, column: 2, name: nil)))
    }

    @Test func fieldsThatAreNotThere() {
        var reading = DelimitedReading()
        reading.columns = ["school", "sexx"]
        #expect(
            outcome(Array("sex,school\n1,2\n".utf8), reading)
                == .error(.unknownField(name: "sexx", source: "f", nearest: "sex")))
        reading.columns = ["school", "postcode"]
        #expect(
            outcome(Array("sex,school\n1,2\n".utf8), reading)
                == .error(.unknownField(name: "postcode", source: "f", nearest: nil)))
        reading.columns = ["school", "school"]
        #expect(
            outcome(Array("sex,school\n1,2\n".utf8), reading) == .error(.repeatedField(name: "school", source: "f")))
    }

    /// The limit holds whatever the number of threads, and a mistake after it comes second.
    @Test(arguments: [1, 2, 3]) func tooManyRecords(threads: Int) {
        var reading = DelimitedReading()
        reading.threads = threads
        reading.blockSize = 4
        reading.recordLimit = 5
        let five = "a\n1\n2\n3\n4\n5\n"
        #expect(outcome(Array(five.utf8), reading).rows?.count == 6)
        #expect(outcome(Array((five + "6\n").utf8), reading) == .error(.tooManyRecords(source: "f", limit: 5)))
        #expect(outcome(Array((five + "6\n7,8\n").utf8), reading) == .error(.tooManyRecords(source: "f", limit: 5)))
        #expect(
            outcome(Array("a\n1\n2,3\n4\n5\n6\n7\n8\n".utf8), reading)
                == .error(.raggedRow(source: "f", line: 3, expected: 1, found: 2)))
    }

    @Test func aRecordThatIsTooLong() {
        var reading = DelimitedReading()
        reading.windowSize = 8
        reading.longestRecord = 32
        let text = "a,b\n1,2\n3,\"" + String(repeating: "4\n", count: 100) + "\"\n"
        #expect(outcome(Array(text.utf8), reading) == .error(.recordTooLong(source: "f", line: 3, limit: 32)))
        let header = String(repeating: "a", count: 40) + ",b\n1,2\n"
        #expect(outcome(Array(header.utf8), reading) == .error(.recordTooLong(source: "f", line: 1, limit: 32)))
    }

    /// The first of several mistakes is named, however the text is cut up.
    @Test func theFirstMistakeCounts() {
        let good = (0..<50).map { "\($0),\"x\ny\"\n" }.joined()
        let text = Array(("a,b\n" + good + "1\n" + good + "1,2,3\n" + good + "\"1\"2,3\n" + good + "4,\"").utf8)
        var random = SeededGenerator(seed: 7)
        for _ in 0..<200 {
            let reading = randomPieces(&random)
            #expect(
                outcome(text, reading) == .error(.raggedRow(source: "f", line: 102, expected: 2, found: 1)),
                "\(reading)")
        }
    }

    @Test func messagesNamePlaceAndRemedy() {
        #expect(
            MicrodataError.raggedRow(source: "pupils.csv", line: 7, expected: 3, found: 2, header: 2).description
                == "pupils.csv, line 7: expected 3 fields as in line 2, which was taken for the header, found 2. Quote fields "
                + "that contain the delimiter, or check the delimiter (--delimiter). Leave out lines above the header with "
                + "--skip-lines n, and notes below the data with --rows n.")
        #expect(
            MicrodataError.unclosedQuote(source: "pupils.csv", line: 7, column: 2, name: "school").description
                == "pupils.csv, line 7, column 2 ('school'): a quoted field is never closed; add the closing quote, or "
                + "double a quote that belongs to the text.")
    }
}
