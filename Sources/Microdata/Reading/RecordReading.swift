internal import CKernels

/// Reads the records of a file from consecutive windows, each taken apart by all threads.
final class RecordReading {
    private let settings: DelimitedReading
    private let layout: RecordLayout
    private let header: Header
    private let names: [String]
    private let source: String
    private let workers: Workers
    private let readers: [BlockReader]
    /// The readers for the threads, each for one of them at a time.
    private let shared: DisjointBuffer<BlockReader>
    private let isText: Bool
    private var blocksRead = 0
    private var repeated: RepeatedHeader
    private var tail = RecordTail()

    /// - Parameters:
    ///   - names: Of the kept columns, in their order.
    ///   - isText: Whether the records come from a text; otherwise another format handed them over.
    init(
        _ settings: DelimitedReading, _ layout: RecordLayout, _ header: Header, names: [String], source: String,
        isText: Bool
    ) {
        self.settings = settings
        self.isText = isText
        repeated = RepeatedHeader(header, layout)
        self.layout = layout
        self.header = header
        self.names = names
        self.source = source
        // Where only the first records count, one thread knows how many there are.
        let workers = Workers(settings.rows == nil ? settings.threads : 1)
        self.workers = workers
        readers = (0..<workers.count).map { _ in BlockReader(layout) }
        shared = DisjointBuffer(readers)
    }

    /// Reads the complete records of a window, which starts where the one before was read to.
    ///
    /// - Parameter line: The physical line of a position in the window, asked for only when there is a mistake.
    /// - Returns: Where the first incomplete record starts; 0 when the first record is incomplete.
    /// - Throws: The first mistake in the order of the window.
    func read(_ window: TextWindow, line: (_ position: Int) -> Int) throws(MicrodataError) -> Int {
        let blocks = BlockSplit(
            window: window, blockSize: settings.blockSize, vectors: settings.vectors, readers: shared, workers: workers
        ).blocks()
        let ends = DisjointBuffer<BlockReader.Reach?>(blocks.count)
        let (shared, first) = (shared, blocksRead)
        workers.run(blocks.count) { worker, block in
            ends[block] = shared[worker].read(blocks[block], of: window, number: first + block)
        }
        blocksRead += blocks.count
        let failure = readers.compactMap(\.failure).min { $0.failure.recordStart < $1.failure.recordStart }
        if let failure {
            let before = readers.reduce(0) { sum, reader in
                reader.blocks.reduce(sum) { $0 + ($1.number < failure.block ? $1.records : 0) }
            }
            if before + failure.recordsBefore > settings.recordLimit { throw tooMany }
            throw error(failure.failure.kind, line: line(failure.failure.recordStart))
        }
        if records > settings.recordLimit { throw tooMany }
        guard let consumed = ends[blocks.count - 1]?.end else { preconditionFailure("every block is read") }
        repeated.look(at: window, to: consumed, readers, line: line)
        if isFull { return window.count }
        if isText {
            // A last block may be short, and what comes before it is in the block before.
            var block = blocks.count - 1
            while block > 0, let start = ends[block]?.tail, consumed - start < RecordTail.enough { block -= 1 }
            tail.append(window, from: ends[block]?.tail ?? 0, to: consumed)
        }
        // The byte after the window is at hand too.
        if consumed == 0 && window.count + (window.following < 0 ? 0 : 1) >= settings.longestRecord {
            throw .recordTooLong(source: source, line: line(0), limit: settings.longestRecord)
        }
        return consumed
    }

    /// Refuses a table for which there is too little memory, as soon as that can be told.
    ///
    /// - Parameter share: How much of the file was read, in `(0, 1]`; `nil` where its size is unknown.
    /// - Throws: `MicrodataError.tooLittleMemory`, if the rest of the file takes no less memory than what was read.
    func requireMemory(share: Double?) throws(MicrodataError) {
        guard let limit = settings.memoryLimit else { return }
        let records = Double(records) / max(share ?? 1, .leastNormalMagnitude)
        let widths = layout.kept.indices.map { column in
            CodeArray.bytesPerCode(cardinality: readers.reduce(0) { max($0, Int($1.dictionaries[column].count)) })
        }
        // All codes, and once more those of the column that is put together last; the values of all threads, and once more together.
        let codes = records * Double(widths.reduce(widths.max() ?? 0, +))
        let values = readers.reduce(0) { $1.dictionaries.reduce($0) { $0 + $1.memory } }
        let needed = codes + 2 * Double(values)
        if needed > Double(limit) {
            throw .tooLittleMemory(
                source: source, fields: widths.count, needed: Int(min(needed, 1e18)), limit: limit,
                isEstimate: (share ?? 1) < 1)
        }
    }

    /// Whether all records that were asked for are read.
    var isFull: Bool { records == settings.rows }

