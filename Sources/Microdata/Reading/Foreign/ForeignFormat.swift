internal import Foundation

/// A format that is no delimited text, recognised by the ending of a file's name.
enum ForeignFormat: String, Sendable {
    /// Apache Parquet.
    case parquet
    /// SPSS: `.sav` and `.zsav`.
    case spss
    /// Stata.
    case stata
    /// SAS.
    case sas

    /// The format that a file's name tells; `nil` for all others.
    init?(_ path: String) {
        let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
        if name.hasSuffix(".parquet") {
            self = .parquet
        } else if name.hasSuffix(".sav") || name.hasSuffix(".zsav") {
            self = .spss
        } else if name.hasSuffix(".dta") {
            self = .stata
        } else if name.hasSuffix(".sas7bdat") {
            self = .sas
        } else {
            return nil
        }
    }

    /// What a file of the format is called.
    var name: String {
        switch self {
        case .parquet: "a Parquet file"
        case .spss: "an SPSS file"
        case .stata: "a Stata file"
        case .sas: "a SAS file"
        }
    }

    /// Opens a file of the format.
    func file(at path: String) throws(MicrodataError) -> any ForeignFile {
        let file = SystemCall.open(path, O_RDONLY)
        guard file >= 0 else { throw OtherFormat.unopened(path, reason: OpenedFile.systemReason()) }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        guard let status = SystemCall.status(of: file) else {
            throw .unreadable(source: path, reason: OpenedFile.systemReason())
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .unreadable(source: path, reason: "it is not a file on a disk")
        }
        try requireContent(file, source: path)
        let state = FileState(file, status, source: path)
        if self == .parquet { return try ParquetFile(handle, state) }
        return try ReaderProcess.isUsed
            ? SeparateFile(handle, state, format: self) : StatisticalFile(handle, state, format: self)
    }

    /// Refuses a file whose content is known to be of another format than its name says.
    private func requireContent(_ file: Int32, source: String) throws(MicrodataError) {
        var start = [UInt8](repeating: 0, count: 1 << 12)
        let count = SystemCall.read(file, into: &start, at: 0)
        if count <= 0 { return }
        let bytes = Array(start[..<count])
        guard let format = OtherFormat(bytes) else {
            if let error = OtherFormat.misnamed(bytes, as: self, source: source) { throw error }
            return
        }
        if format.foreign != self { throw format.error(source: source) }
    }
}
