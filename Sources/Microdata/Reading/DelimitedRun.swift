internal import CKernels
internal import Foundation

/// Reads one file: the header, then the records, window by window.
struct DelimitedRun {
    let settings: DelimitedReading
    let source: String
    let progress: (@Sendable (Int, Int?) -> Void)?
    /// Whether the records are those of a text; otherwise another format hands them over.
    private let isText: Bool

    /// A run over a file.
    ///
    /// - Parameter delimiter: That of the text, where it is known whatever the settings say.
    init(
        _ settings: DelimitedReading, source: String, delimiter: UInt8? = nil,
        progress: (@Sendable (Int, Int?) -> Void)?
    ) {
        var settings = settings
        settings.delimiter = delimiter ?? settings.delimiter
        // What another format hands over are its records, and it has no lines around them.
        if delimiter != nil { (settings.keepsEmptyRecords, settings.skippedLines) = (true, 0) }
        if let delimiter = settings.delimiter {
            precondition(
                delimiter > 0 && delimiter < 0x80 && !"\"\r\n".utf8.contains(delimiter),
                "the delimiter is an ASCII character other than a quote and a line end, not byte \(delimiter)")
        }
        self.settings = settings
        self.source = source
        self.progress = progress
        isText = delimiter == nil
    }

    func table(from file: OpenedFile) throws(MicrodataError) -> Table {
        // The blocks' codes leave holes in the heap, which go back to the system before anything is counted.
        defer { singleout_trim_heap() }
        let table = try file.unchanged { () throws(MicrodataError) in
            switch file.content {
            case .whole(let bytes): try wholeTable(bytes, file)
            case .stream(let stream): try streamTable(stream, file)
            }
        }
        return file.foreign?.described(table) ?? table
    }

    func header(of file: OpenedFile) throws(MicrodataError) -> Header {
        try file.unchanged { () throws(MicrodataError) in
            switch file.content {
            case .whole(let bytes): try header(window(bytes))
            case .stream(let stream): try startStream(stream, file, TextSegment(min(settings.windowSize, 1 << 16)))
            }
        }
    }

    // MARK: All bytes at hand

    private func wholeTable(_ bytes: SharedBytes, _ file: OpenedFile) throws(MicrodataError) -> Table {
        let whole = try window(bytes)
        let header = try header(whole)
        let records = try records(header)
        var position = header.end
        var size = settings.windowSize
        while position < whole.count {
            try file.requireUnchanged()
            let end = min(position + size, whole.count)
            let window = whole.part(position..<end)
            let base = position
            let consumed = try records.read(window) { 1 + whole.lines(before: base + $0) }
            if consumed == 0 { size *= 2 } else { size = settings.windowSize }
            position += consumed
            file.releaseMapped(before: position)
            try records.requireMemory(share: Double(position) / Double(whole.count))
            progress?(position, whole.count)
            if records.isFull { break }
        }
        return try records.table(bytes: file.size) { 1 + whole.lines(before: position) }
    }

    private func window(_ bytes: SharedBytes) throws(MicrodataError) -> TextWindow {
        if bytes.count == 0 { throw .emptyFile(source: source) }
        return TextWindow(bytes, following: -1)
    }

    // MARK: Bytes that come piece by piece

    private func streamTable(_ stream: any ByteStream, _ file: OpenedFile) throws(MicrodataError) -> Table {
        let segment = TextSegment(settings.windowSize)
        let header = try startStream(stream, file, segment)
        let records = try records(header)
        var line = 1 + segment.lines(before: header.end)
        var position = header.end
        while true {
            let window = segment.window(from: position)
            let start = position
            let firstLine = line
            let consumed = try records.read(window) { firstLine + segment.lines(from: start, before: start + $0) }
            line += segment.lines(from: position, before: position + consumed)
            position += consumed
            if segment.isLast && position == segment.count || records.isFull { break }
            try records.requireMemory(share: file.size.map { Double(file.bytesTaken) / Double(max($0, 1)) })
            try file.requireUnchanged()
            try segment.refill(from: stream, keeping: position)
            position = 0
            progress?(file.bytesTaken, file.size)
        }
        return try records.table(bytes: records.isFull ? file.size : file.byteCount) { line }
    }

