internal import CKernels

/// What one thread reads: blocks of records, into codes that count the values this thread has seen.
final class BlockReader {
    /// The codes of the records of one block.
    struct Block {
        /// The block's place in the file.
        let number: Int
        let records: Int
        /// For each kept column.
        let codes: [CodeBuffer]
        /// For each kept column the number of values the thread had seen after the block.
        let cardinalities: [UInt32]
    }

    /// Where the records of a block end that were read, and where some of the last ones begin.
    struct Reach: Sendable {
        let end: Int
        let tail: Int
    }

    let dictionaries: [DictionaryBuilder]
    private(set) var blocks: [Block] = []
    /// The records of all blocks.
    private(set) var records = 0
    /// The lines without any value that were left out.
    private(set) var emptyRecords = 0
    /// The first mistake in the blocks of a window, and how many good records come before it in its block.
    private(set) var failure: (failure: RecordFailure, recordsBefore: Int, block: Int)?
    private let layout: RecordLayout
    private var ends: [UInt32] = []
    private var codes: [UInt32] = []

    /// The spellings of a missing value.
    var missingValues: Set<String> { layout.missingValues }

    /// Whether the values of a column were known before, so that all threads number them alike.
    func isClosed(_ column: Int) -> Bool { layout.vocabularies[column] != nil }

    init(_ layout: RecordLayout) {
        self.layout = layout
        dictionaries = layout.vocabularies.map {
            // A vocabulary of no values tells empty cells from all others.
            DictionaryBuilder(missingValues: $0?.count == 0 ? [""] : layout.missingValues, vocabulary: $0)
        }
    }

    /// Reads the records of a block, which starts at a record.
    ///
    /// After a mistake the thread reads no more: its later blocks come later in the file.
    ///
    /// - Returns: Where the first record starts that is not complete, or the end of the block.
    func read(_ block: Range<Int>, of window: TextWindow, number: Int) -> Reach {
        let start = block.lowerBound
        if failure != nil { return Reach(end: start, tail: start) }
        let buffers = layout.kept.map { _ in CodeBuffer() }
        var count = 0
        var position = block.lowerBound
        var block = block
        // A batch begins at a record: the last such place with enough text behind it is remembered.
        var (tail, place) = (position, position)
        batches: while position < block.upperBound {
            if position - place >= RecordTail.enough { (tail, place) = (place, position) }
            let scan = scan(block, of: window, from: position)
            if scan.records == 0 && scan.mistake == 0 { break batches }
            let room = layout.recordLimit - records - count
            if room == 0 { break batches }
            if isSound(scan, window, position) {
                if isEven(scan, window, position) {
                    if Int(scan.records) > room {
                        block = block.lowerBound..<position + end(ofRecord: room, scan)
                        continue
                    }
                    encode(scan, window, position, into: buffers)
                    count += Int(scan.records)
                    position += Int(scan.consumed)
                    continue
                }
                let walk = walk(scan, window, position, into: buffers, room: room)
                count += walk.records
                position += walk.consumed
                if !walk.isRagged { continue }
            }
            // Without a mistake the file was changed between the two looks, which whoever has it open will notice.
            guard let first = RecordFailure.first(in: window, from: position, layout: layout) else { break batches }
            if first.recordsBefore >= layout.recordLimit - records - count, first.failure.recordStart > position {
                // The mistake comes after all that is asked for.
                block = block.lowerBound..<first.failure.recordStart
                continue
            }
            if records + count == layout.recordLimit { break batches }
            failure = (first.failure, count + first.recordsBefore, number)
            return Reach(end: position, tail: position)
        }
        if count > 0 {
            records += count
            for buffer in buffers { buffer.trim() }
            blocks.append(
                Block(number: number, records: count, codes: buffers, cardinalities: dictionaries.map(\.count)))
        }
        return Reach(end: position, tail: position - place >= RecordTail.enough ? place : tail)
    }

