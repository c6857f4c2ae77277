internal import CSingleout
import Counting
import Foundation
import Singleout

/// Where a message goes.
typealias MessageTarget = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?

/// Turns what Swift code answers or throws into a status and a message.
enum Answer {
    /// Runs a call that is done unless it throws.
    static func of(_ message: MessageTarget, _ body: () throws -> Void) -> Int32 {
        unsafe verdict(message) {
            try body()
            return nil
        }
    }

    /// Runs a call that may also find rules that are not met, and returns what fails then.
    static func verdict(_ message: MessageTarget, _ body: () throws -> String?) -> Int32 {
        if let message = unsafe message { unsafe message.pointee = nil }
        do {
            guard let failure = try body() else { return SINGLEOUT_DONE }
            unsafe write(failure, to: message)
            return SINGLEOUT_NOT_MET
        } catch {
            unsafe write("\(error)", to: message)
            return status(of: error)
        }
    }

    /// As for the exit status of a command.
    private static func status(of error: any Error) -> Int32 {
        switch (error as? any Reported)?.report.kind {
        case _ where error as? LibraryError == .noRecords: SINGLEOUT_NO_RECORDS
        case .usage: SINGLEOUT_WRONG_USAGE
        default: SINGLEOUT_FAILED
        }
    }

    private static func write(_ text: String, to message: MessageTarget) {
        if let message = unsafe message { unsafe message.pointee = strdup(text) }
    }
}

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

/// An object that C code holds by an opaque pointer: it lives until it is freed.
final class Handle<Content: Sendable>: Sendable {
    let content: Content

    private init(_ content: Content) { self.content = content }

    /// A pointer to a new object.
    static func pointer(to content: Content) -> OpaquePointer {
        unsafe OpaquePointer(Unmanaged.passRetained(Handle(content)).toOpaque())
    }

    /// The content of the object that a pointer points to.
    static func content(of pointer: OpaquePointer?, _ name: String) throws(LibraryError) -> Content {
        guard let pointer = unsafe pointer else { throw .missing(name) }
        return unsafe Unmanaged<Handle>.fromOpaque(UnsafeRawPointer(pointer)).takeUnretainedValue().content
    }

    /// Gives the object up; nothing happens for NULL.
    static func free(_ pointer: OpaquePointer?) {
        if let pointer = unsafe pointer { unsafe Unmanaged<Handle>.fromOpaque(UnsafeRawPointer(pointer)).release() }
    }
}
