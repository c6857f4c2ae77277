/// The table of all origins, each with a number.
///
/// Attributes are held by column as well as by row, so that a generator can look one up by origin number without touching
/// the rest. Refused and missing ethnicity are ways of recording, not origins: the table does not hold them.
///
/// Shares by main code are published (Department for Education, 2015/16); the split within a code and every probability
/// are assumptions, calibrated to a first language other than English of 18.3 % of all pupils.
package struct Origins: Sendable {
    /// The origins, by number.
    package let all: [Origin]
    /// The share of pupils, by origin number; sums to 1.
    package let shares: [Double]
    /// The naming group, by origin number.
    package let namingGroups: [NamingGroup]
    /// The probability of a first language other than English, by origin number.
    package let otherLanguage: [Double]
    /// The probability of a birth abroad, by origin number.
    package let bornAbroad: [Double]
    /// The probability of a foreign nationality, by origin number.
    package let foreignNationality: [Double]

    /// The built-in table.
    package init() {
        let table = ParameterTable("origins")
        let ethnicity = table.strings("ethnicity")
        let extended = table.strings("extended")
        let country = table.strings("country")
        let share = table.shares("share")
        let total = share.reduce(0, +)
        precondition(abs(total - 1) < 1e-5, "the shares of the origins do not sum to 1")
        let language = table.strings("language")
        let otherLanguage = table.shares("other_language")
        let bornAbroad = table.shares("born_abroad")
        let foreignNationality = table.shares("foreign_nationality")
        let namingGroups = table.values("naming", "a naming group", NamingGroup.init(tableName:))
        all = (0..<table.count).map { row in
            Origin(
                ethnicity: ethnicity[row], extendedEthnicity: extended[row], country: country[row],
                share: share[row] / total, language: language[row], otherLanguage: otherLanguage[row],
                bornAbroad: bornAbroad[row], foreignNationality: foreignNationality[row],
                namingGroup: namingGroups[row])
        }
        shares = all.map(\.share)
        self.namingGroups = namingGroups
        self.otherLanguage = otherLanguage
        self.bornAbroad = bornAbroad
        self.foreignNationality = foreignNationality
    }

    /// The number of origins.
    package var count: Int { all.count }

    /// The origin of a number.
    package subscript(_ number: Int) -> Origin { all[number] }

    /// The share of pupils by naming group, in the order of `NamingGroup.allCases`; sums to 1.
    package var namingShares: [Double] {
        var sums = [Double](repeating: 0, count: NamingGroup.allCases.count)
        for (share, group) in zip(shares, namingGroups) { sums[Int(group.rawValue)] += share }
        return sums
    }
}
