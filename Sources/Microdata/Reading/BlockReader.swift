internal import CKernels

/// What one thread reads: blocks of records, into codes that count the values this thread has seen.
@safe
final class BlockReader: @unchecked Sendable {
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

    let dictionaries: [DictionaryBuilder]
    private(set) var blocks: [Block] = []
    /// The records of all blocks.
    private(set) var records = 0
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
            DictionaryBuilder(missingValues: layout.missingValues, vocabulary: $0)
        }
    }

    /// Reads the records of a block, which starts at a record.
    ///
    /// After a mistake the thread reads no more: its later blocks come later in the file.
    ///
    /// - Returns: Where the first record starts that is not complete, or the end of the block.
    func read(_ block: Range<Int>, of window: TextWindow, number: Int) -> Int {
        if failure != nil { return block.lowerBound }
        let buffers = layout.kept.map { _ in CodeBuffer() }
        var count = 0
        var position = block.lowerBound
        batches: while position < block.upperBound {
            let scan = scan(block, of: window, from: position)
            if scan.records == 0 && scan.mistake == 0 { break batches }
            if !isGood(scan, window, position) {
                // Without a mistake the file was changed between the two looks, which whoever has it open will notice.
                guard
                    let first = RecordFailure.first(
                        in: window, from: position, fields: layout.fields, delimiter: layout.delimiter)
                else { break batches }
                failure = (first.failure, count + first.recordsBefore, number)
                return position
            }
            encode(scan, window, position, into: buffers)
            count += Int(scan.records)
            position += Int(scan.consumed)
        }
        if count > 0 {
            records += count
            for buffer in buffers { buffer.trim() }
            blocks.append(
                Block(number: number, records: count, codes: buffers, cardinalities: dictionaries.map(\.count)))
        }
        return position
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
            let room = end - position + 65
            if ends.count < room { ends = [UInt32](repeating: 0, count: room) }
            let scan = unsafe singleout_delimited_scan(
                window.text + position, UInt32(end - position), window.following(end), layout.delimiter, &ends,
                layout.vectors)
            if scan.records > 0 || scan.mistake != 0 || end == block.upperBound { return scan }
            length = 2 * (end - position)
        }
    }

    /// Whether the complete records of a batch hold no mistake.
    private func isGood(_ scan: singleout_scan, _ window: TextWindow, _ position: Int) -> Bool {
        if scan.mistake != 0 { return false }
        let text = unsafe window.text + position
        let consumed = Int(scan.consumed)
        if unsafe scan.zeros != 0 && UnsafeBufferPointer(start: text, count: consumed).contains(0) { return false }
        if unsafe scan.wide != 0 && singleout_is_utf8(text, consumed) == 0 { return false }
        var scan = scan
        return unsafe singleout_delimited_is_even(text, &scan, ends, UInt32(layout.fields)) != 0
    }

    private func encode(
        _ scan: singleout_scan, _ window: TextWindow, _ position: Int, into buffers: [CodeBuffer]
    ) {
        let records = Int(scan.records)
        if codes.count < records { codes = [UInt32](repeating: 0, count: records) }
        for (index, field) in layout.kept.enumerated() {
            let dictionary = dictionaries[index]
            unsafe dictionary.encode(
                window.text + position, readable: window.count - position, scan, ends, fields: layout.fields,
                field: field,
                into: &codes)
            buffers[index].append(codes, count: records, cardinality: dictionary.count)
        }
    }
}
