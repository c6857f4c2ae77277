import CSingleout
import Foundation

/// Calls of the C interface as C code makes them.
enum Calls {
    /// Runs a call with a place for its message, and returns its status with the message.
    static func message(
        _ call: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Int32
    ) -> (status: Int32, message: String?) {
        var message: UnsafeMutablePointer<CChar>? = unsafe strdup("left over")
        let old = unsafe message
        let status = unsafe call(&message)
        unsafe free(old)
        let text = unsafe message.map { unsafe String(cString: $0) }
        unsafe singleout_message_free(message)
        return (status, text)
    }

    /// Runs a call with texts as an array of C strings.
    static func texts<Result>(
        _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?, Int) throws -> Result
    ) rethrows -> Result {
        // One block of memory, so that nothing is left when a test fails.
        let bytes = texts.map { $0.utf8CString }
        var block: [CChar] = bytes.flatMap { $0 }
        return try unsafe block.withUnsafeMutableBufferPointer { block in
            var start = 0
            var pointers: [UnsafePointer<CChar>?] = unsafe []
            for text in bytes {
                unsafe pointers.append(block.baseAddress.map { unsafe UnsafePointer($0 + start) })
                start += text.count
            }
            return try unsafe pointers.withUnsafeBufferPointer {
                try unsafe body($0.baseAddress, texts.count)
            }
        }
    }

    /// Opens a file; `nil` where that fails.
    static func open(_ path: String, _ fields: [String] = [], missing: [String] = [])
        -> OpaquePointer?
    {
        var table: OpaquePointer?
        let status = unsafe texts(fields) { names, count in
            unsafe texts(missing) { values, valueCount in
                unsafe singleout_table_open(path, names, count, values, valueCount, 2, &table, nil)
            }
        }
        return unsafe status == SINGLEOUT_DONE ? table : nil
    }

    /// Counts a combination; `nil` where that fails.
    static func count(
        _ table: OpaquePointer?, _ fields: [String], missing: Int32 = SINGLEOUT_MISSING_CATEGORY
    )
        -> OpaquePointer?
    {
        var counts: OpaquePointer?
        let status = unsafe texts(fields) { names, count in
            unsafe singleout_count(table, names, count, missing, 2, &counts, nil)
        }
        return unsafe status == SINGLEOUT_DONE ? counts : nil
    }
}
