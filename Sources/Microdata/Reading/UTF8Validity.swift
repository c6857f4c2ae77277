internal import CKernels

extension UnsafeBufferPointer<UInt8> {
    /// Whether the bytes are UTF-8.
    var isUTF8: Bool {
        guard let base = baseAddress else { return true }
        return unsafe singleout_is_utf8(base, UInt64(count)) != 0
    }
}
