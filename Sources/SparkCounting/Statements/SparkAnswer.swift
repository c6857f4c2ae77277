/// What the rows of an answer add up to.
protocol SparkAnswer: Sendable {
    /// What was counted.
    associatedtype Counted: Sendable

    /// Statements of which at least one row has come.
    var statementsDone: Int { get }

    /// Takes the numbers of a row.
    ///
    /// - Returns: Whether the row has a place in the answer.
    mutating func take(_ row: [Int]) -> Bool

    /// The number of records, and what was counted of them.
    ///
    /// - Returns: `nil` when rows are lacking, or do not agree.
    func result() -> (records: Int, counted: Counted)?
}
