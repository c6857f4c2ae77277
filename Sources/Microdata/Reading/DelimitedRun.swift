internal import CKernels
internal import Dispatch
import Foundation
internal import Synchronization

/// Reads one file: the header, then the records in parts.
struct DelimitedRun {
    let settings: DelimitedReading
    let source: String
    let progress: (@Sendable (Int, Int?) -> Void)?

    init(_ settings: DelimitedReading, source: String, progress: (@Sendable (Int, Int?) -> Void)?) {
        self.settings = settings
        self.source = source
        self.progress = progress
    }

    func table(from file: OpenedFile) throws(MicrodataError) -> Table {
        switch file.content {
        case .whole(let bytes): try unsafe wholeTable(bytes, isMapped: file.isMapped)
        case .stream(let stream): try streamTable(stream)
        }
    }

    func header(of file: OpenedFile) throws(MicrodataError) -> [String] {
        switch file.content {
        case .whole(let bytes):
            guard let base = bytes.baseAddress, bytes.count > 0 else { throw .emptyFile(source: source) }
            let text = unsafe base.assumingMemoryBound(to: UInt8.self)
            return try unsafe header(text, count: bytes.count, isLast: true)?.names ?? []
        case .stream(let stream):
            let segment = TextSegment(settings.segmentSize)
            return try startStream(stream, segment).names
        }
    }

    // MARK: All bytes at hand

    private func wholeTable(_ bytes: UnsafeRawBufferPointer, isMapped: Bool) throws(MicrodataError) -> Table {
        guard let base = bytes.baseAddress, bytes.count > 0 else { throw .emptyFile(source: source) }
        let text = unsafe base.assumingMemoryBound(to: UInt8.self)
        let count = bytes.count
        guard let header = try unsafe header(text, count: count, isLast: true) else {
            preconditionFailure("a whole text has a whole header")
        }
        let kept = try kept(of: header)
        let starts = unsafe partStarts(text, count: count, header: header)
        let parts = starts.dropLast().map { _ in reader(header, kept) }
        let shared = unsafe SharedText(text: text, readers: parts)
        let done = Atomic(0)
        Self.inParallel(parts.count) { part in
            var reported = 0
            let next = unsafe shared.readers[part].read(
                shared.text, count: count, range: starts[part]..<starts[part + 1], isLast: true
            ) { bytes in
                // Often enough for a person, seldom enough to cost nothing.
                if bytes - reported < 1 << 23 { return }
                if isMapped { shared.release(starts[part] + reported..<starts[part] + bytes) }
                progress?(done.add(bytes - reported, ordering: .relaxed).newValue, count)
                reported = bytes
            }
            precondition(
                shared.readers[part].failure != nil || next == starts[part + 1], "a part ends where the next starts")
        }
        for part in parts {
            if let failure = part.failure {
                let line = unsafe 1 + Int(singleout_count_lines(text, UInt64(failure.recordStart)))
                throw error(failure.kind, line: line, header: header)
            }
        }
        let records = parts.reduce(0) { $0 + $1.records }
        if records == 0 { throw .headerOnly(source: source) }
        if records > settings.recordLimit { throw .tooManyRecords(source: source, limit: settings.recordLimit) }
        Self.inParallel(kept.count) { column in
            for part in shared.readers.dropFirst() {
                shared.readers[0].builders[column].append(part.builders[column])
            }
        }
        return Table(
            source: source, columns: zip(kept, parts[0].builders).map { $1.column(named: header.names[$0]) })
    }

    /// Where the records of each part start, and the end of the text. Parts begin at records, whatever the quotes.
    private func partStarts(_ text: UnsafePointer<UInt8>, count: Int, header: Header) -> [Int] {
        let length = count - header.end
        let threads = max(1, settings.threads ?? ProcessInfo.processInfo.activeProcessorCount)
        let wanted = max(1, min(threads, length / max(settings.blockSize, 1)))
        let hasQuotes = unsafe memchr(text + header.end, 0x22, length) != nil
        var starts = [header.end]
        var tokenizer = RecordTokenizer(delimiter: header.delimiter)
        var record = header.end
        for part in 1..<max(wanted, 1) {
            let target = header.end + length * part / wanted
            if hasQuotes {
                // Only a walk from the start knows which line ends are within quotes.
                while record < target {
                    let ending = unsafe tokenizer.record(in: text, count: count, from: record, isLast: true) { _, _ in }
                    guard case .complete(let next) = ending else { return starts + [count] }
                    record = next
                }
            } else {
                guard let feed = unsafe memchr(text + target, 10, count - target) else { break }
                record = unsafe UnsafeRawPointer(feed) - UnsafeRawPointer(text) + 1
            }
            if let last = starts.last, record > last, record < count { starts.append(record) }
        }
        return starts + [count]
    }

