import Briefing

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

extension SimulationError: CustomStringConvertible {
    /// One or two sentences for a person: where, what was expected, what to do.
    public var description: String {
        switch self {
        case .noFile(let folder, let name):
            "\(folder): there is no \(name).csv (nor .csv.gz, .csv.zst); give the folder of a register with all its files, as "
                + "'singleout generate' without --only makes it."
        case .otherLength(let file, let records, let expected, let other):
            "\(file): it has \(Wording.count(records, "record")) where \(NumberText.integer(expected)) were expected, one for "
                + "each of \(other); generate the register anew."
        case .unreadable(let file, let field, let records):
            "\(file): the field '\(field)' is empty or cannot be read in \(Wording.count(records, "record")); generate the "
                + "register anew."
        case .unknownPupils(let file, let records, let expected):
            "\(file): \(Wording.count(records, "record")) where a pupil of \(expected) was expected once, and is missing, "
                + "unknown or there twice; generate the register anew."
        }
    }
}
