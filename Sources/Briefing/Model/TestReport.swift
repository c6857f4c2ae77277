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

    /// Something that was noted of the run, for who reads the results later.
    public struct Property: Sendable, Hashable {
        /// The name.
        public let name: String
        /// The value.
        public let value: String

        /// A named value.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// What was checked as a whole.
    public let name: String
    /// The checks, in order.
    public let cases: [Case]
    /// What was noted of the run.
    public let properties: [Property]

    /// A report of checks in order.
    public init(name: String, cases: [Case], properties: [Property] = []) {
        self.name = name
        self.cases = cases
        self.properties = properties
    }
}
