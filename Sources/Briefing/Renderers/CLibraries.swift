internal import CCompression
internal import CDigest
internal import Foundation

/// Calls of the system and its libraries with values of Swift: where paths and bytes become pointers for them.
enum CLibraries {
    /// What a number of `errno` means.
    static func reason(of number: Int32) -> String { unsafe String(cString: strerror(number)) }

    /// Whether a path can be written to.
    static func isWritable(_ path: String) -> Bool { unsafe access(path, W_OK) == 0 }

    /// Makes a file with letters in place of the last six of its name; the number is below 0 where the system refuses.
    static func uniqueFile(_ template: String) -> (number: Int32, path: String) {
        var template = Array(template.utf8CString)
        let number = unsafe mkstemp(&template)
        return (number, String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }

    /// Removes a file, if it is there.
    static func remove(_ path: String) { unsafe unlink(path) }

    /// The SHA-256 of bytes.
    static func digest(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        guard unsafe EVP_Digest(bytes, bytes.count, &digest, &length, EVP_sha256(), nil) == 1, length == 32 else {
            fatalError("the system's cryptographic library offers no SHA-256")
        }
        return digest
    }

    /// Deflated bytes without a header as they were; `nil` where they are damaged or have another size.
    static func inflated(_ bytes: ArraySlice<UInt8>, size: Int) -> [UInt8]? {
        var stream = unsafe z_stream()
        // A negative window size asks for deflated bytes without a header.
        guard unsafe inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return nil
        }
        defer { unsafe inflateEnd(&stream) }
        var packed = Array(bytes)
        var unpacked = [UInt8](repeating: 0, count: size)
        return unsafe packed.withUnsafeMutableBufferPointer { packed in
            unsafe unpacked.withUnsafeMutableBufferPointer { unpacked in
                unsafe (stream.next_in, stream.avail_in) = (packed.baseAddress, UInt32(packed.count))
                unsafe (stream.next_out, stream.avail_out) = (unpacked.baseAddress, UInt32(unpacked.count))
                return unsafe inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_out == 0
            }
        } ? unpacked : nil
    }
}
