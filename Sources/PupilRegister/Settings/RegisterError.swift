public import LinearAlgebra

/// What is wrong with what was asked of the register, or with a folder of one. No case holds a value of a record.
public enum RegisterError: Error, Hashable, Sendable {
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

extension RegisterError: CustomStringConvertible {
    /// One or two sentences for a person: where, what was expected, what to do.
    public var description: String {
        switch self {
        case .outOfRange(let setting, let expected): "\(setting): expected \(expected)."
        case .wrongLibrary(let error): error.description
        case .folderExists(let path):
            "\(path): exists already; name a new folder, or remove this one first."
        case .refused(let path, let action, let reason):
            "\(path): cannot \(action): \(reason). Nothing was left behind."
        case .missingFile(let path):
            "\(path): there is no such file; name a folder that was generated with it."
        case .notSynthetic(let path, let reason):
            "\(path): \(reason); name a folder that was made by 'singleout generate'."
        case .wrongRows(let path, let expected, let found):
            "\(path): the manifest states \(expected) rows and the file has \(found); generate the register again."
        case .missingPupils(let path, let pupils):
            "\(path): \(pupils) pupils of the last census are missing in it; generate the register again."
        }
    }
}
