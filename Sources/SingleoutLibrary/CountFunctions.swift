public import CSingleout
import Counting
import Microdata

// What each function does, expects and returns stands in singleout.h.

/// See singleout.h.
@_cdecl("singleout_count")
public func count(
    table: OpaquePointer?, fields: UnsafePointer<UnsafePointer<CChar>?>?, fieldCount: Int, missing: Int32,
    threads: Int32, counts: UnsafeMutablePointer<OpaquePointer?>?,
    message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    unsafe Answer.of(message) {
        let out = try unsafe Arguments.present(counts, "counts_out")
        unsafe out.pointee = nil
        let table = try unsafe Handle<Table>.content(of: table, "table")
        let columns = try unsafe Arguments.fields(fields, fieldCount).map { try table.column(named: $0) }
        let histogram = try SizeHistogram(
            counting: columns, missing: Arguments.missing(missing), threads: Arguments.threads(threads))
        unsafe out.pointee = Handle.pointer(
            to: Counts(histogram: histogram, excluded: table.records - histogram.records))
    }
}

/// See singleout.h.
@_cdecl("singleout_counts_figures")
public func figures(
    counts: OpaquePointer?, figures: UnsafeMutablePointer<singleout_figures>?,
    message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    unsafe Answer.of(message) {
        let out = try unsafe Arguments.present(figures, "figures")
        let counts = try unsafe Handle<Counts>.content(of: counts, "counts")
        let found = counts.histogram
        guard let k = found.k, let largest = found.largest, let uniqueness = found.uniqueness,
            let meanRisk = found.meanRisk
        else { throw LibraryError.noRecords }
        unsafe out.pointee = singleout_figures(
            records: Int64(found.records), excluded: Int64(counts.excluded), classes: Int64(found.classes),
            k: Int64(k), largest: Int64(largest), uniques: Int64(found.uniques), uniqueness: uniqueness,
            mean_risk: meanRisk, highest_risk: 1 / Double(k))
    }
}

/// See singleout.h.
@_cdecl("singleout_counts_below")
public func recordsBelow(
    counts: OpaquePointer?, size: Int64, records: UnsafeMutablePointer<Int64>?,
    message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    unsafe Answer.of(message) {
        let out = try unsafe Arguments.present(records, "records")
        let counts = try unsafe Handle<Counts>.content(of: counts, "counts")
        if size < 1 { throw LibraryError.outOfRange("size", expected: "at least 1") }
        unsafe out.pointee = Int64(counts.histogram.records(below: Int(size)))
    }
}

/// See singleout.h.
@_cdecl("singleout_counts_sizes")
public func classSizes(
    counts: OpaquePointer?, sizes: UnsafeMutablePointer<Int64>?, classes: UnsafeMutablePointer<Int64>?, capacity: Int,
    entries: UnsafeMutablePointer<Int>?, message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    unsafe Answer.of(message) {
        let out = try unsafe Arguments.present(entries, "entries")
        let counts = try unsafe Handle<Counts>.content(of: counts, "counts")
        if capacity < 0 { throw LibraryError.outOfRange("capacity", expected: "no more than the arrays hold") }
        let all = counts.histogram.entries
        if capacity > 0 {
            let sizes = try unsafe Arguments.present(sizes, "sizes")
            let classes = try unsafe Arguments.present(classes, "classes")
            for (position, entry) in all.prefix(capacity).enumerated() {
                unsafe sizes[position] = Int64(entry.size)
                unsafe classes[position] = Int64(entry.classes)
            }
        }
        unsafe out.pointee = all.count
    }
}

/// See singleout.h.
@_cdecl("singleout_counts_free")
public func freeCounts(counts: OpaquePointer?) { unsafe Handle<Counts>.free(counts) }
