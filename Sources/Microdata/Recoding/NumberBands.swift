/// Whole numbers in bands of equal width that start at multiples of it, such as 10 to 14.
package struct NumberBands: BuiltInHierarchy {
    /// The name that a user gives.
    package let name = "bands"
    /// What a value must be.
    package let form = "whole number"
    /// The names of the levels.
    package let levelNames: [String]
    private let widths: [Int]

    /// Bands of some widths.
    ///
    /// - Parameter widths: From the narrowest to the widest, at least 2, each a multiple of the one before, so that bands are
    ///   nested.
    package init(widths: [Int]) {
        precondition(Self.areNested(widths), "widths are multiples of the ones before")
        self.widths = widths
        levelNames = ["number"] + widths.map { "bands of \($0)" }
    }

    /// Whether bands of such widths are nested.
    package static func areNested(_ widths: [Int]) -> Bool {
        widths.first.map { $0 >= 2 } ?? false
            && zip(widths, widths.dropFirst()).allSatisfy { $0 < $1 && $1.isMultiple(of: $0) }
    }

    /// The bands of a number.
    package func labels(of value: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
        guard let number = TopCoding.number(value) else { return nil }
        var labels: [ArraySlice<UInt8>] = []
        for width in widths {
            // The remainder of a negative number is negative; bands start below it.
            let remainder = number % width
            let (start, low) = number.subtractingReportingOverflow(remainder < 0 ? remainder + width : remainder)
            let (end, high) = start.addingReportingOverflow(width - 1)
            if low || high { return nil }
            labels.append(ArraySlice(Array("\(start)-\(end)".utf8)))
        }
        return labels
    }
}
