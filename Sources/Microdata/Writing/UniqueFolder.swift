internal import Foundation

/// Makes folders whose names no other has.
package enum UniqueFolder {
    /// The letters at the end of a name that the system chooses.
    static let letters = 6

    /// Makes a folder that only the user can read.
    ///
    /// - Parameter beginning: What its path begins with.
    /// - Returns: Its path; `nil` where the system refuses, for the reason in `errno`.
    package static func make(_ beginning: String) -> String? {
        var template = Array((beginning + String(repeating: "X", count: letters)).utf8CString)
        guard unsafe mkdtemp(&template) != nil else { return nil }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
