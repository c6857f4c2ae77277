/// What a name is: a forename of a girl or of a boy, or a surname.
enum NameKind: String, CaseIterable {
    case girl = "F"
    case boy = "M"
    case surname = "S"

    init(_ sex: Sex) { self = sex == .female ? .girl : .boy }

    /// The number of the kind, from 0.
    var number: Int {
        switch self {
        case .girl: 0
        case .boy: 1
        case .surname: 2
        }
    }

    /// The number of the syllable model of the kind in a naming group, from 0.
    func model(_ group: NamingGroup) -> Int { number * NamingGroup.allCases.count + Int(group.rawValue) }

    /// How many syllable models there are.
    static var models: Int { allCases.count * NamingGroup.allCases.count }
}
