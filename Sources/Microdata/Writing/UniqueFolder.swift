/// Makes folders whose names no other has.
package enum UniqueFolder {
    /// The letters at the end of a name that the system chooses.
    static let letters = 6

    /// Makes a folder that only the user can read.
    ///
    /// - Parameter beginning: What its path begins with.
    /// - Returns: Its path; `nil` where the system refuses, for the reason in `errno`.
    package static func make(_ beginning: String) -> String? {
        SystemCall.makeUniqueFolder(beginning + String(repeating: "X", count: letters))
    }
}
