internal import CKernels
internal import Foundation

/// A plain file in memory, which others may change as long as it is read.
@safe
final class MappedFile {
    let bytes: UnsafeRawBufferPointer
    private let source: String
    private let descriptor: Int32
    private let modified: timespec
    private let number: Int32
    private var released = 0

    /// Maps a file that was opened and is not empty.
    init(_ descriptor: Int32, _ status: stat, source: String) throws(MicrodataError) {
        let length = Int(status.st_size)
        guard let base = unsafe mmap(nil, length, PROT_READ, MAP_PRIVATE, descriptor, 0), unsafe base != MAP_FAILED
        else {
            throw .unreadable(source: source, reason: OpenedFile.systemReason())
        }
        unsafe madvise(base, length, MADV_SEQUENTIAL)
        unsafe bytes = UnsafeRawBufferPointer(start: base, count: length)
        unsafe number = singleout_note_mapping(base, length)
        (self.source, self.descriptor, modified) = (source, descriptor, status.st_mtim)
    }

    deinit {
        singleout_forget_mapping(number)
        unsafe munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    }

    /// What happened to the file since it was opened, after which nothing that was read counts; `nil` when nothing did.
    var change: MicrodataError? {
        var status = stat()
        let isKnown = unsafe fstat(descriptor, &status) == 0
        let isSame =
            unsafe isKnown && status.st_size == bytes.count && status.st_mtim.tv_sec == modified.tv_sec
            && status.st_mtim.tv_nsec == modified.tv_nsec
        if !isSame { return .changedWhileRead(source: source) }
        if singleout_mapping_is_cut(number) != 0 {
            return .unreadable(source: source, reason: unsafe String(cString: strerror(EIO)))
        }
        return nil
    }

    /// Lets the system take back the memory of bytes that were read, so that a large file does not fill it.
    func release(before position: Int) {
        let whole = position & ~((1 << 21) - 1)
        if whole > released {
            unsafe madvise(
                UnsafeMutableRawPointer(mutating: bytes.baseAddress)?.advanced(by: released), whole - released,
                MADV_DONTNEED)
        }
        released = max(released, whole)
    }
}
