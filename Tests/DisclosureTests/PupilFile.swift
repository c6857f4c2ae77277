import Foundation

/// The pupil file that some tests read where it lies beside the package.
enum PupilFile {
    /// The whole file; `nil` where there is none.
    static let text: String? = {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = package.appending(path: "../shared/reference/students_math.csv").standardizedFileURL
        return try? String(contentsOf: file, encoding: .utf8)
    }()
}
