internal import Microdata

/// What a folder of a register holds: that it is synthetic, how it was made, and each file's rows and digest.
package struct Manifest: Codable, Hashable, Sendable {
    /// A file of the register.
    package struct File: Codable, Hashable, Sendable {
        /// The path below the folder.
        package let path: String
        /// Rows below the header.
        package let rows: Int
        /// Bytes on disk.
        package let bytes: Int
        /// SHA-256 of the bytes on disk, in hexadecimal digits.
        package let sha256: String
    }

    /// The name of the manifest's file.
    package static let name = SyntheticMark.manifestName
    /// The form of the manifest and of the files that this version writes and reads.
    package static let currentSchema = SyntheticMark.schemaName + "1"

    /// Always true: no row is of a real person.
    package let synthetic: Bool
    /// What a reader should know first.
    package let statement: String
    /// The name and version of the form of the manifest and of the files.
    package let schema: String
    /// The version of the generator.
    package let version: String
    /// The seed of all chance.
    package let seed: UInt64
    /// Everything that the files depend on.
    package let settings: RegisterSettings
    /// How the files are compressed.
    package let format: String
    /// The files, in the order in which they were written.
    package let files: [File]

    init(settings: RegisterSettings, format: String, files: [File]) {
        synthetic = true
        statement =
            "Every pupil, family, address and school in these files is made up by a program; none is a real one."
        schema = Self.currentSchema
        version = Register.version
        seed = settings.seed
        self.settings = settings
        self.format = format
        self.files = files
    }
}

extension Register {
    /// The version of the generator: files of one version, settings and format are the same, byte for byte.
    package static let version = "1"
}
