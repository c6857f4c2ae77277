import Counting
import Microdata

// What each function does, expects and returns stands in singleout.h.

/// See singleout.h.
@_cdecl("singleout_count_all")
public func countAll(
    table: OpaquePointer?, fields: UnsafePointer<UnsafePointer<CChar>?>?, fieldCount: Int, maximumSize: Int32,
    missing: Int32, threads: Int32, combinations: UnsafeMutablePointer<OpaquePointer?>?,
    message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    unsafe Answer.of(message) {
        let out = try unsafe Arguments.present(combinations, "combinations_out")
        unsafe out.pointee = nil
        let table = try unsafe Handle<Table>.content(of: table, "table")
        let columns = try unsafe Arguments.fields(fields, fieldCount).map { try table.column(named: $0) }
        if maximumSize < 0 { throw LibraryError.outOfRange("maximum_size", expected: "at least 0") }
        let lattice = try CombinationLattice(
            counting: columns, maximumSize: maximumSize == 0 ? nil : Int(maximumSize),
            missing: Arguments.missing(missing), threads: Arguments.threads(threads))
        unsafe out.pointee = Handle.pointer(to: lattice)
    }
}

/// See singleout.h.
@_cdecl("singleout_combinations_size")
public func combinationsSize(
    combinations: OpaquePointer?, size: UnsafeMutablePointer<Int>?,
    message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    unsafe Answer.of(message) {
        let out = try unsafe Arguments.present(size, "size")
        unsafe out.pointee = try Handle<CombinationLattice>.content(of: combinations, "combinations").entries.count
    }
}

/// See singleout.h.
@_cdecl("singleout_combinations_at")
public func combination(
    combinations: OpaquePointer?, index: Int, positions: UnsafeMutablePointer<Int32>?, capacity: Int,
    fieldCount: UnsafeMutablePointer<Int>?, counts: UnsafeMutablePointer<OpaquePointer?>?,
    message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    unsafe Answer.of(message) {
        if let counts = unsafe counts { unsafe counts.pointee = nil }
        let lattice = try unsafe Handle<CombinationLattice>.content(of: combinations, "combinations")
        guard lattice.entries.indices.contains(index) else {
            throw LibraryError.outOfRange("index", expected: "below \(lattice.entries.count)")
        }
        if capacity < 0 { throw LibraryError.outOfRange("capacity", expected: "no more than the array holds") }
        let entry = lattice.entries[index]
        if capacity > 0 {
            let positions = try unsafe Arguments.present(positions, "positions")
            for (place, field) in entry.fields.prefix(capacity).enumerated() {
                unsafe positions[place] = Int32(field)
            }
        }
        if let fieldCount = unsafe fieldCount { unsafe fieldCount.pointee = entry.fields.count }
        if let counts = unsafe counts {
            unsafe counts.pointee = Handle.pointer(
                to: Counts(histogram: entry.histogram, excluded: lattice.records - entry.histogram.records))
        }
    }
}

/// See singleout.h.
@_cdecl("singleout_combinations_free")
public func freeCombinations(combinations: OpaquePointer?) { unsafe Handle<CombinationLattice>.free(combinations) }
