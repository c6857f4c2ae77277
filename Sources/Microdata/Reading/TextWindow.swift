/// A piece of a text that begins at a record: what is looked at in one go, by all threads.
@safe
struct TextWindow: @unchecked Sendable {
    let text: UnsafePointer<UInt8>
    /// The bytes at hand.
    let count: Int
    /// The byte after them, or a negative number when nothing comes after them.
    let following: Int32

    /// The byte after a position's last, as `following`.
    func following(_ end: Int) -> Int32 { end < count ? unsafe Int32(text[end]) : following }

    /// Whether a byte outside quotes ends a record.
    func isRecordEnd(_ position: Int) -> Bool {
        unsafe RecordTokenizer.isRecordEnd(text, count: count, at: position, following: following)
    }
}
