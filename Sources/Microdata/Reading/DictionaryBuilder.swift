internal import CKernels

/// Numbers the values of a column by first appearance.
@safe
final class DictionaryBuilder {
    private let dictionary: OpaquePointer
    private let spellings: [String]

    /// An empty dictionary, or one that holds a vocabulary and gives all other values one code; all missing values share
    /// one code.
    init(missingValues: Set<String>, vocabulary: ValueDictionary? = nil) {
        spellings = Array(missingValues)
        let bytes = spellings.flatMap(\.utf8)
        var end = 0
        let ends = spellings.map { value in
            end += value.utf8.count
            return end
        }
        unsafe dictionary = singleout_dictionary_create(bytes, ends, ends.count)
        guard let vocabulary else { return }
        for code in 0..<vocabulary.count {
            let value = Array(vocabulary[utf8: code])
            _ = unsafe singleout_dictionary_code(dictionary, value, value.count)
        }
        unsafe singleout_dictionary_close(dictionary)
    }

    deinit { unsafe singleout_dictionary_destroy(dictionary) }

    /// The number of values so far.
    var count: UInt32 { unsafe singleout_dictionary_count(dictionary) }

    /// Bytes of memory held.
    var memory: Int { unsafe singleout_dictionary_memory(dictionary) }

    /// The code of the missing value, when there was any.
    var missingCode: UInt32? {
        let code = unsafe singleout_dictionary_missing(dictionary)
        return code == .max ? nil : code
    }

    /// The spellings of a missing value that were met.
    var missingMet: Set<String> {
        Set(
            spellings.indices.filter { unsafe singleout_dictionary_met_missing(dictionary, $0) != 0 }.map {
                spellings[$0]
            })
    }

    /// The code of the empty value.
    func codeOfEmpty() -> UInt32 { unsafe singleout_dictionary_code(dictionary, [], 0) }

    /// Whether a value that is not missing was met.
    func has(_ value: [UInt8]) -> Bool { unsafe singleout_dictionary_has(dictionary, value, value.count) != 0 }

    /// Writes the codes of one field of the records of a scan of a window from a position on.
    func encode(
        _ window: TextWindow, from position: Int, _ scan: singleout_scan, _ ends: [UInt32], fields: Int, field: Int,
        into codes: inout [UInt32]
    ) {
        window.require(scan, from: position, ends)
        precondition(Int(scan.records) <= codes.count && field < fields, "no room for the codes")
        var scan = scan
        unsafe singleout_dictionary_encode(
            dictionary, window.text + position, window.count - position, &scan, ends, UInt32(fields), UInt32(field),
            &codes)
    }

    /// Adds some of another dictionary's values, and notes their codes here in a map.
    func merge(_ other: DictionaryBuilder, _ range: Range<UInt32>, map: inout [UInt32]) {
        unsafe singleout_dictionary_merge(dictionary, other.dictionary, range.lowerBound, range.upperBound, &map)
    }

    /// The values in the order of their codes.
    func values() -> ValueDictionary {
        let ends = unsafe Array(
            UnsafeBufferPointer(start: singleout_dictionary_ends(dictionary), count: Int(count)))
        let bytes = unsafe Array(
            UnsafeBufferPointer(start: singleout_dictionary_bytes(dictionary), count: ends.last ?? 0))
        return ValueDictionary(bytes: bytes, ends: ends.map { Int($0) })
    }
}
