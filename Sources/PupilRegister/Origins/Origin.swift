/// Where a pupil's family comes from, as far as a school census can tell.
///
/// Several origins share an ethnicity code: an origin is a code, a country and a language together.
package struct Origin: Sendable, Hashable {
    /// The main ethnicity code of the school census, four capital letters (`WBRI`, `BAFR`, ...).
    package let ethnicity: String
    /// The extended ethnicity code (`BSOM`, `BGHA`, ...).
    package let extendedEthnicity: String
    /// The country that the family comes from: ISO 3166-1 alpha-3, `XKX` for Kosovo.
    package let country: String
    /// The share of all pupils whose ethnicity is recorded, 2015/16.
    package let share: Double
    /// The family's first language, in the school census's code set; `ENG` where it is always English.
    package let language: String
    /// The probability that the pupil's first language is `language` and not English.
    package let otherLanguage: Double
    /// The probability that the pupil was born in `country` and not in the United Kingdom.
    package let bornAbroad: Double
    /// The probability that the pupil holds the nationality of `country` and not the British one.
    package let foreignNationality: Double
    /// The naming culture of the family.
    package let namingGroup: NamingGroup
}
