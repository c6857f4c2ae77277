/// One line that `spark-sql` prints.
enum AnswerRow: Hashable, Sendable {
    /// Numbers that were counted.
    case numbers([Int])
    /// The end of the answer.
    case end
    /// Something that is no part of the answer, as a greeting of the user's configuration.
    case other

    /// Reads a line without its end; `nil` when it starts as a part of the answer does and goes on otherwise.
    init?(_ line: [UInt8]) {
        let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
        guard let first = fields.first, first.elementsEqual(GroupingScript.mark.utf8), fields.count > 1 else {
            self = .other
            return
        }
        if fields.count == 2, fields[1].elementsEqual(GroupingScript.end.utf8) {
            self = .end
            return
        }
        var numbers: [Int] = []
        for field in fields.dropFirst() {
            guard let number = Int(String(decoding: field, as: UTF8.self)) else { return nil }
            numbers.append(number)
        }
        self = .numbers(numbers)
    }
}
