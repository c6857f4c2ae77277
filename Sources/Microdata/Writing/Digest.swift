internal import CDigest

/// The SHA-256 of bytes that come piece by piece (FIPS 180-4, by the system's cryptographic library).
@safe
package final class Digest {
    private let context: OpaquePointer

    package init() {
        guard let context = unsafe EVP_MD_CTX_new(), unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
            fatalError("the system's cryptographic library offers no SHA-256")
        }
        unsafe self.context = context
    }

    deinit { unsafe EVP_MD_CTX_free(context) }

    /// Adds bytes.
    package func add(_ bytes: Span<UInt8>) {
        let result = unsafe bytes.withUnsafeBytes { unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
        guard result == 1 else {
            fatalError("the system's cryptographic library failed")
        }
    }

    /// Adds the first bytes of an array.
    package func add(_ bytes: [UInt8], _ count: Int) {
        add(bytes.span.extracting(first: count))
    }

    /// The digest of all bytes, in 64 hexadecimal digits; nothing may be added after.
    package func finish() -> String {
        var bytes = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        guard unsafe EVP_DigestFinal_ex(context, &bytes, &length) == 1, length == 32 else {
            fatalError("the system's cryptographic library failed")
        }
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
