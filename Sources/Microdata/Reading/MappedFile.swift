internal import CKernels
internal import Foundation

/// A plain file in memory, which others may change as long as it is read.
@safe
final class MappedFile {
    private let bytes: UnsafeRawBufferPointer
    private let source: String
    private let number: Int32
    private var released = 0

    /// Maps a file that was opened and is not empty; `nil` where a bus error in it would end the process, so that it must be read.
    init?(_ file: FileState) throws(MicrodataError) {
        if singleout_mappings_are_guarded() == 0 { return nil }
        let length = file.size
        guard let base = unsafe mmap(nil, length, PROT_READ, MAP_PRIVATE, file.descriptor, 0),
            unsafe base != MAP_FAILED
        else {
            throw .unreadable(source: file.source, reason: OpenedFile.systemReason())
        }
        unsafe number = singleout_note_mapping(base, length)
        if number == singleout_no_mapping {
            unsafe munmap(base, length)
            return nil
        }
        unsafe madvise(base, length, MADV_SEQUENTIAL)
        unsafe bytes = UnsafeRawBufferPointer(start: base, count: length)
        source = file.source
    }

    /// The bytes for all threads; the file stays mapped as long as anybody has them.
    var shared: SharedBytes {
        guard let base = unsafe bytes.baseAddress else { preconditionFailure("a mapping has an address") }
        return unsafe SharedBytes(base.assumingMemoryBound(to: UInt8.self), count: bytes.count, owner: self)
    }

    deinit {
        singleout_forget_mapping(number)
        unsafe munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    }

    /// That bytes of the file could not be read, after which nothing that was read counts; `nil` when all could.
    var fault: MicrodataError? {
        if singleout_mapping_is_cut(number) == 0 { return nil }
        return .unreadable(source: source, reason: SystemCall.reason(of: EIO))
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
