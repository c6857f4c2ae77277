/// A naming culture: families of one group draw their forenames and surnames from the same distributions.
///
/// The groups are as coarse as the published sources allow, and no finer than a disclosure study needs: what matters is
/// how many families share a name.
package enum NamingGroup: UInt8, Sendable, Codable, CaseIterable {
    /// British, Irish and Caribbean families, and most families of mixed background.
    case british
    /// Pakistani, Bangladeshi and Indian Muslim families.
    case southAsianMuslim
    /// Hindu, Sikh and Christian families of India, Sri Lanka, Nepal and the Indian diaspora.
    case indian
    /// Families of west, central and southern Africa.
    case westAfrican
    /// Families of the Arab world, north Africa and the Horn of Africa.
    case arabSomali
    /// Turkish, Kurdish, Iranian and Afghan families.
    case turkishPersian
    /// Families of Poland, the Baltic states and the rest of eastern Europe.
    case eastEuropean
    /// Families of southern and western Europe and of Latin America.
    case latin
    /// Chinese, Vietnamese, Korean, Japanese and Thai families.
    case eastAsian
    /// Filipino and Malay families.
    case filipino
}

extension NamingGroup {
    /// How many groups there are.
    static let count = allCases.count

    /// The group of a name in the parameter tables: the name of its case.
    init?(tableName: String) {
        guard let group = NamingGroup.allCases.first(where: { $0.tableName == tableName }) else { return nil }
        self = group
    }

    /// The name of the group in the parameter tables: the name of its case.
    var tableName: String { String(describing: self) }
}
