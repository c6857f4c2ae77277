import Counting
import Testing

@testable import SparkCounting

/// Rows of numbers become class sizes, and nothing else becomes an answer.
struct GroupingAnswerTests {
    /// Two fields in one batch; numbers of the combinations: both 0, the first 1, the second 2, none 3.
    private static let batch = GroupingBatch([[1], [0], [0, 1]])

    private func answer(_ rows: [[Int]], missing: MissingSemantics = .category) -> GroupingAnswer? {
        var answer = GroupingAnswer([Self.batch], missing: missing)
        for row in rows where !answer.take(row) { return nil }
        return answer
    }

    private static let whole = [[0, 0, 1, 4], [0, 0, 2, 1], [0, 1, 3, 2], [0, 3, 6, 1], [0, 2, 6, 1]]

    @Test func classSizes() throws {
        let result = try #require(answer(Self.whole)?.result())
        #expect(result.records == 6)
        #expect(result.counted[[0, 1]] == SizeHistogram(sizes: [1, 1, 1, 1, 2]))
        #expect(result.counted[[0]] == SizeHistogram(sizes: [3, 3]))
        #expect(result.counted[[1]] == SizeHistogram(sizes: [6]))
        #expect(answer([])?.result()?.records == 0)
    }

    @Test func recordsAreLeftOut() throws {
        let rows = [[0, 0, 1, 1], [0, 1, 3, 1], [0, 3, 6, 1]]
        let result = try #require(answer(rows, missing: .exclude)?.result())
        #expect(result.records == 6)
        #expect(result.counted[[0, 1]]?.records == 1)
        #expect(result.counted[[1]]?.records == 0)
        #expect(answer(rows)?.result() == nil)
        #expect(answer(rows + [[0, 2, 7, 1]], missing: .exclude)?.result() == nil)
    }

    /// No row can be lost unseen.
    @Test(arguments: 0..<whole.count)
    func aRowIsLacking(place: Int) {
        var rows = Self.whole
        rows.remove(at: place)
        #expect(answer(rows)?.result() == nil)
    }

    @Test(arguments: [
        [], [0], [0, 0, 1], [0, 0, 1, 4, 5], [1, 0, 1, 4], [-1, 0, 1, 4], [0, 4, 1, 4], [0, -1, 1, 4], [0, 0, 0, 4],
        [0, 0, 1, 0], [0, 0, 1, -4], [0, 3, 6, 2],
    ])
    func rowsWithoutAPlace(row: [Int]) {
        #expect(answer([row]) == nil)
    }

    @Test func rowsThatComeTwice() {
        for row in Self.whole { #expect(answer(Self.whole + [row]) == nil) }
    }

    @Test func numbersThatAreTooLarge() {
        #expect(answer([[0, 3, 6, 1], [0, 0, .max, .max]])?.result() == nil)
        #expect(answer([[0, 3, 6, 1], [0, 0, .max, 1], [0, 0, 1, 2]])?.result() == nil)
    }

    @Test func batchesAgreeOnTheRecords() {
        let batches = [GroupingBatch([[0]]), GroupingBatch([[1]])]
        func result(_ second: Int) -> Int? {
            var answer = GroupingAnswer(batches, missing: .category)
            for row in [[0, 0, 3, 1], [0, 1, 3, 1], [1, 0, second, 1], [1, 1, second, 1]]
            where !answer.take(row) { return nil }
            return answer.result()?.records
        }
        #expect(result(3) == 3)
        #expect(result(4) == nil)
    }

    @Test(arguments: [
        ("singleout\t0\t3\t1\t2", AnswerRow.numbers([0, 3, 1, 2])), ("singleout\tend", .end), ("", .other),
        ("spark.a\tfalse", .other), ("singleout", .other), ("mark\tbatch", .other), (" singleout\t1", .other),
    ])
    func lines(text: String, row: AnswerRow) {
        #expect(AnswerRow(Array(text.utf8)) == row)
    }

    @Test(arguments: ["singleout\t", "singleout\tNULL", "singleout\t1\t2 ", "singleout\tend\t1", "singleout\t1.0"])
    func linesThatAreNoRow(text: String) {
        #expect(AnswerRow(Array(text.utf8)) == nil)
    }

    @Test(arguments: 1...9) func linesComeInPieces(size: Int) {
        let text = Array("one\n\nthree\rx\nrest".utf8)
        var splitter = LineSplitter()
        var lines: [String] = []
        for start in stride(from: 0, to: text.count, by: size) {
            splitter.add(Array(text[start..<min(start + size, text.count)])) {
                lines.append(String(decoding: $0, as: UTF8.self))
            }
        }
        splitter.finish { lines.append(String(decoding: $0, as: UTF8.self)) }
        #expect(lines == ["one", "", "three\rx", "rest"])
    }
}
