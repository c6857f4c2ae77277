/// The phase of a state-funded school.
package enum Phase: UInt8, Sendable, CaseIterable {
    case nursery
    case primary
    case middle
    case secondary
    case allThrough
    case special

    /// The name in the parameter tables.
    package var name: String { String(describing: self) }

    /// The code that a census records.
    package var code: StaticString {
        switch self {
        case .nursery: "NS"
        case .primary: "PS"
        case .middle: "MS"
        case .secondary: "SS"
        case .allThrough: "AT"
        case .special: "SP"
        }
    }

    /// Year groups, as offsets from Reception, that its schools teach.
    var yearGroups: ClosedRange<Int> {
        switch self {
        case .nursery: -2 ... -1
        case .primary: -2...6
        case .middle: 5...8
        case .secondary: 7...13
        case .allThrough: -2...13
        case .special: -2...13
        }
    }
}