    /// The table of all records read.
    ///
    /// - Parameters:
    ///   - bytes: The size of the file, where it is known.
    ///   - endLine: The line after the last record, asked for only when there is something to say of the last records.
    func table(bytes: Int?, endLine: () -> Int) throws(MicrodataError) -> Table {
        let assembly = ColumnAssembly(readers, workers: workers)
        if assembly.records == 0 { throw .headerOnly(source: source) }
        let lineNotes = try lineNotes(endLine)
        var columns = assembly.columns(named: header.isShort ? names + names + [""] : names)
        var facts = ReadingFacts(
            source: source, bytes: bytes, records: assembly.records,
            emptyRecords: header.emptyLines + readers.reduce(0) { $0 + $1.emptyRecords })
        if header.isShort, let last = columns.popLast() {
            let endsInEmptyCells = last.missingCode.map { last.codes.count(of: $0) } == last.count
            columns = Array(endsInEmptyCells ? columns.prefix(names.count) : columns.suffix(names.count))
            facts.endsInEmptyCells = endsInEmptyCells
            facts.notes = [.shortHeader(endsInEmptyCells: endsInEmptyCells)]
        }
        facts.notes += lineNotes
        if isText { facts.notes += dropMarks(&columns, isShifted: facts.endsInEmptyCells == false) }
        facts.notes += notes(columns)
        if header.delimiter == UInt8(ascii: ";") {
            for place in columns.indices { columns[place].origin = FieldOrigin(isSeparatedBySemicolons: true) }
        }
        var table = Table(source: source, columns: columns, records: assembly.records)
        table.facts = facts
        return table
    }

    /// What is to be said of lines that may be no records.
    ///
    /// - Throws: `MicrodataError.repeatedHeader` or `MicrodataError.notesBelow`.
    private func lineNotes(_ endLine: () -> Int) throws(MicrodataError) -> [ReadingNote] {
        var notes: [ReadingNote] = []
        if header.looksLikeRecord { notes.append(.headerLikeRecord(line: header.line)) }
        if isText, header.names.count > 2, header.named.count == 1 {
            notes.append(.oneName(line: header.line, columns: header.names.count))
        }
        if let line = repeated.line {
            // A cell that equals the name of the only field may be a value.
            if isText, header.named.count > 1 {
                throw .repeatedHeader(source: source, line: line, records: repeated.records)
            }
            notes.append(.namesAsValues(records: repeated.records))
        }
        if isFull || !isText { return notes }
        if layout.fields == 1 {
            let blank = tail.blankLines(layout.delimiter)
            if blank > 0 { notes.append(.blankLinesAtEnd(records: blank, rows: records - blank)) }
        } else if let sparse = tail.sparseRecords(layout.delimiter) {
            let rest = TextWindow(SharedBytes(Array(tail.text[sparse.start...])), following: -1)
            let line = endLine() - rest.lines(before: rest.count)
            let rows = records - sparse.records - (settings.keepsEmptyRecords ? sparse.emptyLines : 0)
            if sparse.followsEmptyLine, layout.fields > 2, !settings.keepsEmptyRecords {
                throw .notesBelow(source: source, line: line, records: sparse.records, rows: rows)
            }
            notes.append(.sparseRecordsAtEnd(records: sparse.records, line: line, rows: rows))
        }
        return notes
    }

    /// Takes the byte-order marks away that stand before records, as in files that were put one below the other.
    private func dropMarks(_ columns: inout [Column], isShifted: Bool) -> [ReadingNote] {
        guard !isShifted, let first = layout.kept.firstIndex(of: 0), first < columns.count,
            layout.vocabularies[first] == nil
        else { return [] }
        let marked = columns[first].droppingMarks(missingValues: settings.missingValues)
        columns[first] = marked.column
        return marked.records == 0 ? [] : [.marksDropped(records: marked.records)]
    }

    private func notes(_ columns: [Column]) -> [ReadingNote] {
        var notes: [ReadingNote] = []
        if let alternative = header.alternative {
            notes.append(.otherDelimiter(taken: header.delimiter, other: alternative))
        }
        let met = readers.reduce(into: Set<String>()) { met, reader in
            for dictionary in reader.dictionaries { met.formUnion(dictionary.missingMet) }
        }
        notes +=
            MissingLookalikes(
                columns.filter { settings.vocabularies[$0.name] == nil },
                knownMarks: settings.columnsOfKnownMarks, missingValues: settings.missingValues, met: met
            ).notes
        return notes
    }

    private var records: Int { readers.reduce(0) { $0 + $1.records } }

    private var tooMany: MicrodataError { .tooManyRecords(source: source, limit: settings.recordLimit) }

    private func error(_ kind: RecordFailure.Kind, line: Int) -> MicrodataError {
        func name(_ field: Int) -> String? {
            guard field < header.names.count, !header.isShort, !header.looksLikeRecord else { return nil }
            let name = header.names[field]
            return name.isEmpty || PersonalForm.has(name) ? nil : name
        }
        return switch kind {
        case .raggedRow(let found):
            .raggedRow(source: source, line: line, expected: layout.fields, found: found, header: header.line)
        case .unclosedQuote(let field):
            .unclosedQuote(source: source, line: line, column: field + 1, name: name(field))
        case .textAfterQuote(let field):
            .textAfterQuote(source: source, line: line, column: field + 1, name: name(field))
        case .fault(let fault, let field):
            fault.error(source: source, line: line, column: field + 1, name: name(field))
        }
    }
}
