internal import Foundation

/// A file that was opened for reading: mapped when it is plain, else a stream of decoded bytes.
@safe
final class OpenedFile {
    /// What the bytes come from.
    @safe
    enum Content {
        /// All bytes, mapped or held.
        case whole(UnsafeRawBufferPointer)
        /// Bytes that come piece by piece.
        case stream(any ByteStream)
    }

    /// A descriptor and its mapping, given back when nobody holds them any more, as where opening fails half-way.
    @safe
    private final class Descriptor {
        private let number: Int32
        private let isOwned: Bool
        var mapping: UnsafeMutableRawBufferPointer?

        init(_ number: Int32, isOwned: Bool) {
            self.number = number
            self.isOwned = isOwned
        }

        deinit {
            if let mapping = unsafe mapping { unsafe munmap(mapping.baseAddress, mapping.count) }
            if isOwned { close(number) }
        }
    }

    let content: Content
    /// The size of the file on disk, where it is known.
    let size: Int?
    /// The compressed or plain bytes that come piece by piece; `nil` when all are at hand.
    private let raw: (any CountedStream)?
    private let descriptor: Descriptor?
    private var released = 0
    private var owned: UnsafeMutableRawBufferPointer?
    /// The delimiter of the text, where it does not depend on the file.
    let delimiter: UInt8?

    /// Opens a file, or standard input for `-`; of a file in a foreign format some columns, or all.
    convenience init(_ path: String, columns: [String]? = nil) throws(MicrodataError) {
        if let format = ForeignFormat(path) {
            try self.init(format.file(at: path).stream(wanted: columns))
        } else {
            try self.init(plain: path)
        }
    }

    /// Takes text with commas that comes piece by piece as a file.
    init(_ stream: any ByteStream) {
        content = .stream(stream)
        size = nil
        raw = nil
        descriptor = nil
        delimiter = DelimitedLine.delimiter
    }

    private init(plain path: String) throws(MicrodataError) {
        delimiter = nil
        let file = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .unreadable(source: path, reason: Self.systemReason()) }
        let descriptor = Descriptor(file, isOwned: path != "-")
        self.descriptor = descriptor
        var status = stat()
        guard unsafe fstat(file, &status) == 0 else { throw .unreadable(source: path, reason: Self.systemReason()) }
        let isRegular = status.st_mode & S_IFMT == S_IFREG
        if status.st_mode & S_IFMT == S_IFDIR { throw .unreadable(source: path, reason: "it is a folder") }
        let length = Int(status.st_size)
        size = isRegular ? length : nil
        if isRegular && length > 0 && lseek(file, 0, SEEK_CUR) == 0 {
            guard let base = unsafe mmap(nil, length, PROT_READ, MAP_PRIVATE, file, 0), unsafe base != MAP_FAILED else {
                throw .unreadable(source: path, reason: Self.systemReason())
            }
            unsafe descriptor.mapping = UnsafeMutableRawBufferPointer(start: base, count: length)
            unsafe madvise(base, length, MADV_SEQUENTIAL)
            let bytes = unsafe UnsafeRawBufferPointer(start: base, count: length)
            if let format = unsafe Compression(bytes) {
                let compressed = unsafe MemoryStream(bytes)
                raw = compressed
                content = try .stream(format.stream(of: compressed, source: path))
            } else {
                raw = nil
                unsafe content = .whole(bytes)
            }
            return
        }
        let raw = DescriptorStream(file, source: path)
        self.raw = raw
        let start = try raw.peek(4)
        if let format = unsafe start.withUnsafeBytes({ unsafe Compression($0) }) {
            content = try .stream(format.stream(of: raw, source: path))
        } else {
            content = .stream(raw)
        }
    }

    /// Takes bytes in memory as a file.
    init(_ bytes: [UInt8], name: String) throws(MicrodataError) {
        descriptor = nil
        delimiter = nil
        size = bytes.count
        // A copy that stays where it is as long as this object lives.
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
        unsafe copy.copyBytes(from: bytes)
        unsafe owned = copy
        let all = unsafe UnsafeRawBufferPointer(rebasing: copy[..<bytes.count])
        if let format = unsafe Compression(all) {
            let compressed = unsafe MemoryStream(all)
            raw = compressed
            content = try .stream(format.stream(of: compressed, source: name))
        } else {
            raw = nil
            unsafe content = .whole(all)
        }
    }

    deinit {
        if let owned = unsafe owned { unsafe owned.deallocate() }
    }

    /// The bytes, before any decoding, that were taken from a stream.
    var bytesTaken: Int { raw?.bytesTaken ?? 0 }

    /// Lets the system take back the memory of mapped bytes that were read, so that a large file does not fill it.
    func releaseMapped(before position: Int) {
        guard let base = unsafe descriptor?.mapping?.baseAddress else { return }
        let whole = position & ~((1 << 21) - 1)
        if whole > released { unsafe madvise(base + released, whole - released, MADV_DONTNEED) }
        released = max(released, whole)
    }

    static func systemReason() -> String {
        unsafe String(cString: strerror(errno))
    }
}
