/// Cuts a window into blocks that start at records, for threads to read.
///
/// Without a quote every line end ends a record. With quotes, an even number of them before a place means that it is
/// outside a quoted field, as long as every quote opens or closes a field or is doubled. That is checked; where it does
/// not hold, the window is one block.
struct BlockSplit {
    let window: TextWindow
    let blockSize: Int
    let vectors: Int32
    let readers: DisjointBuffer<BlockReader>
    let workers: Workers

    /// The blocks, in order; the last one ends with the window.
    func blocks() -> [Range<Int>] {
        let size = max(blockSize, 1)
        let wanted = window.count / size
        if workers.count == 1 || wanted < 2 { return [0..<window.count] }
        let quotes = DisjointBuffer<Int?>(wanted)
        workers.run(wanted) { _, block in
            let end = block == wanted - 1 ? window.count : (block + 1) * size
            quotes[block] = window.quotes(block * size..<end, vectors: vectors)
        }
        var starts = [0]
        var quotesBefore = 0
        for block in 1..<wanted {
            quotesBefore += quotes[block - 1] ?? 0
            guard let start = recordStart(after: block * size, insideQuotes: quotesBefore % 2 == 1) else { break }
            if let last = starts.last, start > last, start < window.count { starts.append(start) }
        }
        let blocks = zip(starts, starts.dropFirst() + [window.count]).map { $0..<$1 }
        if quotesBefore + (quotes[wanted - 1] ?? 0) == 0 { return blocks }
        let regular = DisjointBuffer<Bool?>(blocks.count)
        workers.run(blocks.count - 1) { worker, block in
            regular[block] = readers[worker].isRegular(blocks[block], of: window)
        }
        return (0..<blocks.count - 1).allSatisfy { regular[$0] == true } ? blocks : [0..<window.count]
    }

    /// The start of the first record after a position, if every quote from there on opens or closes a field.
    private func recordStart(after position: Int, insideQuotes: Bool) -> Int? {
        var insideQuotes = insideQuotes
        for place in position..<window.count {
            if window[place] == UInt8(ascii: "\"") {
                insideQuotes.toggle()
            } else if !insideQuotes && window.isRecordEnd(place) {
                return place + 1
            }
        }
        return nil
    }
}
