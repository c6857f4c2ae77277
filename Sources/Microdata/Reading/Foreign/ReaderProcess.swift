internal import CKernels
internal import Foundation
internal import Synchronization

/// Another process of the same program, which reads one file of SPSS, Stata or SAS and can do nothing else.
///
/// Whoever makes such a file may know of a mistake in the library that reads it. There it finds neither files nor connections, and
/// where it ends the process, that is an error of the file.
///
/// The process has the open file as its standard input and a socket as its standard output. Both sides write frames: a byte that
/// tells what it is, the number of bytes that follow in four bytes, lowest first, and these bytes.
final class ReaderProcess {
    /// What a frame holds.
    enum Kind: UInt8 {
        /// From the reader: the names of the columns, each ended by a zero byte.
        case names = 78
        /// To the reader: the positions of the columns that are wanted, each in four bytes, lowest first.
        case columns = 67
        /// From the reader: a piece of the records as delimited text.
        case text = 84
        /// From the reader: the position of a column in four bytes, lowest first, then labels that are its values and the code of
        /// each, every text ended by a zero byte.
        case labels = 76
        /// From the reader: the position of a column, then how many values were declared missing under several codes, each in four
        /// bytes, lowest first.
        case missing = 77
        /// From the reader: all records were told.
        case end = 69
        /// From the reader: why the file cannot be read.
        case failure = 70
    }

    /// The first argument of the program that makes it a reader; the second is the format.
    static let argument = "--read-foreign-file"
    /// The program that is started.
    private static let program = "/proc/self/exe"
    /// The most bytes of a frame that are held at once.
    private static let limit = 1 << 26
    private static let damaged = "the file is damaged; export it again, or convert it to CSV"

    private let source: String
    private let channel: Int32
    private let process: pid_t

    /// Starts a reader.
    ///
    /// - Parameter program: The program, which answers as a reader does.
    init(
        _ file: FileState, format: ForeignFormat, program: String = ReaderProcess.program
    ) throws(MicrodataError) {
        source = file.source
        var (channel, process): (Int32, pid_t) = (-1, 0)
        let reason = unsafe singleout_start_reader(
            program, Self.argument, format.rawValue, file.descriptor, &channel, &process)
        if reason != 0 {
            throw .unreadable(
                source: file.source,
                reason: "files of this format are read by a process of their own, which cannot be started "
                    + "(\(SystemCall.reason(of: reason))); convert the file to CSV")
        }
        (self.channel, self.process) = (channel, process)
    }

    deinit {
        close(channel)
        singleout_end_reader(process)
    }

    /// Asks for columns.
    func ask(for columns: [Int]) throws(MicrodataError) {
        let places = columns.flatMap(Self.bytes)
        if !Self.send(.columns, places, to: channel) { throw failure() }
    }

    /// The kind of the next frame and the number of its bytes, which are to be taken next.
    func next() throws(MicrodataError) -> (kind: Kind, count: Int) {
        let head = try bytes(5)
        guard let kind = Kind(rawValue: head[0]) else { throw failure() }
        return (kind, Self.number(head[1...]))
    }

    /// The bytes of a frame.
    func bytes(_ count: Int) throws(MicrodataError) -> [UInt8] {
        if count > Self.limit { throw failure() }
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let got = SystemCall.read(channel, into: &bytes, from: done)
            if got <= 0 { throw failure() }
            done += got
        }
        return bytes
    }

    /// Takes some bytes of a frame; 0 when the reader has ended, less than 0 when it cannot be heard.
    func read(into buffer: inout MutableSpan<UInt8>, atMost most: Int) -> Int {
        SystemCall.read(channel, into: &buffer, atMost: most)
    }

    /// The labels in a frame and their codes, and the position of their column; `nil` for another content.
    static func labels(_ content: [UInt8]) -> (column: Int, codes: [[UInt8]: [UInt8]])? {
        guard content.count >= 4 else { return nil }
        let column = number(content[..<4])
        let texts = content[4...].split(separator: 0, omittingEmptySubsequences: false)
        guard texts.count % 2 == 1, texts.last?.isEmpty == true else { return nil }
        var codes: [[UInt8]: [UInt8]] = [:]
        for place in stride(from: 0, to: texts.count - 1, by: 2) {
            codes[Array(texts[place])] = Array(texts[place + 1])
        }
        return (column, codes)
    }

    /// What a frame says of missing values; `nil` for another content.
    static func missing(_ content: [UInt8]) -> (column: Int, values: Int)? {
        guard content.count == 8 else { return nil }
        return (number(content[..<4]), number(content[4...]))
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reversed().reduce(0) { $0 << 8 | Int($1) } }

    private static func bytes(_ number: Int) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }

    /// The labels of a column in frames that are not large.
    private static func frames(of codes: [[UInt8]: [UInt8]], column: Int) -> [[UInt8]] {
        let start = bytes(column)
        var frames = [start]
        for (label, code) in codes {
            if frames[frames.count - 1].count > 1 << 20 { frames.append(start) }
            frames[frames.count - 1] += label + [0] + code + [0]
        }
        return frames
    }

    /// What is wrong with a file of which only a part was told, or nonsense.
    func failure(_ reason: [UInt8]? = nil) -> MicrodataError {
        let text = reason.map { String(decoding: $0.prefix(1_000), as: UTF8.self) } ?? Self.damaged
        let isPrintable = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        return .unreadable(source: source, reason: isPrintable ? text : Self.damaged)
    }

    /// Writes a frame; `false` when nobody takes it.
    static func send(_ kind: Kind, _ content: [UInt8], to channel: Int32) -> Bool {
        var frame = [kind.rawValue] + bytes(content.count)
        // One write for what is small.
        let isSmall = content.count < 1 << 12
        if isSmall { frame += content }
        return write(frame, to: channel) && (isSmall || write(content, to: channel))
    }

    private static func write(_ bytes: [UInt8], to channel: Int32) -> Bool {
        var done = 0
        while done < bytes.count {
            let put = SystemCall.send(bytes, from: done, to: channel)
            if put <= 0 { return false }
            done += put
        }
        return true
    }
}

