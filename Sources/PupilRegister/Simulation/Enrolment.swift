/// A pupil's time at one school, as the main registration.
struct Enrolment: Sendable {
    /// Why a pupil left.
    enum Reason: UInt8, Sendable {
        case none
        /// The school has no further year group.
        case structural
        /// The family moved.
        case moved
        case otherSchool
        case independent
        case missing
        /// The end of school.
        case finished
    }

    var school: UInt16
    var from: UInt16
    /// The last day; 0 while on roll.
    var to: UInt16
    var reason: Reason

    /// Whether the pupil is on roll on a day.
    func covers(_ day: Day) -> Bool { Int(from) <= day.number && (to == 0 || Int(to) >= day.number) }
}
