internal import Foundation

/// A file of SPSS, Stata or SAS that is read by another process.
final class SeparateFile: ForeignFile {
    let state: FileState
    let names: [String]
    let labels = LabelCodes()
    let lostCodes = LostCodes()
    private let file: FileHandle
    private let start: () throws(MicrodataError) -> ReaderProcess
    /// A reader that has told the names and waits for what is asked.
    private var waiting: ReaderProcess?

    /// Opens a file, and starts its reader.
    convenience init(_ file: FileHandle, _ state: FileState, format: ForeignFormat) throws(MicrodataError) {
        try self.init(file, state) { () throws(MicrodataError) in try ReaderProcess(state, format: format) }
    }

    /// Opens a file whose readers are started in some way.
    init(
        _ file: FileHandle, _ state: FileState, start: @escaping () throws(MicrodataError) -> ReaderProcess
    ) throws(MicrodataError) {
        (self.file, self.state, self.start) = (file, state, start)
        let reader = try start()
        names = try Self.names(reader)
        waiting = reader
    }

    func stream(_ columns: [Int]) throws(MicrodataError) -> any ByteStream {
        let reader: ReaderProcess
        if let waiting {
            reader = waiting
            self.waiting = nil
        } else {
            reader = try start()
            if try Self.names(reader) != names { throw .changedWhileRead(source: source) }
        }
        try reader.ask(for: columns)
        return SeparateStream(reader, columns: names.count, labels, lostCodes)
    }

    private static func names(_ reader: ReaderProcess) throws(MicrodataError) -> [String] {
        let (kind, count) = try reader.next()
        let bytes = try reader.bytes(count)
        if kind == .failure { throw reader.failure(bytes) }
        if kind != .names { throw reader.failure() }
        return bytes.split(separator: 0, omittingEmptySubsequences: false).dropLast().map {
            String(decoding: $0, as: UTF8.self)
        }
    }
}

/// The records that another process reads, as delimited text.
private final class SeparateStream: ByteStream {
    private let reader: ReaderProcess
    private let columns: Int
    private let labels: LabelCodes
    private let lostCodes: LostCodes
    /// Bytes of a piece that were not yet taken.
    private var rest = 0
    private var hasEnded = false

    init(_ reader: ReaderProcess, columns: Int, _ labels: LabelCodes, _ lostCodes: LostCodes) {
        (self.reader, self.columns, self.labels, self.lostCodes) = (reader, columns, labels, lostCodes)
    }

    func read(into buffer: inout MutableSpan<UInt8>) throws(MicrodataError) -> Int {
        while rest == 0 {
            if hasEnded { return 0 }
            let (kind, count) = try reader.next()
            switch kind {
            case .text: rest = count
            case .labels:
                guard let (column, codes) = try ReaderProcess.labels(reader.bytes(count)), column < columns else {
                    throw reader.failure()
                }
                labels.add(codes, to: column)
            case .missing:
                guard let (column, values) = try ReaderProcess.missing(reader.bytes(count)), column < columns else {
                    throw reader.failure()
                }
                lostCodes.set(values, of: column)
            case .end: hasEnded = true
            case .failure: throw try reader.failure(reader.bytes(count))
            case .names, .columns: throw reader.failure()
            }
        }
        let got = reader.read(into: &buffer, atMost: rest)
        if got <= 0 { throw reader.failure() }
        rest -= got
        return got
    }
}
