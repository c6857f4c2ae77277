import Microdata
import Testing

/// Well-formed texts and what they hold; `nil` is a missing value.
struct DelimitedCorpusTests {
    typealias Case = (text: String, rows: [[String?]])

    static let cases: [Case] = [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
        ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
        ("a,b\r\n1,2\r", [["a", "b"], ["1", "2"]]),
        ("a,b\r1,2\r3,4", [["a", "b"], ["1", "2"], ["3", "4"]]),
        ("a,b\n1,2\r\n3,4\r5,6\n", [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"]]),
        ("\u{FEFF}a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("\u{FEFF}\"a\",b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
        ("a\tb\n1\t2\n", [["a", "b"], ["1", "2"]]),
        ("a|b\n1|2\n", [["a", "b"], ["1", "2"]]),
        ("a,b;c;d\n1,2;3;4\n", [["a,b", "c", "d"], ["1,2", "3", "4"]]),
        ("\"a,b\";c\n1;2\n", [["a,b", "c"], ["1", "2"]]),
        ("a;b,c\n1;2,3\n", [["a;b", "c"], ["1;2", "3"]]),
        ("a\n1\n", [["a"], ["1"]]),
        ("a\n\n1\n\n", [["a"], [nil], ["1"], [nil]]),
        ("a\n\"\"\n", [["a"], [nil]]),
        ("a,b\n\"\",\n", [["a", "b"], [nil, nil]]),
        ("a,b\n,\r\n,x", [["a", "b"], [nil, "x"]]),
        ("\n \r\na,b\n\n1,2\n\t\n,\n3,\n,,,\n\r\n4,5\n,", [["a", "b"], ["1", "2"], ["3", nil], ["4", "5"]]),
        ("a,b\r\n\r\n1,2\r\n,\r\n", [["a", "b"], ["1", "2"]]),
        ("a,b\n\"1\n\n2\",3\n", [["a", "b"], ["1\n\n2", "3"]]),
        ("sep=;\na,b;c\n1;2\n", [["a,b", "c"], ["1", "2"]]),
        ("\u{FEFF}\"sep=\t\"\r\na\tb\r\n1\t2\r\n", [["a", "b"], ["1", "2"]]),
        ("SEP=|\na|b\n1|2\n", [["a", "b"], ["1", "2"]]),
        (",a,b\n1,x,y\n2,z,w\n", [["a", "b"], ["x", "y"], ["z", "w"]]),
        ("a,,c,\n1,2,3,4\n", [["a", "c"], ["1", "3"]]),
        ("a,b\nr1,1,2\nr2,3,\n", [["a", "b"], ["1", "2"], ["3", nil]]),
        ("a,b\n1,2,\n3,,\n", [["a", "b"], ["1", "2"], ["3", nil]]),
        ("a,b\n1,2,\n3,,x\n", [["a", "b"], ["2", nil], [nil, "x"]]),
        ("a,b,\n1,2\n,\n3,4\n", [["a", "b"], ["1", "2"], ["3", "4"]]),
        ("a,b\n1,", [["a", "b"], ["1", nil]]),
        ("a,b,c\n1,2,3\n4,,\n", [["a", "b", "c"], ["1", "2", "3"], ["4", nil, nil]]),
        ("a,b,c\n1,2,3\n\n4,5,\n\n", [["a", "b", "c"], ["1", "2", "3"], ["4", "5", nil]]),
        ("a,b\n1,2\n,\n3,\n", [["a", "b"], ["1", "2"], ["3", nil]]),
        ("a,b\n\"1\n2\",3\n", [["a", "b"], ["1\n2", "3"]]),
        ("a,b\n\"1\r\n2\",\"3\r4\"\r\n", [["a", "b"], ["1\r\n2", "3\r4"]]),
        ("a,b\n\"1,2\",\"\"\"\"\n", [["a", "b"], ["1,2", "\""]]),
        (
            "a,b\n\"say \"\"hi\"\"\",\"a \"\"very\"\" long quoted value\"\n",
            [["a", "b"], ["say \"hi\"", "a \"very\" long quoted value"]]
        ),
        ("a,b\n5\" pipe,2\"\n", [["a", "b"], ["5\" pipe", "2\""]]),
        ("a,b\n \"1\",2\n", [["a", "b"], [" \"1\"", "2"]]),
        ("a,b\n 1 ,2 \n", [["a", "b"], [" 1 ", "2 "]]),
        ("\"a\nb\",c\n1,2\n", [["a\nb", "c"], ["1", "2"]]),
        ("name,Größe\nZoë,日本語の長い値\n", [["name", "Größe"], ["Zoë", "日本語の長い値"]]),
        (
            "a\n12345678\n123456789\n1234567\n12345678\n",
            [["a"], ["12345678"], ["123456789"], ["1234567"], ["12345678"]]
        ),
    ]

    @Test(arguments: cases.indices) func reads(index: Int) {
        let (text, rows) = Self.cases[index]
        #expect(outcome(Array(text.utf8)).rows == rows)
        #expect(slowOutcome(Array(text.utf8), DelimitedReading()).rows == rows)
    }

    @Test func codesFollowFirstAppearance() throws {
        let table = try DelimitedReading().table(from: Array("a,b\ny,\nx,2\ny,2\n,1\n".utf8), named: "f")
        #expect(table.records == 4)
        #expect(table.source == "f")
        #expect(table.columns[0].codes == .uint8([0, 1, 0, 2]))
        #expect(table.columns[0].missingCode == 2)
        #expect(table.columns[1].codes == .uint8([0, 1, 1, 2]))
        #expect(table.columns[1].missingCode == 0)
    }

    @Test func keepsTheColumnsAskedForInTheirOrder() throws {
        var reading = DelimitedReading()
        reading.columns = ["c", "a"]
        #expect(outcome(Array("a,b,c\n1,2,3\n4,5,6\n".utf8), reading).rows == [["c", "a"], ["3", "1"], ["6", "4"]])
        reading.columns = []
        #expect(try reading.table(from: Array("a,b,c\n1,2,3\n4,5,6\n".utf8), named: "f").records == 2)
    }

    @Test func allSpellingsOfAMissingValueShareOneCode() throws {
        var reading = DelimitedReading()
        reading.missingValues = ["NA", "?", "not available"]
        let text = "a\nNA\n\n?\n\"NA\"\nnot available\nNA \nnot availably\n"
        let column = try reading.table(from: Array(text.utf8), named: "f").columns[0]
        #expect(column.codes == .uint8([0, 1, 0, 0, 0, 2, 3]))
        #expect(column.missingCode == 0)
        #expect((0..<4).map { column.dictionary[$0] } == ["", "", "NA ", "not availably"])
    }

    @Test func aGivenDelimiterIsTaken() {
        var reading = DelimitedReading()
        reading.delimiter = UInt8(ascii: "x")
        #expect(outcome(Array("a,bxc\n1,2x3".utf8), reading).rows == [["a,b", "c"], ["1,2", "3"]])
    }

    @Test func manyColumns() throws {
        let count = 100_000
        let header = (0..<count).map { "field\($0)" }.joined(separator: ",")
        let record = (0..<count).map { String($0 % 7) }.joined(separator: ",")
        var reading = DelimitedReading()
        reading.columns = ["field99999", "field3"]
        reading.threads = 2
        #expect(
            outcome(Array("\(header)\n\(record)\n\(record)\n".utf8), reading).rows
                == [["field99999", "field3"], ["4", "3"], ["4", "3"]])
    }

    @Test func fieldsLongerThanABlock() throws {
        let long = String(repeating: "long value, ", count: 1000)
        var reading = DelimitedReading()
        reading.threads = 2
        reading.batchSize = 64
        reading.blockSize = 256
        reading.windowSize = 1024
        let text = "a,b\n\"\(long)\",1\n2,\"\(long)\"\n"
        #expect(outcome(Array(text.utf8), reading).rows == [["a", "b"], [long, "1"], ["2", long]])
    }

    /// One code more than a width holds asks for the next width, in the column and in each thread's codes.
    @Test(arguments: [(256, 1), (257, 2), (65_536, 2), (65_537, 4), (255, 1), (65_535, 2)], [1, 3])
    func widths(values: (distinct: Int, bytes: Int), threads: Int) throws {
        var text = "id,same,long\n"
        for record in 0..<values.distinct { text += "\(record),s,a long value \(record)\n" }
        for record in 0..<values.distinct { text += "\(values.distinct - 1 - record),s,a long value \(record)\n" }
        var reading = DelimitedReading()
        reading.threads = threads
        reading.blockSize = 1 << 14
        reading.windowSize = 1 << 17
        let table = try reading.table(from: Array(text.utf8), named: "f")
        let expected = (0..<values.distinct).map { UInt32($0) }
        #expect(table.columns[0].codes.bytesPerCode == values.bytes)
        #expect(table.columns[0].codes.widened() == expected + expected.reversed())
        #expect(table.columns[1].codes == .uint8([UInt8](repeating: 0, count: 2 * values.distinct)))
        #expect(table.columns[2].codes.bytesPerCode == values.bytes)
        #expect(table.columns[2].codes.widened() == expected + expected)
        #expect(table.columns[2].dictionary[values.distinct - 1] == "a long value \(values.distinct - 1)")
    }
}
