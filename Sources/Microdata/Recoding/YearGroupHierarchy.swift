/// Year groups of the national curriculum (N1, N2, R, 1 to 14, X) and their key stages.
package struct YearGroupHierarchy: BuiltInHierarchy {
    /// The name that a user gives.
    package let name = "year-group"
    /// What a value must be.
    package let form = "year group (N1, N2, R, 1 to 14, X)"
    /// The names of the levels.
    package let levelNames = ["year group", "key stage"]

    private static let stages: [ArraySlice<UInt8>: ArraySlice<UInt8>] = {
        let groups = [
            "early years": ["N1", "N2", "R"], "KS1": ["1", "2"], "KS2": ["3", "4", "5", "6"], "KS3": ["7", "8", "9"],
            "KS4": ["10", "11"], "KS5": ["12", "13", "14"], "X": ["X"],
        ]
        var stages: [ArraySlice<UInt8>: ArraySlice<UInt8>] = [:]
        for (stage, years) in groups { for year in years { stages[.init(year.utf8)] = .init(stage.utf8) } }
        return stages
    }()

    /// The hierarchy of year groups.
    package init() {}

    /// The key stage of a year group.
    package func labels(of value: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? { Self.stages[value].map { [$0] } }
}
