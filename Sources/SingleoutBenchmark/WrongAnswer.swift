import Singleout

/// A counted answer that is not the expected one: a benchmark that is wrong has no time.
struct WrongAnswer: Error, CustomStringConvertible {
    var found: CountedAnswer
    var classes: Int
    var k: Int
    var uniques: Int
    /// Where the expected answer comes from.
    var source: String

    var description: String {
        "\(found.fields.joined(separator: ",")): \(source) has \(classes) classes, k \(k), \(uniques) uniques; "
            + "found \(found.classes), \(found.k), \(found.uniques)"
    }

    /// Stops when two ways of counting the same combination differ.
    static func unlessEqual(_ found: SizeHistogram, _ other: SizeHistogram, fields: [String]) throws {
        if found == other { return }
        throw WrongAnswer(
            found: CountedAnswer(found, fields: fields), classes: other.classes, k: other.k ?? 0,
            uniques: other.uniques,
            source: "the other way of counting")
    }
}
