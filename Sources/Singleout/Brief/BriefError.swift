/// Why a briefing cannot be made as asked. No case holds a value of a record.
public enum BriefError: Error, Hashable, Sendable {
    /// Counts of what may be real people are to be published as they are.
    case disclosive
    /// The date is none.
    case date
    /// The folder to write exists already.
    case folderExists(path: String)
    /// The system refuses, for a reason.
    case refused(path: String, action: String, reason: String)

    /// Whether the way in which it was asked is wrong, and not the work.
    public var isWrongUsage: Bool { if case .refused = self { false } else { true } }
}

extension BriefError: CustomStringConvertible {
    /// One or two sentences for a person: what was asked, why not, what to do instead.
    public var description: String {
        switch self {
        case .disclosive:
            "The data are not marked as synthetic, so small counts in the briefing could disclose people; leave "
                + "--disclosure-control off out, or add --i-accept-disclosure if only you will read it."
        case .date: "--date: expected a date, such as 2026-11-25."
        case .folderExists(let path): "\(path): exists already; name a new folder, or remove this one first."
        case .refused(let path, let action, let reason):
            "\(path): cannot \(action): \(reason). Nothing was left behind."
        }
    }
}