extension ReaderProcess {
    private static let isTool = Atomic(false)

    /// Whether this program starts readers, or else reads such files itself.
    static var isUsed: Bool { isTool.load(ordering: .relaxed) }

    /// Bytes that a reader may take beyond those that the program itself takes.
    private static let memory = 4 << 30

    /// Reads files of SPSS, Stata and SAS apart from now on; or never returns, where this process is such a reader.
    static func use(_ arguments: [String]) {
        if arguments.first == argument, arguments.count == 2, singleout_is_reader() != 0,
            let format = ForeignFormat(rawValue: arguments[1]), format != .parquet
        {
            exit(serve(format))
        }
        isTool.store(true, ordering: .relaxed)
    }

    /// Reads the file at standard input for whoever has the other end of standard output.
    private static func serve(_ format: ForeignFormat) -> Int32 {
        let refusal = singleout_confine_reader(memory)
        do throws(MicrodataError) {
            guard refusal == 0, let status = SystemCall.status(of: STDIN_FILENO) else {
                throw .unreadable(
                    source: "", reason: "its reader cannot be confined (\(SystemCall.reason(of: refusal)))")
            }
            let handle = FileHandle(fileDescriptor: STDIN_FILENO, closeOnDealloc: false)
            let file = try StatisticalFile(handle, FileState(STDIN_FILENO, status, source: ""), format: format)
            let names = file.names.flatMap { Array($0.utf8) + [UInt8(0)] }
            guard send(.names, names, to: STDOUT_FILENO), let columns = columns(of: file.names.count) else { return 2 }
            try file.write(columns) { send(.text, $0, to: STDOUT_FILENO) }
            for (column, codes) in file.labels.found {
                for frame in frames(of: codes, column: column) where !send(.labels, frame, to: STDOUT_FILENO) {
                    return 2
                }
            }
            for (column, values) in file.lostCodes.found where values > 0 {
                // Records are counted in 31 bits.
                if !send(.missing, bytes(column) + bytes(values), to: STDOUT_FILENO) { return 2 }
            }
            return send(.end, [], to: STDOUT_FILENO) ? 0 : 2
        } catch {
            guard case .unreadable(_, let reason) = error else { return 2 }
            return send(.failure, Array(reason.utf8), to: STDOUT_FILENO) ? 0 : 2
        }
    }

    /// The columns that are wanted of some; `nil` when nobody wants any more.
    private static func columns(of all: Int) -> [Int]? {
        func bytes(_ count: Int) -> [UInt8]? {
            var bytes = [UInt8](repeating: 0, count: count)
            var done = 0
            while done < count {
                let got = SystemCall.read(STDOUT_FILENO, into: &bytes, from: done)
                if got <= 0 { return nil }
                done += got
            }
            return bytes
        }
        guard let head = bytes(5), head[0] == Kind.columns.rawValue, let places = bytes(number(head[1...])) else {
            return nil
        }
        let columns = stride(from: 0, to: places.count, by: 4).map { number(places[$0..<min($0 + 4, places.count)]) }
        return columns.allSatisfy { $0 < all } ? columns : nil
    }
}
