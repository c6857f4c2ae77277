internal import CKernels

/// Puts the blocks that threads read together into columns, as if one thread had read them all in order.
///
/// A value that first appears in some block is new, at that block, to the thread that read it. So going through the
/// blocks in the order of the file, and in each through the values that were new to its thread, meets all values in the
/// order of their first appearance, whichever thread read what.
struct ColumnAssembly {
    /// Bytes that are given back to the heap before it is asked to give them back to the system.
    private static let trimmed = 1 << 23

    /// The threads that read any record.
    private let readers: DisjointBuffer<BlockReader>
    /// All blocks in the order of the file: which reader read it, as its how-manieth, and how many records come before
    /// it.
    private let blocks: [(reader: Int, index: Int, start: Int)]
    /// The number of records.
    let records: Int
    private let workers: Workers

    init(_ all: [BlockReader], workers: Workers) {
        let used = all.filter { !$0.blocks.isEmpty }
        readers = DisjointBuffer(used)
        var places: [(number: Int, reader: Int, index: Int)] = []
        for (reader, blocks) in used.map(\.blocks).enumerated() {
            for (index, block) in blocks.enumerated() { places.append((block.number, reader, index)) }
        }
        places.sort { $0.number < $1.number }
        var start = 0
        var blocks: [(reader: Int, index: Int, start: Int)] = []
        for place in places {
            blocks.append((place.reader, place.index, start))
            start += used[place.reader].blocks[place.index].records
        }
        self.blocks = blocks
        records = start
        self.workers = workers
    }

    /// The columns, with their names; the blocks' codes are given back as they are used.
    ///
    /// - Complexity: O(records + different values of all threads) time; memory for one column twice.
    func columns(named names: [String]) -> [Column] {
        if readers.count == 0 { return names.map { Column(name: $0, values: []) } }
        let numberings = DisjointBuffer<Numbering?>(names.count)
        workers.run(names.count) { _, column in numberings[column] = numbering(column) }
        var released = 0
        return names.indices.map { column in
            // The blocks' codes leave holes in the heap, which would count beside the columns that come next.
            if released > Self.trimmed {
                singleout_trim_heap()
                released = 0
            }
            guard let numbering = numberings[column] else { preconditionFailure("every column is numbered") }
            let codes: CodeArray =
                switch CodeArray.bytesPerCode(cardinality: Int(numbering.dictionary.count)) {
                case 1: .uint8(translated(column, numbering.maps))
                case 2: .uint16(translated(column, numbering.maps))
                default: .uint32(translated(column, numbering.maps))
                }
            released += records * codes.bytesPerCode
            return Column(
                name: names[column], codes: codes, dictionary: numbering.dictionary.values(),
                missingCode: numbering.dictionary.missingCode)
        }
    }

    /// How the values of a column are numbered in the end.
    private struct Numbering {
        let dictionary: DictionaryBuilder
        /// For each reader the final code of each of its codes; empty when they are the same.
        let maps: [[UInt32]]
    }

    private func numbering(_ column: Int) -> Numbering {
        if readers.count == 1 || readers[0].isClosed(column) {
            return Numbering(dictionary: readers[0].dictionaries[column], maps: [])
        }
        let final = DictionaryBuilder(missingValues: readers[0].missingValues)
        var maps = readers.elements.map { [UInt32](repeating: 0, count: Int($0.dictionaries[column].count)) }
        var merged = [UInt32](repeating: 0, count: readers.count)
        for (reader, index, _) in blocks {
            let cardinality = readers[reader].blocks[index].cardinalities[column]
            if merged[reader] == cardinality { continue }
            final.merge(
                readers[reader].dictionaries[column], merged[reader]..<cardinality, map: &maps[reader])
            merged[reader] = cardinality
        }
        return Numbering(dictionary: final, maps: maps)
    }

    private func translated<Code: FixedWidthInteger & BitwiseCopyable & Sendable>(
        _ column: Int, _ maps: [[UInt32]]
    ) -> [Code] {
        DisjointBuffer.array(of: records) { out in
            workers.run(blocks.count) { _, block in
                let (reader, index, start) = blocks[block]
                let buffer = readers[reader].blocks[index].codes[column]
                buffer.write(map: maps.isEmpty ? nil : maps[reader], to: out, from: start)
                buffer.release()
            }
        }
    }
}
