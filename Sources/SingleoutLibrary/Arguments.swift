internal import CSingleout
import Counting

/// What callers pass, checked.
enum Arguments {
    static func text(_ pointer: UnsafePointer<CChar>?, _ name: String) throws(LibraryError) -> String {
        guard let pointer = unsafe pointer else { throw .missing(name) }
        guard let text = unsafe String(validatingCString: pointer) else { throw .notUTF8(name) }
        return text
    }

    static func texts(
        _ pointer: UnsafePointer<UnsafePointer<CChar>?>?, _ count: Int, _ name: String
    ) throws(LibraryError) -> [String] {
        // A size_t beyond the range of a signed number arrives as a negative one.
        guard count >= 0 else { throw .outOfRange("The number of \(name)", expected: "no more than there are") }
        if count == 0 { return [] }
        guard let pointer = unsafe pointer else { throw .missing(name) }
        var texts: [String] = []
        for position in 0..<count { texts.append(try unsafe text(pointer[position], "\(name)[\(position)]")) }
        return texts
    }

    /// The fields of a combination, at least one.
    static func fields(_ pointer: UnsafePointer<UnsafePointer<CChar>?>?, _ count: Int) throws(LibraryError) -> [String]
    {
        let fields = try unsafe texts(pointer, count, "fields")
        if fields.isEmpty { throw .outOfRange("field_count", expected: "at least 1") }
        return fields
    }

    static func threads(_ threads: Int32) throws(LibraryError) -> Int? {
        guard (0...1024).contains(threads) else { throw .outOfRange("threads", expected: "from 0 to 1024") }
        return threads == 0 ? nil : Int(threads)
    }

    static func missing(_ missing: Int32) throws(LibraryError) -> MissingSemantics {
        switch missing {
        case SINGLEOUT_MISSING_CATEGORY: .category
        case SINGLEOUT_MISSING_EXCLUDE: .exclude
        default:
            throw .outOfRange("missing", expected: "SINGLEOUT_MISSING_CATEGORY or SINGLEOUT_MISSING_EXCLUDE")
        }
    }

    static func present<Pointee>(
        _ pointer: UnsafeMutablePointer<Pointee>?, _ name: String
    ) throws(LibraryError) -> UnsafeMutablePointer<Pointee> {
        guard let pointer = unsafe pointer else { throw .missing(name) }
        return unsafe pointer
    }
}
