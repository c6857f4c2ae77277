package import Statistics

/// Forenames, middle names and surnames of a national population of pupils.
///
/// Goals, in order: as many people share a name as in the published statistics, from the most common name to the names
/// that one child has; the same names on every machine and with every number of threads; tens of nanoseconds a name.
///
/// A distribution has a head of names in use, a middle tail of some thousand generated names whose frequencies follow a
/// Zipf-Mandelbrot law, and a rare tail of hundreds of thousands of generated names. Forenames depend on sex, birth year
/// and naming group, surnames on the naming group. No name is taken from a person's record.
///
/// Sources: the tables of `CRegisterTables` name theirs, line by line.
package struct NameModel: Sendable {
    let spelling: NameSpelling
    private let sampler: NameSampler
    /// By sex, group and birth year the number of the table of forenames, counted from the first.
    private let firstForename: Int
    private let firstSurname: Int
    private let middleNames: MiddleNameShares

    /// The model of the built-in tables.
    ///
    /// - Complexity: some tens of milliseconds, some megabytes.
    package init() {
        let tables = NameTables()
        let spelling = NameSpelling(listed: tables.listed.spellings, pieces: tables.pieces)
        let filter = NameFilter(spelling: spelling)
        var sampler = NameSampler(filter: filter)
        let middles = (0..<NameKind.models).map { model in
            sampler.add(tables.middle(model: model, filter: filter).map { (.name($0.code), $0.share) })
        }
        let bands = (0..<NameKind.models).map { model in
            tables.bands(model: model).map { sampler.addBand(first: $0.first, count: $0.count) }
        }
        func add(_ shares: NameShares, model: Int, double: Int?) -> Int {
            var outcomes = shares.named.map { (outcome: NameSampler.Outcome.name($0.code), share: $0.share) }
            outcomes.append((.table(middles[model]), shares.middle))
            outcomes += zip(bands[model], shares.bands).map { (.band($0), $1) }
            if let double { outcomes.append((.double(double), shares.hyphenated)) }
            return sampler.add(outcomes)
        }
        let doubles = NamingGroup.allCases.map { group -> Int? in
            let shares = tables.surnames(group)
            guard shares.hyphenated > 0 else { return nil }
            return sampler.add(shares.named.map { (.name($0.code), $0.share) })
        }
        let surnames = NamingGroup.allCases.map { group in
            add(tables.surnames(group), model: NameKind.surname.model(group), double: doubles[Int(group.rawValue)])
        }
        firstSurname = surnames[0]
        let forenames = [Sex.female, .male].flatMap { sex in
            NamingGroup.allCases.flatMap { group in
                NameTables.years.map { year in
                    let shares = tables.forenames(sex, group, year: year)
                    return add(shares, model: NameKind(sex).model(group), double: nil)
                }
            }
        }
        firstForename = forenames[0]
        self.sampler = sampler
        self.spelling = spelling
        middleNames = MiddleNameShares()
    }

    /// A forename.
    ///
    /// - Parameters:
    ///   - group: The naming group of the family.
    ///   - sex: The sex of the child.
    ///   - birthYear: Its year of birth. Years before 1997 count as 1997 and years after 2021 as 2021.
    ///   - stream: Where chance comes from: one number, or two for a generated name.
    package func forename(
        _ group: NamingGroup, sex: Sex, birthYear: Int, using stream: inout RandomStream
    ) -> NameCode {
        sampler.draw(from: forenames(group, sex: sex, birthYear: birthYear), using: &stream)
    }

    /// The table of the forenames of a group, a sex and a year.
    @inline(__always)
    private func forenames(_ group: NamingGroup, sex: Sex, birthYear: Int) -> Int {
        let years = NameTables.years
        let year = min(max(birthYear, years.lowerBound), years.upperBound) &- years.lowerBound
        let kind = sex == .female ? 0 : NamingGroup.count
        return firstForename &+ (kind &+ Int(group.rawValue)) &* years.count &+ year
    }

    /// Asks for the memory that the forename of a stream that has not been used yet needs.
    func prefetchForename(_ group: NamingGroup, sex: Sex, birthYear: Int, using stream: inout RandomStream) {
        sampler.prefetch(table: forenames(group, sex: sex, birthYear: birthYear), using: &stream)
    }

    /// Asks for the memory that the surname of a stream that has not been used yet needs.
    func prefetchSurname(_ group: NamingGroup, using stream: inout RandomStream) {
        sampler.prefetch(table: firstSurname &+ Int(group.rawValue), using: &stream)
    }

    /// A surname.
    ///
    /// - Parameters:
    ///   - group: The naming group of the family.
    ///   - stream: Where chance comes from: one number, two for a generated name, three or more for a double one.
    package func surname(_ group: NamingGroup, using stream: inout RandomStream) -> NameCode {
        sampler.draw(from: firstSurname &+ Int(group.rawValue), using: &stream)
    }

    /// The middle names: none, one or two, different from the forename and from each other.
    ///
    /// They are drawn from the oldest forenames of the tables: middle names are more traditional than forenames.
    ///
    /// - Parameters:
    ///   - group: The naming group of the family.
    ///   - sex: The sex of the child.
    ///   - forename: The child's forename.
    ///   - stream: Where chance comes from.
    package func middleNames(
        _ group: NamingGroup, sex: Sex, besides forename: NameCode, using stream: inout RandomStream
    ) -> MiddleNames {
        let count = middleNames.count(group, number: stream.next())
        if count == 0 { return MiddleNames(first: nil, second: nil) }
        let oldest = NameTables.years.lowerBound
        var first = self.forename(group, sex: sex, birthYear: oldest, using: &stream)
        while first == forename { first = self.forename(group, sex: sex, birthYear: oldest, using: &stream) }
        if count == 1 { return MiddleNames(first: first, second: nil) }
        var second = self.forename(group, sex: sex, birthYear: oldest, using: &stream)
        while second == forename || second == first {
            second = self.forename(group, sex: sex, birthYear: oldest, using: &stream)
        }
        return MiddleNames(first: first, second: second)
    }

    /// A name as text; for reports and tests, not for millions of rows.
    package func text(_ code: NameCode) -> String {
        spelling.withLetters(of: code) { letters in String(decoding: letters.indices.map { letters[$0] }, as: UTF8.self)
        }
    }
}
