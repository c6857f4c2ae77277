/// The signed code of a feature: for each column plus or minus one, by the bits of a hash.
///
/// Codes of different features are as good as at right angles: their inner product over `d` columns has the mean 0 and
/// the standard deviation `sqrt(d)`, that of a code with itself is `d`.
///
/// Source: Weinberger and others, Feature hashing for large scale multitask learning, ICML 2009, with many signs for each
/// feature in place of one.
enum SignedCode {
    /// Adds a feature's code, times an amplitude, to a vector.
    @inline(__always)
    static func add(_ feature: UInt64, times amplitude: Float, to vector: inout [Float]) {
        var bits: UInt64 = 0
        for column in vector.indices {
            if column & 63 == 0 { bits = HashIndex.combined(feature, UInt64(column)) }
            vector[column] += bits & 1 == 0 ? amplitude : -amplitude
            bits >>= 1
        }
    }
}
