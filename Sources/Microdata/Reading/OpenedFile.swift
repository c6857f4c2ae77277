internal import Foundation

/// A file that was opened for reading: mapped when it is plain and the program guards mapped files, else a stream of decoded bytes.
final class OpenedFile {
    /// What the bytes come from.
    enum Content {
        /// All bytes, mapped or held.
        case whole(SharedBytes)
        /// Bytes that come piece by piece.
        case stream(any ByteStream)
    }

    /// A descriptor, given back when nobody holds it any more, as where opening fails half-way.
    final class Descriptor: Sendable {
        let number: Int32

        init(_ number: Int32) { self.number = number }

        deinit { close(number) }
    }

    let content: Content
    /// The size of the file on disk, where it is known.
    let size: Int?
    /// The compressed or plain bytes that come piece by piece; `nil` when all are at hand.
    private let raw: (any CountedStream)?
    private let descriptor: Descriptor?
    private let mapping: MappedFile?
    /// What the file on disk was when it was opened.
    private let state: FileState?
    /// Who holds the descriptor of a file in a foreign format.
    let foreign: (any ForeignFile)?
    /// The pipe that is held when only its header was read.
    private var kept: HeldPipes.Key?
    /// How the bytes on disk are compressed; `nil` where they are the text.
    private(set) var compression: Compression?
    /// The delimiter of the text, where it does not depend on the file.
    let delimiter: UInt8?

    /// Opens a file, or standard input for `-`; of a file in a foreign format some columns, or all.
    ///
    /// A pipe of which only the header is read is held for who opens it next.
    convenience init(
        _ path: String, columns: [String]? = nil, forHeaderOnly: Bool = false
    ) throws(MicrodataError) {
        if let format = ForeignFormat(path) {
            let file = try format.file(at: path)
            try self.init(file.stream(wanted: columns), of: file)
        } else {
            try self.init(plain: path, forHeaderOnly: forHeaderOnly)
        }
    }

    /// Takes text with commas that comes piece by piece as a file.
    init(_ stream: any ByteStream, of file: (any ForeignFile)? = nil) {
        foreign = file
        state = file?.state
        content = .stream(stream)
        size = nil
        raw = nil
        descriptor = nil
        mapping = nil
        delimiter = DelimitedLine.delimiter
    }

    private init(plain path: String, forHeaderOnly: Bool) throws(MicrodataError) {
        foreign = nil
        delimiter = nil
        let pipe = HeldPipes.key(of: path)
        let held = pipe.flatMap(HeldPipes.take)
        let file = held?.descriptor?.number ?? (path == "-" ? STDIN_FILENO : SystemCall.open(path, O_RDONLY))
        guard file >= 0 else { throw OtherFormat.unopened(path, reason: Self.systemReason()) }
        descriptor = held?.descriptor ?? (path == "-" ? nil : Descriptor(file))
        guard let status = SystemCall.status(of: file) else {
            throw .unreadable(source: path, reason: Self.systemReason())
        }
        let isRegular = status.st_mode & S_IFMT == S_IFREG
        if status.st_mode & S_IFMT == S_IFDIR { throw .unreadable(source: path, reason: "it is a folder") }
        let length = Int(status.st_size)
        size = isRegular ? length : nil
        // What the system makes up as it is read, as in /proc, has no size.
        let state = isRegular && length > 0 ? FileState(file, status, source: path) : nil
        self.state = state
        if let state, lseek(file, 0, SEEK_CUR) == 0, let mapped = try MappedFile(state) {
            mapping = mapped
            let bytes = mapped.shared
            if let format = Compression(bytes.prefix(4)) {
                compression = format
                let compressed = MemoryStream(bytes)
                raw = compressed
                content = try .stream(format.stream(of: compressed, source: path))
            } else {
                raw = nil
                content = .whole(bytes)
            }
            return
        }
        mapping = nil
        let raw = DescriptorStream(file, source: path, taken: held?.taken ?? [], isKept: pipe != nil && forHeaderOnly)
        kept = pipe
        self.raw = raw
        let start = try raw.peek(4)
        if let format = Compression(start) {
            compression = format
            content = try .stream(format.stream(of: raw, source: path))
        } else {
            content = .stream(raw)
        }
    }

    /// Takes bytes in memory as a file.
    init(_ bytes: [UInt8], name: String) throws(MicrodataError) {
        foreign = nil
        state = nil
        descriptor = nil
        delimiter = nil
        mapping = nil
        size = bytes.count
        let all = SharedBytes(bytes)
        if let format = Compression(bytes) {
            compression = format
            let compressed = MemoryStream(all)
            raw = compressed
            content = try .stream(format.stream(of: compressed, source: name))
        } else {
            raw = nil
            content = .whole(all)
        }
    }

    deinit {
        if let kept, let taken = (raw as? DescriptorStream)?.kept {
            HeldPipes.hold(HeldPipes.Held(descriptor: descriptor, taken: taken), as: kept)
        }
    }

    /// The bytes, before any decoding, that were taken from a stream.
    var bytesTaken: Int { raw?.bytesTaken ?? 0 }

    /// The size of the file, or the bytes taken of a stream; `nil` for records of another format.
    var byteCount: Int? { size ?? raw?.bytesTaken }

    /// Lets the system take back the memory of mapped bytes that were read.
    func releaseMapped(before position: Int) { mapping?.release(before: position) }

    /// Does what reads the bytes; what it finds in a file that was changed meanwhile, a mistake too, does not count.
    func unchanged<Found>(_ read: () throws(MicrodataError) -> Found) throws(MicrodataError) -> Found {
        let found: Found
        do {
            found = try read()
        } catch {
            throw change ?? error
        }
        try requireUnchanged()
        return found
    }

    /// Ends the reading of a file that was changed since it was opened.
    func requireUnchanged() throws(MicrodataError) {
        if let change { throw change }
    }

    private var change: MicrodataError? { state?.change ?? mapping?.fault }

    static func systemReason() -> String { SystemCall.reason }
}
