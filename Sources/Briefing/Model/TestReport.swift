/// Named checks that passed or failed, for tools that read test results.
package struct TestReport: Sendable, Hashable {
    /// One check.
    package struct Case: Sendable, Hashable {
        /// What was checked.
        package let name: String
        /// Why it failed; `nil` when it passed.
        package let failure: String?

        /// A check that passed (`failure` is `nil`) or failed for a reason.
        package init(_ name: String, failure: String? = nil) {
            self.name = name
            self.failure = failure
        }
    }

    /// Something that was noted of the run, for who reads the results later.
    package struct Property: Sendable, Hashable {
        /// The name.
        package let name: String
        /// The value.
        package let value: String

        /// A named value.
        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// What was checked as a whole.
    package let name: String
    /// The checks, in order.
    package let cases: [Case]
    /// What was noted of the run.
    package let properties: [Property]

    /// A report of checks in order.
    package init(name: String, cases: [Case], properties: [Property] = []) {
        self.name = name
        self.cases = cases
        self.properties = properties
    }
}
