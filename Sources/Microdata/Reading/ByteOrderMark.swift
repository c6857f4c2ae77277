/// The bytes that some programs put before a text in UTF-8.
package enum ByteOrderMark {
    package static let bytes: [UInt8] = [0xef, 0xbb, 0xbf]
}
