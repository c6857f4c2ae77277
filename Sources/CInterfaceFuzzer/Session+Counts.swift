import CSingleout

extension Session {
    /// Counts one combination, and holds its figures against each other.
    mutating func count() {
        let fields = choices.names()
        let (missing, threads) = (choices.missing(), choices.threads())
        let (answer, pointer) = unsafe count(fields, missing, threads)
        if tables.isEmpty || fields.isEmpty {
            precondition(answer.status == SINGLEOUT_WRONG_USAGE, "wrong usage was let through")
        }
        guard let pointer = unsafe pointer, let records = tables.last?.known.records else { return }
        precondition((0...1).contains(missing) && (0...1024).contains(threads), "wrong usage was let through")
        let held = unsafe Held(pointer, KnownCounts(records: records, leavesOut: missing == SINGLEOUT_MISSING_EXCLUDE))
        _ = judge(held)
        counts.append(held)
    }

    /// Counts a combination of the last table.
    mutating func count(
        _ fields: [[UInt8]], _ missing: Int32, _ threads: Int32
    ) -> (answer: Answer, pointer: OpaquePointer?) {
        let table = unsafe table
        return unsafe handle { counts, message in
            unsafe CTexts.pass(fields) {
                unsafe singleout_count(table, $0, fields.count, missing, threads, counts, message)
            }
        }
    }

    /// Looks at counts again, whose table may be gone.
    mutating func look() {
        guard let held = counts.last else { return }
        _ = judge(held)
        let size = choices.number()
        var records: Int64 = -1
        let answer = unsafe answer { unsafe singleout_counts_below(held.pointer, size, &records, $0) }
        precondition((answer.status == SINGLEOUT_DONE) == (size >= 1), "a size out of range, or none in range")
    }

    /// The class sizes of counts and how many there are of each; everything else that is said of the counts must follow from them.
    mutating func judge(_ held: Held<KnownCounts>) -> [Int64: Int64] {
        let classes = classesOfSize(held)
        let records = classes.reduce(0) { $0 + $1.key * $1.value }
        precondition(
            held.known.leavesOut ? records <= held.known.records : records == held.known.records, "records are lost")
        for size in [1, 2, 5, (classes.keys.max() ?? 1) + 1, .max] {
            var below: Int64 = -1
            let answer = unsafe answer { unsafe singleout_counts_below(held.pointer, size, &below, $0) }
            let expected = classes.reduce(0) { $0 + ($1.key < size ? $1.key * $1.value : 0) }
            precondition(answer.status == SINGLEOUT_DONE && below == expected, "records below a size do not add up")
        }
        var figures = singleout_figures()
        let answer = unsafe answer { unsafe singleout_counts_figures(held.pointer, &figures, $0) }
        guard let k = classes.keys.min() else {
            precondition(answer.status == SINGLEOUT_NO_RECORDS, "figures of nothing")
            return classes
        }
        precondition(answer.status == SINGLEOUT_DONE, "no figures")
        precondition(figures.records == records && figures.records + figures.excluded == held.known.records, "records")
        precondition(figures.classes == classes.values.reduce(0, +) && figures.uniques == classes[1] ?? 0, "classes")
        precondition(figures.k == k && figures.largest == classes.keys.max(), "smallest and largest class")
        precondition(figures.uniqueness == Double(figures.uniques) / Double(records), "uniqueness")
        precondition(abs(figures.mean_risk - Double(figures.classes) / Double(records)) < 1e-12, "mean risk")
        precondition(figures.highest_risk == 1 / Double(k), "highest risk")
        return classes
    }

    private mutating func classesOfSize(_ held: Held<KnownCounts>) -> [Int64: Int64] {
        var entries = -1
        let answer = unsafe answer { unsafe singleout_counts_sizes(held.pointer, nil, nil, 0, &entries, $0) }
        precondition(answer.status == SINGLEOUT_DONE && entries >= 0, "no class sizes")
        // Arrays that hold as much as is said and no more, so that the address sanitizer sees what is written beside them.
        let capacity = choices.byte() % 4 == 3 ? min(1, entries) : entries
        let sizes = UnsafeMutablePointer<Int64>.allocate(capacity: capacity)
        let classes = UnsafeMutablePointer<Int64>.allocate(capacity: capacity)
        defer {
            unsafe sizes.deallocate()
            unsafe classes.deallocate()
        }
        var again = -1
        let status = unsafe singleout_counts_sizes(held.pointer, sizes, classes, capacity, &again, nil)
        precondition(status == SINGLEOUT_DONE && again == entries, "class sizes come and go")
        if capacity < entries { return classesOfSize(held) }
        var found: [Int64: Int64] = [:]
        var last: Int64 = 0
        for entry in 0..<entries {
            let (size, count) = unsafe (sizes[entry], classes[entry])
            precondition(size > last && count >= 1, "class sizes do not ascend, or do not occur")
            found[size] = count
            last = size
        }
        return found
    }
}
