/// Named checks that passed or failed, for tools that read test results.
public struct TestReport: Sendable, Hashable {
    /// One check.
    public struct Case: Sendable, Hashable {
        /// What was checked.
        public let name: String
        /// Why it failed; `nil` when it passed.
        public let failure: String?

        /// A check that passed (`failure` is `nil`) or failed for a reason.
        public init(_ name: String, failure: String? = nil) {
            self.name = name
            self.failure = failure
        }
    }

    /// What was checked as a whole.
    public let name: String
    /// The checks, in order.
    public let cases: [Case]

    /// A report of checks in order.
    public init(name: String, cases: [Case]) {
        self.name = name
        self.cases = cases
    }
}
