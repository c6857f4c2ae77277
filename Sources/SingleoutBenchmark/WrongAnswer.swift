import Singleout

/// A counted answer that is not the expected one: a benchmark that is wrong has no time.
struct WrongAnswer: Error, CustomStringConvertible {
    var fields: [String]
    var expected: NationalAnswers.Answer
    var found: SizeHistogram

    var description: String {
        "\(fields.joined(separator: ",")): expected \(expected.classes) classes, k \(expected.k), \(expected.uniques) "
            + "uniques; found \(found.classes), \(found.k ?? 0), \(found.uniques)"
    }
}
