internal import CKernels

/// Codes in the narrowest width so far; memory of its own, freed with it.
@safe
final class CodeBuffer {
    private var array = unsafe singleout_codes()
    /// How many codes there are.
    private var count: Int { unsafe array.count }

    deinit { unsafe singleout_codes_free(&array) }

    /// Appends the first of the codes, all below a cardinality.
    func append(_ codes: [UInt32], count: Int, cardinality: UInt32) {
        precondition(count <= codes.count, "more codes than there are")
        unsafe singleout_codes_append(&array, codes, count, cardinality)
    }

    /// Gives unused room back.
    func trim() { unsafe singleout_codes_trim(&array) }

    /// Gives all memory back; the buffer is empty then.
    func release() { unsafe singleout_codes_free(&array) }

    /// Writes the codes, by way of a map when there is one, to places from one on; a code has 1, 2 or 4 bytes.
    func write<Code>(map: [UInt32]?, to out: DisjointBuffer<Code>, from start: Int) {
        precondition(start >= 0 && start + count <= out.count, "more codes than places")
        let width = UInt32(MemoryLayout<Code>.size)
        if let map {
            unsafe singleout_codes_translate(&array, map, out.base + start, width)
        } else {
            unsafe singleout_codes_translate(&array, nil, out.base + start, width)
        }
    }
}