    /// Reads as much of a stream as its header takes.
    private func startStream(
        _ stream: any ByteStream, _ file: OpenedFile, _ segment: TextSegment
    ) throws(MicrodataError) -> Header {
        while true {
            try segment.refill(from: stream, keeping: 0)
            if segment.count == 0 { throw .emptyFile(source: source) }
            let window = segment.window(from: 0)
            let isAll = segment.count >= settings.longestRecord
            if let header = try headerIfComplete(window, isAll: isAll, file.compression) { return header }
            if isAll { throw headerTooLong }
        }
    }

    // MARK: What both share

    private func header(_ whole: TextWindow) throws(MicrodataError) -> Header {
        let count = min(whole.count, settings.longestRecord)
        guard let header = try headerIfComplete(whole.part(0..<count), isAll: true) else { throw headerTooLong }
        return header
    }

    private var headerTooLong: MicrodataError {
        .recordTooLong(source: source, line: 1, limit: settings.longestRecord)
    }

    private func headerIfComplete(
        _ window: TextWindow, isAll: Bool, _ compression: Compression? = nil
    ) throws(MicrodataError) -> Header? {
        if isText, let format = OtherFormat(window.array(0..<min(window.count, OtherFormat.reach))) {
            throw format.error(source: source, compression: compression)
        }
        return try Header(window, settings, isAll: isAll, source: source)
    }

    private func records(_ header: Header) throws(MicrodataError) -> RecordReading {
        let named = try kept(of: header)
        var kept = named
        var vocabularies = kept.map { settings.vocabularies[header.names[$0]] }
        if header.isShort {
            // Until the last record was seen, each name may be that of either of two fields.
            kept += named.map { $0 + 1 } + [header.names.count]
            vocabularies += vocabularies + [ValueDictionary()]
        }
        let layout = RecordLayout(
            fields: header.fields, kept: kept, vocabularies: vocabularies, delimiter: header.delimiter,
            missingValues: settings.missingValues, keepsEmptyRecords: settings.keepsEmptyRecords,
            recordLimit: settings.rows ?? .max, batchSize: min(settings.batchSize, settings.longestRecord),
            vectors: settings.vectors)
        return RecordReading(
            settings, layout, header, names: named.map { header.names[$0] }, source: source, isText: isText)
    }

    /// The positions of the columns to keep.
    private func kept(of header: Header) throws(MicrodataError) -> [Int] {
        guard let columns = settings.columns else { return header.names.indices.filter { !header.names[$0].isEmpty } }
        var positionOf: [String: Int] = [:]
        for (position, name) in header.names.enumerated() { positionOf[name] = position }
        var asked: Set<String> = []
        var positions: [Int] = []
        for name in columns {
            guard !name.isEmpty, let position = positionOf[name] else {
                // Where the first record is not like the header, the line is more likely no header than the name wrong.
                if let first = header.unlikeRecord {
                    throw .raggedRow(
                        source: source, line: first.line, expected: header.fields, found: first.fields,
                        header: header.line)
                }
                if header.looksLikeRecord { throw .recordAsHeader(source: source, line: header.line, field: name) }
                let nearest = NearestName.to(name, among: header.named)
                if header.named.count == 1, nearest == nil || header.names.count > 2 {
                    throw .otherHeader(name: name, source: source, line: header.line)
                }
                throw .unknownField(name: name, source: source, nearest: nearest)
            }
            if !asked.insert(name).inserted { throw .repeatedField(name: name, source: source) }
            positions.append(position)
        }
        return positions
    }
}
