import Microdata

/// How requests are simulated.
package struct RequestSettings: Sendable, Hashable {
    /// The months that can be asked for.
    package static let monthRange = 1...1_200
    /// How often the whole period can be drawn.
    package static let runRange = 1...10_000
    /// The years that a known address can be old.
    package static let ageRange = 0.0...100

    /// The number of months, at least 1.
    package var months = 15
    /// All requests of all months, at least 1; they are spread over the months as evenly as whole numbers can be.
    package var requests = 15 * 1_500
    /// The probability that a child who is asked about is in the register, in `[0, 1]`.
    package var coverage = 0.3
    /// What the requester knows of a child.
    package var knowledge = RequestKnowledge.memorandum
    /// How wrong and how old that knowledge is.
    package var errors = RequestErrors(.realistic)
    /// How often the whole period is simulated, at least 1.
    package var runs = 20
    /// How a clear match is told: in the eight published steps, unless weights are asked for.
    package var method = LinkageMethod.deterministic
    /// The probability from which a weighed match is clear, in `(0, 1]`.
    package var threshold = LinkageSettings.defaultThreshold
    /// The seed of all draws.
    package var seed: UInt64 = 1

    /// The ceiling of the memorandum for 15 months.
    package init() {}

    /// The requests of a month, numbered from 0.
    package func requests(in month: Int) -> Int {
        requests * (month + 1) / months - requests * month / months
    }

    /// Checks every setting.
    ///
    /// - Throws: `RequestError.outOfRange` for the first that is outside its range.
    package func check() throws(RequestError) {
        func require(_ holds: Bool, _ option: String, _ expected: String) throws(RequestError) {
            if !holds { throw .outOfRange(option: option, expected: expected) }
        }
        try require(Self.monthRange.contains(months), "--months", NumberRange(Self.monthRange).expectation)
        try require(requests >= 1, "--requests", "a whole number that is at least 1")
        try require(Self.runRange.contains(runs), "--runs", NumberRange(Self.runRange).expectation)
        try require((0...1).contains(coverage), "--coverage", "a number from 0 to 1")
        try require(
            threshold > 0 && threshold <= 1, "--match-probability", "a number above 0 and up to 1")
        try require(
            errors.shares.allSatisfy { (0...1).contains($0) }, "--request-errors", "rates from 0 to 1")
        try require(
            Self.ageRange.contains(errors.addressAge), "--address-age", NumberRange(Self.ageRange).expectation)
    }
}