    // MARK: Bytes that come piece by piece

    private func streamTable(_ stream: any ByteStream) throws(MicrodataError) -> Table {
        let segment = TextSegment(settings.segmentSize)
        let header = try startStream(stream, segment)
        let kept = try kept(of: header)
        let reader = reader(header, kept)
        var line = 1 + (unsafe Int(singleout_count_lines(segment.base, UInt64(header.end))))
        var position = header.end
        var bytesDone = 0
        while true {
            position = unsafe reader.read(
                segment.base, count: segment.count, range: position..<segment.count, isLast: segment.isLast)
            if let failure = reader.failure {
                let from = unsafe segment.base + segment.lineStart
                line += unsafe Int(singleout_count_lines(from, UInt64(failure.recordStart - segment.lineStart)))
                throw error(failure.kind, line: line, header: header)
            }
            let from = unsafe segment.base + segment.lineStart
            line += unsafe Int(singleout_count_lines(from, UInt64(position - segment.lineStart)))
            if segment.isLast { break }
            bytesDone += position
            progress?(bytesDone, nil)
            try segment.refill(from: stream, keeping: position)
            position = 0
        }
        if reader.records == 0 { throw .headerOnly(source: source) }
        return Table(
            source: source, columns: zip(kept, reader.builders).map { $1.column(named: header.names[$0]) })
    }

    /// Reads as much of a stream as its header takes.
    private func startStream(_ stream: any ByteStream, _ segment: TextSegment) throws(MicrodataError) -> Header {
        try segment.refill(from: stream, keeping: 0)
        if segment.count == 0 { throw .emptyFile(source: source) }
        while true {
            if let header = try unsafe header(segment.base, count: segment.count, isLast: segment.isLast) {
                segment.lineStart = header.end
                return header
            }
            try segment.refill(from: stream, keeping: 0)
        }
    }

    // MARK: What both share

    private func header(_ text: UnsafePointer<UInt8>, count: Int, isLast: Bool) throws(MicrodataError) -> Header? {
        let hasMark = unsafe count >= 3 && text[0] == 0xef && text[1] == 0xbb && text[2] == 0xbf
        let start = hasMark ? 3 : 0
        if start == count { throw .emptyFile(source: source) }
        return try unsafe Header(
            text, count: count, start: start, delimiter: settings.delimiter, isLast: isLast, source: source)
    }

    /// The positions of the columns to keep.
    private func kept(of header: Header) throws(MicrodataError) -> [Int] {
        guard let columns = settings.columns else { return Array(header.names.indices) }
        var positions: [Int] = []
        for name in columns {
            guard let position = header.names.firstIndex(of: name) else {
                throw .unknownField(name: name, source: source, nearest: NearestName.to(name, among: header.names))
            }
            positions.append(position)
        }
        return positions
    }

    private func reader(_ header: Header, _ kept: [Int]) -> PartReader {
        PartReader(
            fieldCount: header.names.count, fields: kept, delimiter: header.delimiter,
            missingValues: settings.missingValues, blockSize: settings.blockSize, recordLimit: settings.recordLimit)
    }

    private func error(_ kind: PartReader.Failure.Kind, line: Int, header: Header) -> MicrodataError {
        func name(_ field: Int) -> String? { field < header.names.count ? header.names[field] : nil }
        return switch kind {
        case .raggedRow(let found):
            .raggedRow(source: source, line: line, expected: header.names.count, found: found)
        case .unclosedQuote(let field):
            .unclosedQuote(source: source, line: line, column: field + 1, name: name(field))
        case .textAfterQuote(let field):
            .textAfterQuote(source: source, line: line, column: field + 1, name: name(field))
        case .invalidUTF8(let field):
            .invalidUTF8(source: source, line: line, column: field + 1, name: name(field))
        case .tooManyRecords: .tooManyRecords(source: source, limit: settings.recordLimit)
        }
    }

    private static func inParallel(_ count: Int, _ body: @Sendable (Int) -> Void) {
        if count == 1 { body(0) } else { DispatchQueue.concurrentPerform(iterations: count, execute: body) }
    }
}

/// A text that threads read and the readers of its parts, one for each thread at a time.
@safe
private struct SharedText: @unchecked Sendable {
    let text: UnsafePointer<UInt8>
    let readers: [PartReader]

    /// Lets the system take back the memory of a mapped range that has been read.
    func release(_ range: Range<Int>) {
        let page = Int(getpagesize())
        let first = unsafe (Int(bitPattern: text) + range.lowerBound) / page * page
        let last = unsafe (Int(bitPattern: text) + range.upperBound) / page * page
        guard last > first, let start = unsafe UnsafeMutableRawPointer(bitPattern: first) else { return }
        unsafe madvise(start, last - first, MADV_DONTNEED)
    }
}
