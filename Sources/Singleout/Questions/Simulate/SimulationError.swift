import Briefing
public import ErrorReports

/// Why a folder cannot be read as a register.
public enum SimulationError: Error, Hashable, Sendable {
    /// A file of the register is missing.
    case noFile(folder: String, name: String)
    /// A file has another number of records than the one whose rows it describes.
    case otherLength(file: String, records: Int, expected: Int, of: String)
    /// A field that everything hangs on is empty or cannot be read in some records.
    case unreadable(file: String, field: String, records: Int)
    /// Pupils of one file are not in another, or twice in it.
    case unknownPupils(file: String, records: Int, expected: String)
}

extension SimulationError: Reported {
    /// Where, what was expected, what to do.
    public var report: ErrorReport {
        switch self {
        case .noFile(let folder, let name):
            .work(
                "simulate.no-file", "\(folder) has no \(name).csv (nor .csv.gz, .csv.zst).",
                "give the folder of a register with all its files, as 'singleout generate' without --only makes it.",
                at: .init(file: folder))
        case .otherLength(let file, let records, let expected, let other):
            .work(
                "simulate.other-length",
                "\(file): it has \(Wording.count(records, "record")) where \(NumberText.integer(expected)) were expected, one for "
                    + "each of \(other).",
                "generate the register anew.", at: .init(file: file))
        case .unreadable(let file, let field, let records):
            .work(
                "simulate.unreadable",
                "\(file): the field '\(field)' is empty or cannot be read in \(Wording.count(records, "record")).",
                "generate the register anew.", at: .init(file: file, field: field))
        case .unknownPupils(let file, let records, let expected):
            .work(
                "simulate.unknown-pupils",
                "\(file): \(Wording.count(records, "record")) where a pupil of \(expected) was expected once, and is missing, "
                    + "unknown or there twice.",
                "generate the register anew.", at: .init(file: file))
        }
    }
}
