import Microdata
import Testing

/// Columns of which only some values are told apart.
struct VocabularyTests {
    private func table(_ text: String, _ change: (inout DelimitedReading) -> Void) throws -> Table {
        var reading = DelimitedReading()
        reading.vocabularies = ["id": ValueDictionary(["b", "a-long-value-of-more-bytes", ""])]
        change(&reading)
        return try reading.table(from: Array(text.utf8), named: "x.csv")
    }

    @Test func othersShareACode() throws {
        let column = try table("id,n\nb,1\nc,2\na-long-value-of-more-bytes,3\n,4\nanother-long-value,5\nb,6\n") { _ in }
            .column(named: "id")
        let codes = column.codes.widened()
        #expect(codes[0] == codes[5] && column.dictionary[Int(codes[0])] == "b")
        #expect(column.dictionary[Int(codes[2])] == "a-long-value-of-more-bytes")
        #expect(codes[1] == codes[4] && column.dictionary[Int(codes[1])].isEmpty)
        #expect(column.missingCode == codes[3] && codes[3] != codes[1])
        #expect(Set(codes).count == 4)
    }

    /// Many threads and small blocks give the same column, and the other columns stay as they are.
    @Test(arguments: [1, 3])
    func doesNotDependOnThreads(threads: Int) throws {
        let rows = (0..<2000).map { "\($0 % 3 == 0 ? "b" : "id-number-\($0)"),\($0 % 7)\n" }.joined()
        let found = try table("id,n\n" + rows) {
            $0.threads = threads
            $0.blockSize = 100
            $0.batchSize = 64
        }
        let one = try table("id,n\n" + rows) { $0.threads = 1 }
        #expect(found.columns == one.columns)
        #expect(found.columns[0].codes.count == 2000 && found.columns[1].cardinality == 7)
        #expect(Set(found.columns[0].codes.widened()).count == 2)
    }
}
