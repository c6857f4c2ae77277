internal import Counting
internal import Microdata

/// Finds all minimal unique sets of fields of every record.
///
/// Goals, in order: exact sets; the same sets for any number of threads; few visits of few records.
///
/// The fields are the bits of a set, the strongest one the highest. Sets are tried by their highest bit: with the sets of
/// lower bits known, all records are partitioned by one field, and threads take its classes. Records that agree on that field
/// and all lower ones are never unique here, so one of them stands for all.
struct SpecialUniqueSearch {
    private let columns: [Column]
    private let maximumSize: Int
    private let records: Int
    private let excluded: [UInt32?]
    private let workers: Workers
    private let walkers: DisjointBuffer<SpecialUniqueWalker>
    let sets: MinimalSets

    /// - Parameter columns: By bit, the weakest field first.
    init(_ columns: [Column], maximumSize: Int, missing: MissingSemantics, threads: Int) {
        self.columns = columns
        self.maximumSize = maximumSize
        records = columns[0].count
        let excluded = columns.map { missing == .exclude ? $0.missingCode : nil }
        self.excluded = excluded
        let workers = Workers(records < 1 << 12 ? 1 : threads)
        self.workers = workers
        let sets = MinimalSets(records: records)
        self.sets = sets
        let cardinality = columns.reduce(0) { max($0, $1.cardinality) }
        walkers = DisjointBuffer(
            (0..<workers.count).map { _ in
                SpecialUniqueWalker(
                    columns.map(\.codes), cardinality: cardinality, excluded: excluded, maximumSize: maximumSize,
                    sets: sets)
            })
    }

    /// Tries all sets.
    ///
    /// - Parameter progress: Called with the share of the work that is done, as far as it is known.
    func run(progress: (@Sendable (Double) -> Void)?) {
        // The classes of the fields up to the present one; `nil` once every record is alone.
        var numbers: [UInt32]? = [UInt32](repeating: 0, count: records)
        var classes = 1
        for (position, column) in columns.enumerated() {
            var distinct: [UInt32]?
            if let earlier = numbers {
                let parts = [
                    GroupingColumns.Part(codes: .uint32(earlier), cardinality: classes),
                    GroupingColumns.Part(codes: column.codes, cardinality: max(column.cardinality, 1)),
                ]
                let joined = KeyGrouping(
                    GroupingColumns(parts, records: records, threads: workers.count), threads: workers.count
                ).classes()
                classes = max(joined.sizes.count, 1)
                if joined.sizes.count == records {
                    numbers = nil
                } else {
                    numbers = joined.numbers
                    distinct = Self.examples(joined.numbers, sizes: joined.sizes)
                }
            }
            search(distinct, highest: position)
            progress?(Double(1 << (position + 1)) / Double(1 << columns.count))
        }
    }

    /// The first record of each class; marked where others are equal to it.
    private static func examples(_ numbers: [UInt32], sizes: [UInt32]) -> [UInt32] {
        var examples: [UInt32] = []
        examples.reserveCapacity(sizes.count)
        for (record, number) in numbers.enumerated() where Int(number) == examples.count {
            examples.append(UInt32(record) | (sizes[Int(number)] > 1 ? SpecialUniqueWalker.multiple : 0))
        }
        return examples
    }

    /// Tries the sets with one highest field.
    ///
    /// - Parameter distinct: Records that stand for all that are equal in the fields up to the highest; all when `nil`.
    private func search(_ distinct: [UInt32]?, highest: Int) {
        let count = distinct?.count ?? records
        let (sorted, classes) = Self.classes(
            distinct ?? (0..<UInt32(records)).map { $0 }, of: columns[highest], without: excluded[highest])
        let fields = UInt32(1) << UInt32(highest)
        for group in classes where group.count == 1 {
            walkers[0].noteUnique(sorted[group.lowerBound], on: fields)
        }
        if maximumSize == 1 || highest == 0 { return }
        let several = classes.filter { $0.count > 1 }.sorted { $0.count > $1.count }
        // A class that would keep one thread busy for long is shared by all of them.
        let shared = workers.count == 1 ? 0 : several.prefix { $0.count > count / (8 * workers.count) }.count
        for group in several.prefix(shared) {
            searchTogether(Array(sorted[group]), fields: fields, below: highest)
        }
        let own = Array(several.dropFirst(shared))
        workers.run(own.count) { worker, item in
            let range = own[item]
            walkers[worker].walk(sorted, range, agreeingOn: fields, below: highest)
        }
    }

    /// Walks one large class with all threads: the sets with one second field after the other, as their order demands.
    private func searchTogether(_ group: [UInt32], fields: UInt32, below: Int) {
        for position in 0..<below {
            let (sorted, classes) = Self.classes(group, of: columns[position], without: excluded[position])
            let extended = fields | (UInt32(1) << UInt32(position))
            for part in classes where part.count == 1 {
                walkers[0].noteUnique(sorted[part.lowerBound], on: extended)
            }
            if maximumSize == 2 || position == 0 { continue }
            let several = classes.filter { $0.count > 1 && $0.count < group.count }
                .sorted { $0.count > $1.count }
            workers.run(several.count) { worker, item in
                let range = several[item]
                walkers[worker].walk(sorted, range, agreeingOn: extended, below: position)
            }
        }
    }

    /// Sorts records by a field and lists its classes that hold a record that may be unique.
    private static func classes(
        _ group: [UInt32], of column: Column, without excluded: UInt32?
    ) -> (sorted: [UInt32], classes: [Range<Int>]) {
        func sort(_ codes: [some FixedWidthInteger & UnsignedInteger]) -> ([UInt32], [Range<Int>]) {
            var starts = [UInt32](repeating: 0, count: column.cardinality + 1)
            let row = ~SpecialUniqueWalker.multiple
            for record in group { starts[Int(codes[Int(record & row)])] += 1 }
            if let excluded { starts[Int(excluded)] = 0 }
            var next: UInt32 = 0
            for code in starts.indices {
                let size = starts[code]
                starts[code] = next
                next += size
            }
            var places = starts
            var single = [Bool](repeating: false, count: column.cardinality)
            var sorted = [UInt32](repeating: 0, count: Int(next))
            for record in group {
                let code = Int(codes[Int(record & row)])
                if code == excluded.map(Int.init) { continue }
                sorted[Int(places[code])] = record
                places[code] += 1
                if record & SpecialUniqueWalker.multiple == 0 { single[code] = true }
            }
            let classes = (0..<column.cardinality).compactMap { code in
                single[code] ? Int(starts[code])..<Int(starts[code + 1]) : nil
            }
            return (sorted, classes)
        }
        return switch column.codes {
        case .uint8(let codes): sort(codes)
        case .uint16(let codes): sort(codes)
        case .uint32(let codes): sort(codes)
        }
    }
}
