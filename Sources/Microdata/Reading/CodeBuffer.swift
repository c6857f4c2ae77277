internal import CKernels

/// Codes in the narrowest width so far; memory of its own, freed with it.
@safe
final class CodeBuffer: @unchecked Sendable {
    private var array = unsafe singleout_codes()

    deinit { unsafe singleout_codes_free(&array) }

    /// Appends the first of the codes, all below a cardinality.
    func append(_ codes: [UInt32], count: Int, cardinality: UInt32) {
        unsafe singleout_codes_append(&array, codes, count, cardinality)
    }

    /// Gives unused room back.
    func trim() { unsafe singleout_codes_trim(&array) }

    /// Gives all memory back; the buffer is empty then.
    func release() { unsafe singleout_codes_free(&array) }

    /// Writes the codes, by way of a map when there is one, in a width of 1, 2 or 4 bytes.
    func write(map: UnsafePointer<UInt32>?, to out: UnsafeMutableRawPointer, width: Int) {
        unsafe singleout_codes_translate(&array, map, out, UInt32(width))
    }
}
