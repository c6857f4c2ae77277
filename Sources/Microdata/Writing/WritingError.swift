/// Why a file cannot be written: where, what was tried, and what the system says.
package struct WritingError: Error, Hashable, Sendable {
    package let path: String
    package let action: String
    package let reason: String
}
