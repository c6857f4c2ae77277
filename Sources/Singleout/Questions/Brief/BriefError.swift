public import ErrorReports

/// Why a briefing cannot be made as asked. No case holds a value of a record.
public enum BriefError: Error, Hashable, Sendable {
    /// Counts of what may be real people are to be published unprotected.
    case disclosive
    /// Counts of a file that the data are compared with, which may be of real people, are to be published unprotected.
    case disclosiveFile(String)
    /// The counts of requests, which are not protected, would be of what may be a register of real people.
    case register(String)
    /// The data are not those whose mark let their counts be published unprotected.
    case changedData(path: String)
    /// The date is none.
    case date
    /// The folder to write exists already.
    case folderExists(path: String)
    /// The system refuses, for a reason.
    case refused(path: String, action: String, reason: String)
}

extension BriefError: Reported {
    /// What was asked, why not, what to do instead.
    public var report: ErrorReport {
        switch self {
        case .disclosive:
            .usage(
                "brief.disclosive",
                "The data are not marked as synthetic, so small counts in the briefing could disclose people.",
                "leave --disclosure-control off out, or add --i-accept-disclosure if only you will read it.")
        case .disclosiveFile(let path):
            .usage(
                "brief.disclosive-file",
                "\(path): is not marked as synthetic, so small counts in the briefing could disclose people.",
                "leave --disclosure-control off out, or add --i-accept-disclosure if only you will read it.",
                at: .init(file: path))
        case .register(let path):
            .usage(
                "brief.register",
                "\(path): its files are not marked as synthetic, and counts of requests are not protected.",
                "leave --register out, or add --disclosure-control off --i-accept-disclosure if only you will read the briefing.",
                at: .init(file: path))
        case .changedData(let path):
            .work(
                "brief.changed-data", "\(path): was changed while the briefing was made.", "run it again.",
                at: .init(file: path))
        case .date: .usage("brief.date", "--date: expected a date, such as 2026-11-25.")
        case .folderExists(let path):
            .usage(
                "brief.folder-exists", "\(path): exists already.", "name a new folder, or remove this one first.",
                at: .init(file: path))
        case .refused(let path, let action, let reason):
            .work(
                "brief.refused", "\(path): cannot \(action): \(reason). Nothing was left behind.",
                at: .init(file: path))
        }
    }
}
