internal import Microdata

/// Counts the classes of many combinations of the fields of a union of files.
///
/// Combinations share their work by their strongest field: all records are dealt to buckets by it once, and every combination
/// that holds it is counted bucket by bucket, in the cache. Combinations of weak fields only are counted in a dense table
/// where few keys are possible, and else dealt to buckets one by one.
struct MatchRun {
    private let union: MatchUnion
    private let parts: [GroupingColumns.Part]
    /// For each field the code that leaves a record out.
    private let excluded: [UInt32?]
    /// Where each field's code starts in a key.
    private let shifts: [Int]
    /// The bit of each field that says that a value is missing; `nil` where that does not matter.
    private let flags: [Int?]
    private let powers: [Double]
    private let workers: Workers

    /// A field that splits records as well as so many equal parts deals them evenly enough to buckets.
    static let strongSplit = 256.0
    /// The most keys of a dense table.
    static let denseKeys = 1 << 20

    /// - Returns: `nil` when the codes of all fields do not fit into a key.
    init?(_ union: MatchUnion, missing: MissingSemantics, threads: Int) {
        self.union = union
        parts = union.columns.map { GroupingColumns.Part(codes: $0.codes, cardinality: $0.cardinality) }
        excluded = union.columns.map { missing == .exclude ? $0.missingCode : nil }
        powers = union.columns.map { LatticeShape.splittingPower($0) }
        var shifts: [Int] = []
        var flags: [Int?] = []
        var bit = 0
        for (part, excluded) in zip(parts, excluded) {
            shifts.append(bit)
            bit += part.width
            flags.append(excluded == nil ? nil : bit)
            if excluded != nil { bit += 1 }
        }
        if bit > 64 { return nil }
        self.shifts = shifts
        self.flags = flags
        workers = Workers(union.records < 1 << 14 ? 1 : threads)
    }

    /// The sums of each combination, in order.
    ///
    /// - Parameters:
    ///   - combinations: Ascending positions of fields.
    ///   - strongSplit: How many equal parts make a field strong.
    ///   - denseKeys: The most keys of a dense table.
    ///   - progress: Called with the number of combinations that are done.
    func tallies(
        _ combinations: [[Int]], strongSplit: Double = strongSplit, denseKeys: Int = denseKeys,
        progress: (Int) -> Void
    ) -> [MatchTally] {
        var tallies = [MatchTally](repeating: MatchTally(), count: combinations.count)
        var done = 0
        // By the strongest field of the combination, or apart when that is weak.
        var byStrongest: [Int: [Int]] = [:]
        for (number, fields) in combinations.enumerated() {
            let strongest = fields.max { (powers[$0], $1) < (powers[$1], $0) } ?? 0
            if powers[strongest] >= strongSplit {
                byStrongest[strongest, default: []].append(number)
            } else if let domain = domain(fields, atMost: denseKeys) {
                tallies[number] = dense(fields, domain)
                done += 1
                progress(done)
            } else {
                tallies[number] = bucketed([fields], by: mask(fields))[0]
                done += 1
                progress(done)
            }
        }
        for (strongest, numbers) in byStrongest.sorted(by: { $0.key < $1.key }) {
            let counted = bucketed(numbers.map { combinations[$0] }, by: mask([strongest]))
            for (number, tally) in zip(numbers, counted) { tallies[number] = tally }
            done += numbers.count
            progress(done)
        }
        return tallies
    }

    /// The bits of some fields' codes in a key.
    private func mask(_ fields: [Int]) -> UInt64 {
        var mask: UInt64 = 0
        for field in fields where parts[field].width > 0 {
            mask |= (UInt64.max >> UInt64(64 - parts[field].width)) << UInt64(shifts[field])
        }
        return mask
    }

    /// The bits that say that one of some fields is missing.
    private func excludedMask(_ fields: [Int]) -> UInt64 {
        var mask: UInt64 = 0
        for case let bit? in fields.map({ flags[$0] }) { mask |= UInt64(1) << UInt64(bit) }
        return mask
    }

    private func domain(_ fields: [Int], atMost limit: Int) -> Int? {
        var product = 1
        for field in fields {
            let (next, overflow) = product.multipliedReportingOverflow(by: max(parts[field].cardinality, 1))
            if overflow || next > limit { return nil }
            product = next
        }
        return product
    }

    /// Calls the body with the place within a range of each record whose value of a field is missing.
    @inline(__always)
    private func forEachMissing(_ records: Range<Int>, field: Int, codes: Cells<UInt32>, _ body: (Int) -> Void) {
        guard let code = excluded[field] else { return }
        parts[field].codes.copy(records, to: codes)
        for index in 0..<records.count where codes[index] == code { body(index) }
    }

    /// Writes the keys of a block: the codes of all fields, and flags where values are missing.
    fileprivate func pack(_ block: RadixBlock) {
        let (records, keys) = (block.records, block.keys)
        keys.part(0, records.count).fill(0)
        for field in parts.indices {
            if parts[field].width > 0 { parts[field].codes.add(records, to: keys, shift: UInt64(shifts[field])) }
            guard let bit = flags[field] else { continue }
            forEachMissing(records, field: field, codes: block.codes) { keys[$0] |= UInt64(1) << UInt64(bit) }
        }
    }

