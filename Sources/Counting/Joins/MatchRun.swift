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
    private static let block = 2048

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

    /// Sets the flags of consecutive records whose value of a field is missing.
    private func flag(_ records: Range<Int>, field: Int, codes: UnsafeMutablePointer<UInt32>, _ set: (Int) -> Void) {
        guard let code = excluded[field] else { return }
        unsafe parts[field].codes.copy(records, to: codes)
        for index in 0..<records.count where unsafe codes[index] == code { set(index) }
    }

    /// Deals all records to buckets by some bits of their keys, and counts combinations that contain these bits.
    private func bucketed(_ combinations: [[Int]], by bits: UInt64) -> [MatchTally] {
        var bucketBits = 4
        while bucketBits < 12 && union.records >> bucketBits > 4096 { bucketBits += 1 }
        let buckets = scatter(bits, bucketBits: bucketBits)
        let masks = combinations.map { (mask($0), excludedMask($0)) }
        let sums = DisjointBuffer<[MatchTally]?>(workers.count)
        let tables = (0..<workers.count).map { _ in MatchTable(union) }
        let starts = buckets.starts
        let sizes = (0..<starts.count - 1).map { starts[$0 + 1] - starts[$0] }
        let order = sizes.indices.sorted { sizes[$0] > sizes[$1] }
        let all = combinations.count
        workers.run(order.count) { worker, item in
            let start = starts[order[item]]
            let count = sizes[order[item]]
            if count == 0 { return }
            var tallies = sums[worker] ?? [MatchTally](repeating: MatchTally(), count: all)
            sums[worker] = nil
            for (number, (mask, excluded)) in masks.enumerated() {
                unsafe tables[worker].count(
                    buckets.keys + start, buckets.rows + start, count, mask: mask, excluded: excluded,
                    into: &tallies[number])
            }
            sums[worker] = tallies
        }
        var total = [MatchTally](repeating: MatchTally(), count: all)
        for tallies in sums.results() {
            for number in 0..<all { total[number].add(tallies[number]) }
        }
        return total
    }

    private func scatter(_ bits: UInt64, bucketBits: Int) -> KeyBuckets {
        let count = 1 << bucketBits
        let buckets = KeyBuckets(buckets: count, threads: workers.count, withRows: true)
        for place in [false, true] {
            workers.run(workers.count) { _, thread in
                let range = workers.share(of: union.records, worker: thread)
                let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: Self.block)
                let codes = UnsafeMutablePointer<UInt32>.allocate(capacity: Self.block)
                defer {
                    unsafe keys.deallocate()
                    unsafe codes.deallocate()
                }
                let places = unsafe buckets.places + thread * count
                let (placedKeys, placedRows) = unsafe (buckets.keys, buckets.rows)
                var start = range.lowerBound
                while start < range.upperBound {
                    let records = start..<min(start + Self.block, range.upperBound)
                    unsafe keys.update(repeating: 0, count: records.count)
                    for field in parts.indices {
                        if parts[field].width > 0 {
                            unsafe parts[field].codes.add(records, to: keys, shift: UInt64(shifts[field]))
                        }
                        if let bit = flags[field] {
                            unsafe flag(records, field: field, codes: codes) {
                                unsafe keys[$0] |= UInt64(1) << UInt64(bit)
                            }
                        }
                    }
                    for index in 0..<records.count {
                        let key = unsafe keys[index]
                        let bucket = Int(
                            truncatingIfNeeded: GroupingScratch.hash(key & bits) &>> UInt64(64 - bucketBits))
                        let at = unsafe places[bucket]
                        unsafe places[bucket] = at &+ 1
                        if place {
                            unsafe placedKeys[at] = key
                            unsafe placedRows[at] = UInt32(truncatingIfNeeded: start &+ index)
                        }
                    }
                    start = records.upperBound
                }
            }
            if !place { buckets.start() }
        }
        return buckets
    }

    /// Counts a combination of few possible keys.
    private func dense(_ fields: [Int], _ domain: Int) -> MatchTally {
        let files = union.files
        let tables = (0..<workers.count).map { _ in DenseMatches(domain * files) }
        workers.run(workers.count) { _, thread in
            let table = tables[thread]
            forEachPlace(fields, in: workers.share(of: union.records, worker: thread)) { record, place in
                var file = 0
                while record >= union.bounds[file + 1] { file &+= 1 }
                let at = place &* files &+ file
                unsafe table.counts[at] &+= 1
                unsafe table.lasts[at] = UInt32(truncatingIfNeeded: record)
            }
        }
        let whole = tables[0]
        for other in tables.dropFirst() { whole.add(other) }
        var tally = MatchTally()
        for place in 0..<domain where unsafe whole.counts[place * files] > 0 {
            unsafe union.tally(whole.counts + place * files, whole.lasts + place * files, into: &tally)
        }
        guard let identifiers = union.identifiers else { return tally }
        let sums = DisjointBuffer<MatchTally?>(workers.count)
        workers.run(workers.count) { _, thread in
            var checks = MatchTally()
            forEachPlace(fields, in: workers.share(of: union.bounds[1], worker: thread)) { record, place in
                unsafe union.check(
                    record, whole.counts + place * files, whole.lasts + place * files, identifiers, into: &checks)
            }
            sums[thread] = checks
        }
        for checks in sums.results() { tally.add(checks) }
        return tally
    }

    /// Calls the body with the place of every record of a range that is not left out in a dense table.
    @inline(__always)
    private func forEachPlace(_ fields: [Int], in range: Range<Int>, _ body: (_ record: Int, _ place: Int) -> Void) {
        let places = UnsafeMutablePointer<UInt32>.allocate(capacity: Self.block)
        let codes = UnsafeMutablePointer<UInt32>.allocate(capacity: Self.block)
        defer {
            unsafe places.deallocate()
            unsafe codes.deallocate()
        }
        var start = range.lowerBound
        while start < range.upperBound {
            let records = start..<min(start + Self.block, range.upperBound)
            unsafe places.update(repeating: 0, count: records.count)
            for field in fields {
                unsafe parts[field].codes.fold(
                    records, into: places, cardinality: UInt32(max(parts[field].cardinality, 1)))
            }
            for field in fields { unsafe flag(records, field: field, codes: codes) { unsafe places[$0] = .max } }
            for index in 0..<records.count where unsafe places[index] != .max {
                body(start &+ index, unsafe Int(places[index]))
            }
            start = records.upperBound
        }
    }
}

/// How many records of each file have each key, and the last of them; each thread fills one of its own.
@safe
private final class DenseMatches: @unchecked Sendable {
    let counts: UnsafeMutablePointer<UInt32>
    let lasts: UnsafeMutablePointer<UInt32>
    private let places: Int

    init(_ places: Int) {
        self.places = places
        unsafe counts = .allocate(capacity: places)
        unsafe lasts = .allocate(capacity: places)
        unsafe counts.initialize(repeating: 0, count: places)
        unsafe lasts.initialize(repeating: 0, count: places)
    }

    deinit {
        unsafe counts.deallocate()
        unsafe lasts.deallocate()
    }

    /// Adds what another thread counted. Only one of both has records where there is one in all, so that one's last is it.
    func add(_ other: DenseMatches) {
        for place in 0..<places where unsafe other.counts[place] > 0 {
            unsafe counts[place] &+= other.counts[place]
            unsafe lasts[place] = other.lasts[place]
        }
    }
}
