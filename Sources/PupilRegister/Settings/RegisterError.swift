@_exported public import ErrorReports
package import LinearAlgebra

/// What is wrong with what was asked of the register, or with a folder of one. No case holds a value of a record.
package enum RegisterError: Error, Hashable, Sendable {
    /// A setting is outside its range.
    case outOfRange(setting: String, expected: String)
    /// The matrix library computes wrong numbers on this processor.
    case wrongLibrary(LinearAlgebraError)
    /// The folder to write already exists.
    case folderExists(path: String)
    /// The system refuses, for a reason.
    case refused(path: String, action: String, reason: String)
    /// A file of the register is missing, so that it cannot be validated.
    case missingFile(path: String)
    /// The manifest is not one of a synthetic register.
    case notSynthetic(path: String, reason: String)
    /// A file does not have the rows that its manifest states.
    case wrongRows(path: String, expected: Int, found: Int)
    /// Pupils of a census are missing in the file of the families.
    case missingPupils(path: String, pupils: Int)
}

extension RegisterError: Reported {
    /// Where, what was expected, what to do.
    package var report: ErrorReport {
        switch self {
        case .outOfRange(let setting, let expected):
            .usage("register.out-of-range", "\(setting): expected \(expected).")
        case .wrongLibrary(let error): error.report
        case .folderExists(let path):
            .usage(
                "register.folder-exists", "\(path): exists already.",
                "name a new folder, or remove this one first.", at: .init(file: path))
        case .refused(let path, let action, let reason):
            .work(
                "register.refused", "\(path): cannot \(action): \(reason). Nothing was left behind.",
                at: .init(file: path))
        case .missingFile(let path):
            .work(
                "register.missing-file", "\(path): the file does not exist.",
                "name a folder that was generated with it.", at: .init(file: path))
        case .notSynthetic(let path, let reason):
            .work(
                "register.not-synthetic", "\(path): \(reason).",
                "name a folder that was made by 'singleout generate'.", at: .init(file: path))
        case .wrongRows(let path, let expected, let found):
            .work(
                "register.wrong-rows", "\(path): the manifest states \(expected) rows and the file has \(found).",
                "generate the register again.", at: .init(file: path))
        case .missingPupils(let path, let pupils):
            .work(
                "register.missing-pupils", "\(path): \(pupils) pupils of the last census are missing in it.",
                "generate the register again.", at: .init(file: path))
        }
    }
}
