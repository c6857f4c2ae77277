internal import CReadStat
internal import Foundation

/// An open file as ReadStat reads it, from a place of its own: whoever else has the descriptor is not disturbed.
@safe
final class StatisticalInput {
    /// Bytes that are read at once, as ReadStat asks for a record or less at a time.
    private static let size = 1 << 14

    private let descriptor: Int32
    private var position: Int64 = 0
    /// Bytes of the file from a place on.
    private let held: UnsafeMutableRawPointer
    private var heldFrom: Int64 = 0
    private var heldCount = 0

    /// The bytes of a regular file; the descriptor must outlive this object.
    init(_ descriptor: Int32) {
        self.descriptor = descriptor
        unsafe held = .allocate(byteCount: Self.size, alignment: 16)
    }

    deinit { unsafe held.deallocate() }

    /// Lets a parser read from here, and nowhere else; this object must outlive its work.
    func feed(_ parser: UnsafeMutablePointer<readstat_parser_t>) {
        unsafe readstat_set_open_handler(parser) { _, _ in 0 }
        unsafe readstat_set_close_handler(parser) { _ in 0 }
        unsafe readstat_set_update_handler(parser) { _, _, _, _ in READSTAT_OK }
        unsafe readstat_set_seek_handler(parser) { offset, origin, context in
            guard let context = unsafe context else { return -1 }
            return unsafe readstat_off_t(StatisticalInput.of(context).seek(Int64(offset), origin))
        }
        unsafe readstat_set_read_handler(parser) { buffer, count, context in
            guard let buffer = unsafe buffer, let context = unsafe context else { return -1 }
            return unsafe StatisticalInput.of(context).read(buffer, count)
        }
        unsafe readstat_set_io_ctx(parser, Unmanaged.passUnretained(self).toOpaque())
    }

    private static func of(_ context: UnsafeMutableRawPointer) -> StatisticalInput {
        unsafe Unmanaged<StatisticalInput>.fromOpaque(context).takeUnretainedValue()
    }

    /// Moves to a place and returns it; -1 for one that is before the beginning or that no file has.
    private func seek(_ offset: Int64, _ origin: readstat_io_flags_t) -> Int64 {
        let base: Int64
        switch origin {
        case READSTAT_SEEK_SET: base = 0
        case READSTAT_SEEK_CUR: base = position
        case READSTAT_SEEK_END:
            var status = stat()
            guard unsafe fstat(descriptor, &status) == 0 else { return -1 }
            base = Int64(status.st_size)
        default: return -1
        }
        let (place, isTooFar) = base.addingReportingOverflow(offset)
        if isTooFar || place < 0 { return -1 }
        position = place
        return place
    }

    /// Fills a buffer as far as the file goes; -1 where it cannot be read.
    private func read(_ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
        var done = 0
        while done < count {
            let start = position - heldFrom
            if start >= 0, start < Int64(heldCount) {
                let some = min(count - done, heldCount - Int(start))
                unsafe (buffer + done).copyMemory(from: held + Int(start), byteCount: some)
                done += some
                position += Int64(some)
                continue
            }
            let got = unsafe pread(descriptor, held, Self.size, off_t(position))
            if got < 0, errno == EINTR { continue }
            if got < 0 { return -1 }
            if got == 0 { break }
            (heldFrom, heldCount) = (position, got)
        }
        return done
    }

    /// The bytes of the name of a label set in a file of Stata, which ReadStat hands over as they are, with no zero byte at the end
    /// where the file has none.
    var labelNameLength: Int {
        var start = [UInt8](repeating: 0, count: 31)
        let count = unsafe max(pread(descriptor, &start, start.count, 0), 0)
        let marked = Array("<stata_dta><header><release>".utf8)
        let version =
            start.starts(with: marked)
            ? Int(String(decoding: start[marked.count..<max(count, marked.count)], as: UTF8.self)) ?? 0 : Int(start[0])
        return version < 110 ? 9 : version < 118 ? 33 : 129
    }
}