    /// Whether all quotes of a block open or close fields or are doubled, and it ends with a record.
    ///
    /// Then the next block starts at a record if this one does.
    func isRegular(_ block: Range<Int>, of window: TextWindow) -> Bool {
        var position = block.lowerBound
        while position < block.upperBound {
            let scan = scan(block, of: window, from: position)
            if scan.records == 0 || scan.mistake != 0 || scan.literal != 0 { return false }
            position += Int(scan.consumed)
        }
        return true
    }

    /// Scans a batch of the block, longer than usual when its first record is.
    private func scan(_ block: Range<Int>, of window: TextWindow, from position: Int) -> singleout_scan {
        var length = layout.batchSize
        while true {
            let end = min(position + length, block.upperBound)
            let scan = window.scan(
                position..<end, delimiter: layout.delimiter, into: &ends, vectors: layout.vectors)
            if scan.records > 0 || scan.mistake != 0 || end == block.upperBound { return scan }
            length = 2 * (end - position)
        }
    }

    /// Whether the bytes of a batch are text whose quotes open and close fields.
    private func isSound(_ scan: singleout_scan, _ window: TextWindow, _ position: Int) -> Bool {
        scan.mistake == 0 && window.isText(scan, from: position)
    }

    /// Whether every record of a batch has as many fields as the header, and none is so short that it may be empty.
    private func isEven(_ scan: singleout_scan, _ window: TextWindow, _ position: Int) -> Bool {
        window.isEven(scan, from: position, ends, fields: layout.fields)
    }

    /// The offset after a record of an even batch; records count from 1.
    private func end(ofRecord record: Int, _ scan: singleout_scan) -> Int {
        min(Int(ends[record * layout.fields - 1]) + 1, Int(scan.consumed))
    }

    /// Takes the records of a batch one by one as far as they are good, and leaves out those that are empty.
    private func walk(
        _ scan: singleout_scan, _ window: TextWindow, _ position: Int, into buffers: [CodeBuffer], room: Int
    ) -> (records: Int, consumed: Int, isRagged: Bool) {
        let fields = layout.fields
        var (start, first, records) = (0, 0, 0)
        // Good records that follow each other are encoded in one go.
        var (runStart, runFirst, run) = (0, 0, 0)
        func encodeRun() {
            if run == 0 { return }
            let offset = UInt32(runStart)
            var part = scan
            part.records = UInt32(run)
            part.ends = UInt32(run * fields)
            part.consumed = UInt32(start) - offset
            encode(part, window, position + runStart, ends: ends[runFirst..<first].map { $0 - offset }, into: buffers)
            run = 0
        }
        while first < Int(scan.ends) && records < room {
            let (kind, found) = window.kind(
                ofRecordAt: start, first: first, scan, from: position, ends, fields: fields,
                delimiter: layout.delimiter)
            let end = min(Int(ends[first + found - 1]) + 1, Int(scan.consumed))
            switch kind {
            case singleout_record_good:
                if run == 0 { (runStart, runFirst) = (start, first) }
                run += 1
                records += 1
            case singleout_record_empty:
                encodeRun()
                if layout.keepsEmptyRecords {
                    for (buffer, dictionary) in zip(buffers, dictionaries) {
                        buffer.append([dictionary.codeOfEmpty()], count: 1, cardinality: dictionary.count)
                    }
                    records += 1
                } else {
                    emptyRecords += 1
                }
            default:
                encodeRun()
                return (records, start, true)
            }
            (start, first) = (end, first + found)
        }
        encodeRun()
        return (records, start, false)
    }

    private func encode(
        _ scan: singleout_scan, _ window: TextWindow, _ position: Int, into buffers: [CodeBuffer]
    ) {
        encode(scan, window, position, ends: ends, into: buffers)
    }

    private func encode(
        _ scan: singleout_scan, _ window: TextWindow, _ position: Int, ends: [UInt32], into buffers: [CodeBuffer]
    ) {
        let records = Int(scan.records)
        if codes.count < records { codes = [UInt32](repeating: 0, count: records) }
        for (index, field) in layout.kept.enumerated() {
            let dictionary = dictionaries[index]
            dictionary.encode(
                window, from: position, scan, ends, fields: layout.fields, field: field, into: &codes)
            buffers[index].append(codes, count: records, cardinality: dictionary.count)
        }
    }
}
