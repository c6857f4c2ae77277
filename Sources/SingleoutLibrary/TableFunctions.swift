import Foundation
import Microdata
import Singleout

// What each function does, expects and returns stands in singleout.h.

/// A C string that lives as long as the library.
private nonisolated(unsafe) let versionText: UnsafeMutablePointer<CChar>? = unsafe strdup(Version.current)

/// See singleout.h.
@_cdecl("singleout_version")
public func libraryVersion() -> UnsafePointer<CChar>? { unsafe UnsafePointer(versionText) }

/// See singleout.h.
@_cdecl("singleout_table_open")
public func openTable(
    path: UnsafePointer<CChar>?, fields: UnsafePointer<UnsafePointer<CChar>?>?, fieldCount: Int,
    missingValues: UnsafePointer<UnsafePointer<CChar>?>?, missingCount: Int, threads: Int32,
    table: UnsafeMutablePointer<OpaquePointer?>?, message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    unsafe Answer.of(message) {
        let out = try unsafe Arguments.present(table, "table_out")
        unsafe out.pointee = nil
        let file = try unsafe Arguments.text(path, "path")
        let wanted = try unsafe Arguments.texts(fields, fieldCount, "fields")
        var reading = DelimitedReading()
        reading.columns = wanted.isEmpty ? nil : wanted
        reading.missingValues = Set(try unsafe Arguments.texts(missingValues, missingCount, "missing_values") + [""])
        reading.threads = try Arguments.threads(threads)
        unsafe out.pointee = Handle.pointer(to: try reading.table(fromFileAt: file))
    }
}

/// See singleout.h.
@_cdecl("singleout_table_size")
public func tableSize(
    table: OpaquePointer?, records: UnsafeMutablePointer<Int64>?, fields: UnsafeMutablePointer<Int64>?,
    message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    unsafe Answer.of(message) {
        let table = try unsafe Handle<Table>.content(of: table, "table")
        if let records = unsafe records { unsafe records.pointee = Int64(table.records) }
        if let fields = unsafe fields { unsafe fields.pointee = Int64(table.columns.count) }
    }
}

/// See singleout.h.
@_cdecl("singleout_table_free")
public func freeTable(table: OpaquePointer?) { unsafe Handle<Table>.free(table) }
