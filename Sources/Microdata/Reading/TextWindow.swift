internal import CKernels

/// A piece of a text that begins at a record: what is looked at in one go, by all threads.
///
/// All that looks at many bytes at once is called from here, so that nobody else needs an address.
struct TextWindow: Sendable {
    private let bytes: SharedBytes
    /// The byte after them, or a negative number when nothing comes after them.
    let following: Int32

    /// Bytes that somebody keeps where they are.
    init(_ bytes: SharedBytes, following: Int32) { (self.bytes, self.following) = (bytes, following) }

    /// Bytes at an address, which stay there as long as this is used.
    init(text: UnsafePointer<UInt8>, count: Int, following: Int32) {
        unsafe self.init(SharedBytes(text, count: count, owner: nil), following: following)
    }

    /// The bytes at hand.
    var count: Int { bytes.count }

    /// Where they begin.
    var text: UnsafePointer<UInt8> { unsafe bytes.start }

    /// The byte at a position.
    subscript(position: Int) -> UInt8 { bytes[position] }

    /// Some of the bytes, copied.
    func array(_ range: Range<Int>) -> [UInt8] { bytes.array(range) }

    /// Some of the bytes and what follows them.
    func part(_ range: Range<Int>) -> TextWindow {
        TextWindow(bytes.part(range), following: following(range.upperBound))
    }

    /// The byte after a position's last, as `following`.
    func following(_ end: Int) -> Int32 { end < count ? Int32(bytes[end]) : following }

    /// Whether a byte outside quotes ends a record.
    func isRecordEnd(_ position: Int) -> Bool {
        precondition(position >= 0 && position < count, "a position outside of the window")
        return unsafe RecordTokenizer.isRecordEnd(text, count: count, at: position, following: following)
    }

    /// Whether a record, with its line end, is a line of blanks or of delimiters only.
    func isEmpty(_ record: Range<Int>, delimiter: UInt8) -> Bool {
        unsafe RecordTokenizer.isEmpty(buffer(record), delimiter: delimiter)
    }

    /// The line ends before a position.
    func lines(before end: Int) -> Int {
        unsafe Int(singleout_count_lines(text, buffer(0..<end).count, following(end)))
    }

    /// The quotes in a range.
    func quotes(_ range: Range<Int>, vectors: Int32) -> Int {
        unsafe Int(singleout_count_quotes(buffer(range).baseAddress, range.count, vectors))
    }

    // MARK: Records

    /// Finds the ends of the fields and records in a range, with more room for them where there is too little.
    func scan(_ range: Range<Int>, delimiter: UInt8, into ends: inout [UInt32], vectors: Int32) -> singleout_scan {
        let room = range.count + 65
        if ends.count < room { ends = [UInt32](repeating: 0, count: room) }
        return unsafe singleout_delimited_scan(
            buffer(range).baseAddress, UInt32(range.count), following(range.upperBound), delimiter, &ends, vectors)
    }

    /// Whether the bytes of a scan from a position on are text.
    func isText(_ scan: singleout_scan, from position: Int) -> Bool {
        let bytes = unsafe buffer(position..<position + Int(scan.consumed))
        if unsafe scan.zeros != 0 && bytes.contains(0) { return false }
        return unsafe scan.wide == 0 || singleout_is_utf8(bytes.baseAddress, bytes.count) != 0
    }

    /// Whether every record of a scan has so many fields, and none is so short that it may be empty.
    func isEven(_ scan: singleout_scan, from position: Int, _ ends: [UInt32], fields: Int) -> Bool {
        require(scan, from: position, ends)
        var scan = scan
        return unsafe singleout_delimited_is_even(text + position, &scan, ends, UInt32(fields)) != 0
            && singleout_delimited_has_short(&scan, ends, UInt32(fields)) == 0
    }

    /// What a record of a scan from a position on is, and how many ends it has.
    func kind(
        ofRecordAt start: Int, first: Int, _ scan: singleout_scan, from position: Int, _ ends: [UInt32], fields: Int,
        delimiter: UInt8
    ) -> (kind: Int, found: Int) {
        require(scan, from: position, ends)
        precondition(
            start >= 0 && start <= Int(scan.consumed) && first >= 0 && first < Int(scan.ends), "no record of the scan")
        var found: UInt32 = 0
        let kind = unsafe singleout_delimited_kind(
            text + position, UInt32(start), ends, UInt32(first), scan.ends, UInt32(fields), delimiter, &found)
        return (Int(kind), Int(found))
    }

    /// That a scan from a position on, with its ends, may be one of this window.
    func require(_ scan: singleout_scan, from position: Int, _ ends: [UInt32]) {
        precondition(
            position >= 0 && position + Int(scan.consumed) <= count && Int(scan.ends) <= ends.count,
            "a scan of another window")
    }

    private func buffer(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range outside of the window")
        return unsafe UnsafeBufferPointer(start: text + range.lowerBound, count: range.count)
    }
}

extension RecordTokenizer {
    /// Reads one record of a window, as of bytes at an address.
    mutating func record(
        in window: TextWindow, from start: Int, _ field: (_ number: Int, _ content: Span<UInt8>) -> Void
    ) -> Ending {
        unsafe record(in: window.text, count: window.count, from: start, following: window.following) {
            unsafe field($0, $1.span)
        }
    }
}

extension Span<UInt8> {
    /// Whether the bytes are UTF-8.
    var isUTF8: Bool { unsafe withUnsafeBufferPointer { unsafe singleout_is_utf8($0.baseAddress, $0.count) != 0 } }

    /// Whether all bytes are of a kind.
    func allSatisfy(_ isOfKind: (UInt8) -> Bool) -> Bool { indices.allSatisfy { isOfKind(self[$0]) } }

    /// The bytes, copied.
    var array: [UInt8] { indices.map { self[$0] } }
}
