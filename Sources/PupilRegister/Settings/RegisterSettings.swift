/// What register to make: size, years, seed and the parameters of every model.
///
/// Two equal settings make the same files, byte for byte.
package struct RegisterSettings: Codable, Hashable, Sendable {
    /// The number of pupils on roll in the last census, at full scale.
    package let pupils: Int
    /// The share of the country that is made; pupils, areas and schools shrink alike.
    package let scale: Double
    /// The years of the first and the last spring census.
    package let firstYear: Int
    /// The year of the last spring census.
    package let lastYear: Int
    /// The seed of all chance.
    package let seed: UInt64
    /// Whether the records have errors.
    package let errors: ErrorLevel
    /// Families and births.
    package let families: FamilySettings
    /// Homes and moves.
    package let homes: HomeSettings
    /// Schools and who goes where.
    package let schooling: SchoolingSettings
    /// How the attributes of a pupil hang together.
    package let attributes: AttributeSettings
    /// The rates of errors, used when there are any.
    package let errorRates: ErrorRates

    /// The years that the parameter tables cover.
    package static let years = 2006...2025
    /// The most pupils of a register.
    package static let pupilLimit = 15_000_000
    /// The pupils that can be asked for at full scale; after scaling there must be at least as many as the smallest.
    package static let pupilRange = 500...pupilLimit

    /// Checked settings.
    ///
    /// - Parameters:
    ///   - pupils: At least 500 and at most 15,000,000 after scaling.
    ///   - scale: In `(0, 1]`.
    ///   - firstYear: In 2006...2025.
    ///   - lastYear: From `firstYear` to 2025.
    ///   - seed: What all chance follows from.
    ///   - errors: How wrong the records are.
    ///   - families: Who lives with whom.
    ///   - homes: Where families live, and how often they move.
    ///   - schooling: Who goes to which school.
    ///   - attributes: What pupils are like.
    ///   - errorRates: How often each error happens, where `errors` asks for any.
    /// - Throws: `RegisterError.outOfRange`.
    package init(
        pupils: Int = 8_000_000, scale: Double = 1, firstYear: Int = 2011, lastYear: Int = 2016, seed: UInt64 = 1,
        errors: ErrorLevel = .none, families: FamilySettings = FamilySettings(), homes: HomeSettings = HomeSettings(),
        schooling: SchoolingSettings = SchoolingSettings(), attributes: AttributeSettings = AttributeSettings(),
        errorRates: ErrorRates = ErrorRates()
    ) throws(RegisterError) {
        guard scale > 0, scale <= 1 else {
            throw .outOfRange(setting: "scale", expected: "a number above 0 and up to 1")
        }
        guard Self.pupilRange.contains(pupils),
            Int((Double(pupils) * scale).rounded()) >= Self.pupilRange.lowerBound
        else {
            throw .outOfRange(
                setting: "pupils", expected: "at most 15,000,000, and at least 500 after scaling")
        }
        guard Self.years.contains(firstYear), Self.years.contains(lastYear), firstYear <= lastYear else {
            throw .outOfRange(
                setting: "years", expected: "census years from 2006 to 2025, the first not after the last")
        }
        self.pupils = pupils
        self.scale = scale
        self.firstYear = firstYear
        self.lastYear = lastYear
        self.seed = seed
        self.errors = errors
        self.families = families
        self.homes = homes
        self.schooling = schooling
        self.attributes = attributes
        self.errorRates = errorRates
        try validate()
    }

    /// The number of pupils on roll in the last census.
    package var pupilsOnRoll: Int { Int((Double(pupils) * scale).rounded()) }

    /// The first day of the academic year of the first census, from which on histories are kept.
    package var start: Day { Day(firstYear - 1, 9, 1) }

    /// The census years.
    var censusYears: ClosedRange<Int> { firstYear...lastYear }

    private func validate() throws(RegisterError) {
        let shares: [(String, [Double])] = [
            ("families", families.shares), ("homes", homes.shares), ("schooling", schooling.shares),
            ("attributes", attributes.shares), ("errorRates", errorRates.shares),
        ]
        for (name, values) in shares where !values.allSatisfy({ $0 >= 0 && $0 <= 1 }) {
            throw .outOfRange(setting: name, expected: "shares and rates from 0 to 1")
        }
        guard abs(families.sizes.reduce(0, +) - 1) < 1e-6 else {
            throw .outOfRange(setting: "families", expected: "sizes whose shares add up to 1")
        }
        guard attributes.correlations.allSatisfy({ abs($0) < 1 }), attributes.correlations.count == 6 else {
            throw .outOfRange(setting: "attributes", expected: "six correlations between -1 and 1")
        }
        guard families.medianInterval > 0, families.intervalSigma > 0, homes.movesPerYear > 0,
            schooling.offset >= 0, attributes.absenceSigma > 0
        else { throw .outOfRange(setting: "parameters", expected: "rates and spreads above 0") }
    }
}

/// Whether the records of a register have errors.
package enum ErrorLevel: String, Codable, Hashable, Sendable, CaseIterable {
    case none
    case realistic
}
