/// The roll that the parameters lead one to expect in the last census: by year group and by phase.
struct ExpectedRoll {
    private let settings: RegisterSettings
    /// Pupils by year group, as an offset from Reception plus 2.
    private let groups: [Double]

    init(_ settings: RegisterSettings) {
        self.settings = settings
        let cohorts = Cohorts()
        let table = ParameterTable("year_groups")
        let states = table.shares("state")
        let weights = table.integers("offset").enumerated().map { row, offset in
            cohorts.children(bornIn: settings.lastYear - 1 - 5 - offset) * states[row]
        }
        let total = weights.reduce(0, +)
        groups = weights.map { $0 / total * Double(settings.pupilsOnRoll) }
    }

    /// Pupils of year groups, given as offsets from Reception.
    private func pupils(_ offsets: ClosedRange<Int>) -> Double {
        groups[offsets.lowerBound + 2...offsets.upperBound + 2].reduce(0, +)
    }

    /// The pupils that the schools of a phase will have.
    func pupils(of phase: Phase) -> Double {
        let schooling = settings.schooling
        let ordinary = 1 - schooling.special
        let local = ordinary * (1 - schooling.allThrough)
        let middle = local * schooling.middle * pupils(5...8)
        switch phase {
        case .nursery: return schooling.nursery * pupils(-2 ... -1)
        case .primary:
            return local * (pupils(-2...6) - schooling.nursery * pupils(-2 ... -1))
                - local * schooling.middle * pupils(5...6)
        case .middle: return middle
        case .secondary: return local * (pupils(7...13) - schooling.middle * pupils(7...8))
        case .allThrough: return ordinary * schooling.allThrough * pupils(-2...13)
        case .special: return schooling.special * pupils(-2...13)
        }
    }
}
