/// The files of a register.
package enum RegisterFile: String, Codable, Hashable, Sendable, CaseIterable {
    case census
    case register
    case addresses
    case enrolments
    case extract
    case schools
    case areas
    /// The truth: families, the errors of the records, and whose row is whose in the extract.
    case truth
}
