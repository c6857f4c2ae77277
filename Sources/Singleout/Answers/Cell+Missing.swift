import Briefing

extension Cell {
    /// A share, or no answer for a reason.
    static func share(orMissing value: Double?, _ reason: String = Subject.noRecords) -> Cell {
        value.map(Cell.share) ?? .missing(reason: reason)
    }

    /// A count, or no answer for a reason.
    static func integer(orMissing value: Int?, _ reason: String = Subject.noRecords) -> Cell {
        value.map(Cell.integer) ?? .missing(reason: reason)
    }
}
