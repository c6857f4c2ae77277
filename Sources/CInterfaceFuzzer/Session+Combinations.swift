import CSingleout

extension Session {
    /// Counts every combination, and some of them by themselves, which must give the same.
    mutating func countAll() {
        let fields = choices.names()
        let (missing, threads) = (choices.missing(), choices.threads())
        let maximumSize: Int32 = choices.pick([0, 1, 2, 3, 0, 2, 6, -1, 64, .max, .min])
        let table = unsafe table
        let (answer, pointer) = unsafe handle { combinations, message in
            unsafe CTexts.pass(fields) {
                unsafe singleout_count_all(
                    table, $0, fields.count, maximumSize, missing, threads, combinations, message)
            }
        }
        if tables.isEmpty || fields.isEmpty {
            precondition(answer.status == SINGLEOUT_WRONG_USAGE, "wrong usage was let through")
        }
        guard let pointer = unsafe pointer, let records = tables.last?.known.records else { return }
        precondition((0...1).contains(missing) && (0...1024).contains(threads), "wrong usage was let through")
        precondition(maximumSize >= 0 && (maximumSize > 0 || fields.count <= 16), "wrong usage was let through")
        let held = unsafe Held(
            pointer,
            KnownCombinations(
                records: records, fields: fields.count, maximumSize: maximumSize == 0 ? 16 : Int(maximumSize),
                leavesOut: missing == SINGLEOUT_MISSING_EXCLUDE))
        combinations.append(held)
        let size = size(of: held)
        for index in Set([0, 1, size / 2, size - 1, choices.byte()]) where index < size {
            let (positions, counts) = combination(held, index)
            let classes = judge(counts)
            unsafe singleout_counts_free(counts.pointer)
            let (alone, aloneCounts) = unsafe count(positions.map { fields[$0] }, missing, threads)
            precondition(alone.status == SINGLEOUT_DONE, "a combination cannot be counted by itself")
            guard let aloneCounts = unsafe aloneCounts else { return }
            let expected = judge(unsafe Held(aloneCounts, counts.known))
            unsafe singleout_counts_free(aloneCounts)
            precondition(classes == expected, "a combination has other counts by itself")
        }
    }

    /// Looks at one combination, whose table may be gone.
    mutating func lookAtCombination() {
        guard let held = combinations.last else { return }
        let size = size(of: held)
        let index = choices.byte() % size
        let (positions, counts) = combination(held, index)
        self.counts.append(counts)
        if index + 1 < size {
            let (next, nextCounts) = combination(held, index + 1)
            unsafe singleout_counts_free(nextCounts.pointer)
            precondition(
                positions.count < next.count
                    || positions.count == next.count && positions.lexicographicallyPrecedes(next),
                "combinations out of order")
        }
        var count = 0
        let beyond = unsafe singleout_combinations_at(held.pointer, size, nil, 0, &count, nil, nil)
        precondition(beyond == SINGLEOUT_WRONG_USAGE, "a combination beyond the last")
    }

    private mutating func size(of held: Held<KnownCombinations>) -> Int {
        var size = -1
        let answer = unsafe answer { unsafe singleout_combinations_size(held.pointer, &size, $0) }
        precondition(answer.status == SINGLEOUT_DONE && size >= held.known.fields, "combinations are lost")
        var (expected, ofSize) = (0, 1)
        for size in 1...min(held.known.fields, held.known.maximumSize) {
            ofSize = ofSize * (held.known.fields - size + 1) / size
            expected += ofSize
        }
        precondition(size == expected, "combinations are lost")
        return size
    }

    /// The fields of a combination, by their places among those that were asked for, and its counts.
    private mutating func combination(
        _ held: Held<KnownCombinations>, _ index: Int
    ) -> (positions: [Int], counts: Held<KnownCounts>) {
        var fieldCount = -1
        let first = unsafe singleout_combinations_at(held.pointer, index, nil, 0, &fieldCount, nil, nil)
        precondition(first == SINGLEOUT_DONE, "a combination is not there")
        precondition(
            (1...min(held.known.fields, held.known.maximumSize)).contains(fieldCount), "fields of a combination")
        let positions = UnsafeMutablePointer<Int32>.allocate(capacity: fieldCount)
        defer { unsafe positions.deallocate() }
        let (answer, pointer) = unsafe handle {
            unsafe singleout_combinations_at(held.pointer, index, positions, fieldCount, nil, $0, $1)
        }
        precondition(answer.status == SINGLEOUT_DONE, "a combination is not there")
        let fields = (0..<fieldCount).map { Int(unsafe positions[$0]) }
        precondition(zip(fields, fields.dropFirst()).allSatisfy(<), "fields do not ascend")
        precondition(fields.allSatisfy { (0..<held.known.fields).contains($0) }, "a field that was not asked for")
        guard let pointer = unsafe pointer else { preconditionFailure("no counts") }
        return unsafe (fields, Held(pointer, KnownCounts(records: held.known.records, leavesOut: held.known.leavesOut)))
    }
}