    /// Deals all records to buckets by some bits of their keys, and counts combinations that contain these bits.
    private func bucketed(_ combinations: [[Int]], by bits: UInt64) -> [MatchTally] {
        var bucketBits = 4
        while bucketBits < 12 && union.records >> bucketBits > 4096 { bucketBits += 1 }
        let partition = RadixPartition(
            MatchRecords(run: self, bits: bits, bucketBits: bucketBits), records: union.records,
            buckets: 1 << bucketBits, workers: workers, withNumbers: true)
        partition.fill()
        let bits = combinations.map { MatchTable.Bits(mask: mask($0), excluded: excludedMask($0)) }
        let sums = DisjointBuffer<[MatchTally]?>(workers.count)
        let tables = (0..<workers.count).map { _ in MatchTable(union) }
        let starts = partition.starts
        let sizes = (0..<starts.count - 1).map { starts[$0 + 1] - starts[$0] }
        let order = sizes.indices.sorted { sizes[$0] > sizes[$1] }
        let all = combinations.count
        workers.run(order.count) { worker, item in
            let (start, count) = (starts[order[item]], sizes[order[item]])
            if count == 0 { return }
            let (keys, rows) = (partition.keys.part(start, count), partition.numbers.part(start, count))
            var tallies = sums[worker] ?? [MatchTally](repeating: MatchTally(), count: all)
            sums[worker] = nil
            for (number, bits) in bits.enumerated() {
                tables[worker].count(keys, rows, by: bits, into: &tallies[number])
            }
            sums[worker] = tallies
        }
        var total = [MatchTally](repeating: MatchTally(), count: all)
        for tallies in sums.results() {
            for number in 0..<all { total[number].add(tallies[number]) }
        }
        return total
    }

    /// Counts a combination of few possible keys.
    private func dense(_ fields: [Int], _ domain: Int) -> MatchTally {
        let (files, places) = (union.files, domain * union.files)
        // How many records of each file have each key, and the last of them, for each thread.
        return Cells<UInt32>.temporary(2 * places * workers.count) { memory in
            workers.run(workers.count) { _, thread in
                let counts = memory.part(2 * thread * places, places)
                let lasts = memory.part((2 * thread + 1) * places, places)
                counts.fill(0)
                lasts.fill(0)
                forEachPlace(fields, in: workers.share(of: union.records, worker: thread)) { record, place in
                    var file = 0
                    while record >= union.bounds[file + 1] { file &+= 1 }
                    let at = place &* files &+ file
                    counts[at] &+= 1
                    lasts[at] = UInt32(truncatingIfNeeded: record)
                }
            }
            let (counts, lasts) = (memory.part(0, places), memory.part(places, places))
            for thread in 1..<max(workers.count, 1) {
                let own = 2 * thread * places
                // Only one thread has records where there is one in all, so that its last record is the last.
                for place in 0..<places where memory[own + place] > 0 {
                    counts[place] &+= memory[own + place]
                    lasts[place] = memory[own + places + place]
                }
            }
            return tally(fields, domain, counts, lasts)
        }
    }

    /// Sums over the classes of A that a dense table has.
    private func tally(
        _ fields: [Int], _ domain: Int, _ counts: Cells<UInt32>, _ lasts: Cells<UInt32>
    ) -> MatchTally {
        let files = union.files
        var tally = MatchTally()
        for place in 0..<domain where counts[place * files] > 0 {
            union.tally(counts, lasts, at: place * files, into: &tally)
        }
        guard let identifiers = union.identifiers else { return tally }
        let sums = DisjointBuffer<MatchTally?>(workers.count)
        workers.run(workers.count) { _, thread in
            var checks = MatchTally()
            forEachPlace(fields, in: workers.share(of: union.bounds[1], worker: thread)) { record, place in
                union.check(record, counts, lasts, at: place * files, identifiers, into: &checks)
            }
            sums[thread] = checks
        }
        for checks in sums.results() { tally.add(checks) }
        return tally
    }

    /// Calls the body with the place of every record of a range that is not left out in a dense table.
    @inline(__always)
    private func forEachPlace(_ fields: [Int], in range: Range<Int>, _ body: (_ record: Int, _ place: Int) -> Void) {
        Cells<UInt32>.temporary(2 * RadixBlock.most) { memory in
            let codes = memory.part(RadixBlock.most, RadixBlock.most)
            var start = range.lowerBound
            while start < range.upperBound {
                let records = start..<min(start + RadixBlock.most, range.upperBound)
                let places = memory.part(0, records.count)
                places.fill(0)
                for field in fields {
                    parts[field].codes.fold(
                        records, into: places, cardinality: UInt32(max(parts[field].cardinality, 1)))
                }
                for field in fields { forEachMissing(records, field: field, codes: codes) { places[$0] = .max } }
                for index in 0..<records.count where places[index] != .max {
                    body(start &+ index, Int(places[index]))
                }
                start = records.upperBound
            }
        }
    }
}

/// Records of the union by the hash of some bits of their keys, with their rows.
private struct MatchRecords: RadixSource {
    let run: MatchRun
    let bits: UInt64
    let bucketBits: Int

    func read(_ block: RadixBlock, isCounting: Bool) { run.pack(block) }

    @inline(__always)
    func bucket(_ index: Int, of block: RadixBlock) -> Int {
        Int(truncatingIfNeeded: OpenTable.hash(block.keys[index] & bits) &>> UInt64(64 - bucketBits))
    }

    @inline(__always)
    func number(_ index: Int, of block: RadixBlock) -> UInt32 {
        UInt32(truncatingIfNeeded: block.records.lowerBound &+ index)
    }
}
