import Singleout

/// The three integers of one combination that are compared with other tools.
struct CountedAnswer: Codable {
    var fields: [String]
    var classes: Int
    var k: Int
    var uniques: Int

    init(_ histogram: SizeHistogram, fields: [String]) {
        self.fields = fields
        classes = histogram.classes
        k = histogram.k ?? 0
        uniques = histogram.uniques
    }
}
