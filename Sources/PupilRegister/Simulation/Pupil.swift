/// A pupil who was on roll in a census of the register; everything that does not change, in 56 bytes.
struct Pupil: Sendable {
    /// Yes-or-no properties of a pupil.
    struct Marks: OptionSet, Sendable {
        let rawValue: UInt16

        static let male = Marks(rawValue: 1 << 0)
        static let otherLanguage = Marks(rawValue: 1 << 1)
        static let bornAbroad = Marks(rawValue: 1 << 2)
        static let foreignNationality = Marks(rawValue: 1 << 3)
        /// A twin or triplet.
        static let multiple = Marks(rawValue: 1 << 4)
        /// With another father than the eldest sibling.
        static let halfSibling = Marks(rawValue: 1 << 5)
        /// Lives at the family's other home.
        static let otherHome = Marks(rawValue: 1 << 6)
        static let special = Marks(rawValue: 1 << 7)
        static let ethnicityUnknown = Marks(rawValue: 1 << 8)
        static let ethnicityRefused = Marks(rawValue: 1 << 9)
        static let nationalityUnknown = Marks(rawValue: 1 << 10)
        static let nationalityRefused = Marks(rawValue: 1 << 11)
        static let languageBelieved = Marks(rawValue: 1 << 12)
    }

    var forename: NameCode
    /// The second and third forename; `noName` where there is none.
    var middle: NameCode
    var secondMiddle: NameCode
    var surname: NameCode
    var family: UInt32
    /// Where the pupil's enrolments and the home's stays begin, and how many there are.
    var firstEnrolment: UInt32
    var firstStay: UInt32
    var enrolments: UInt8
    var stays: UInt8
    /// From 1, among the mother's children.
    var birthOrder: UInt8
    var origin: UInt8
    var birth: UInt16
    var marks: Marks
    /// Ranks in the population, times 2^16: of poverty from the rich end, of special need and its severity from the severe
    /// end, of absence from the low end.
    var poverty: UInt16
    var need: UInt16
    var severity: UInt16
    var absence: UInt16

    /// No name has this code.
    static let noName = NameCode(rawValue: .max)

    var sex: Sex { marks.contains(.male) ? .male : .female }
}
