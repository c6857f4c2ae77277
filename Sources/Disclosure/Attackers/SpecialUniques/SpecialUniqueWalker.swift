internal import Counting
internal import Microdata

/// Finds minimal unique sets within groups of records that agree on some fields, for one thread.
///
/// Fields are bits. The sets that extend a group's fields by lower ones are tried in ascending order of their bits, so that
/// every part of a set is tried before the set, and a unique set is minimal when no known set of the record lies within it.
/// A field on which a whole group agrees splits nothing: whatever is unique with it is unique without it, so it is passed
/// over. Groups of up to 64 records are walked record by record, with one bit for each record that still agrees.
@safe
final class SpecialUniqueWalker {
    /// Records that stand for several equal ones have this bit: they are never unique.
    static let multiple: UInt32 = 1 << 31
    private static let maskRecords = 64
    private static let pairedRecords = 12

    private let columns: [CodeArray]
    private let excluded: [UInt32?]
    private let maximumSize: Int
    private let sets: MinimalSets
    /// A place of its own, so that a set is added without a check of exclusive access.
    private let writer: UnsafeMutablePointer<MinimalSets.Writer>

    /// Records by code, zero between uses.
    private let table: UnsafeMutablePointer<UInt32>
    /// The group's codes, field by field.
    private let codes: LevelBuffers<UInt32>
    private let members = LevelBuffers<UInt32>(levels: 1)
    private let groups: LevelBuffers<UInt32>
    private let runs: LevelBuffers<PartitionRun>
    /// For each field and record of a small group, the records that agree on the field.
    private let agreement: UnsafeMutablePointer<UInt64>
    private let slotCodes: UnsafeMutablePointer<UInt32>
    private let slotMasks: UnsafeMutablePointer<UInt64>

    init(_ columns: [CodeArray], cardinality: Int, excluded: [UInt32?], maximumSize: Int, sets: MinimalSets) {
        self.columns = columns
        self.excluded = excluded
        self.maximumSize = maximumSize
        self.sets = sets
        let fields = columns.count
        unsafe writer = .allocate(capacity: 1)
        unsafe writer.initialize(to: MinimalSets.Writer())
        unsafe table = .allocate(capacity: max(cardinality, 1))
        unsafe table.initialize(repeating: 0, count: max(cardinality, 1))
        codes = LevelBuffers(levels: fields)
        groups = LevelBuffers(levels: fields + 1)
        runs = LevelBuffers(levels: fields + 1)
        unsafe agreement = .allocate(capacity: fields * Self.maskRecords)
        unsafe slotCodes = .allocate(capacity: 2 * Self.maskRecords)
        unsafe slotMasks = .allocate(capacity: 2 * Self.maskRecords)
    }

    deinit {
        unsafe writer.deallocate()
        unsafe table.deallocate()
        unsafe agreement.deallocate()
        unsafe slotCodes.deallocate()
        unsafe slotMasks.deallocate()
    }

    /// Tries all sets that add fields below a position to those that a group agrees on.
    ///
    /// - Parameters:
    ///   - records: All records of a level, marked with `multiple`.
    ///   - group: Where the group stands in them, two records or more.
    ///   - fields: The fields that the group agrees on.
    ///   - below: The position of the lowest field that is not added.
    func walk(_ records: [UInt32], _ group: Range<Int>, agreeingOn fields: UInt32, below: Int) {
        unsafe records.withUnsafeBufferPointer { all in
            precondition(group.lowerBound >= 0 && group.upperBound <= all.count, "a group outside of its records")
            guard let start = all.baseAddress else { return }
            unsafe walk(start + group.lowerBound, group.count, agreeingOn: fields, below: below)
        }
    }

    private func walk(_ records: UnsafePointer<UInt32>, _ count: Int, agreeingOn fields: UInt32, below: Int) {
        let members = unsafe members.reserve(count, level: 0)
        unsafe members.update(from: records, count: count)
        for field in 0..<below {
            unsafe columns[field].gather(
                records, count, without: Self.multiple, to: codes.reserve(count, level: field))
        }
        let all = unsafe groups.reserve(count, level: 0)
        for index in 0..<count { unsafe all[index] = UInt32(index) }
        unsafe extend(all, count, fields: fields, below: below, level: 1)
    }

    /// Notes that a record is unique on a set of fields, all parts of which have been tried.
    @inline(__always)
    func noteUnique(_ record: UInt32, on fields: UInt32) {
        if record & Self.multiple != 0 || sets.hasSubset(of: fields, record: Int(record)) { return }
        unsafe sets.add(fields, to: Int(record), by: &writer.pointee)
    }

    /// - Parameter rows: Places in the group.
    private func extend(
        _ rows: UnsafePointer<UInt32>, _ count: Int, fields: UInt32, below: Int, level: Int
    ) {
        if count <= Self.maskRecords { return unsafe extendByMasks(rows, count, fields: fields, below: below) }
        let members = unsafe members.reserve(0, level: 0)
        let deeper = fields.nonzeroBitCount + 1 < maximumSize
        for field in 0..<below {
            let extended = fields | (1 << UInt32(field))
            let kept = unsafe groups.reserve(count, level: level)
            let runs = unsafe runs.reserve(count / 2 + 1, level: level)
            let found = unsafe partition(rows, count, by: field, into: kept, runs: runs) {
                noteUnique(unsafe members[Int($0)], on: extended)
            }
            if !deeper || field == 0 { continue }
            for index in 0..<found {
                let run = unsafe runs[index]
                let size = Int(run.count)
                if size == count { continue }
                let group = unsafe kept + Int(run.start)
                let hasSingle = (0..<size).contains { unsafe members[Int(group[$0])] & Self.multiple == 0 }
                if hasSingle {
                    unsafe extend(group, size, fields: extended, below: field, level: level + 1)
                }
            }
        }
    }

    /// Moves the rows that share a code with others, run by run; calls `single` for those that do not.
    ///
    /// - Returns: The number of runs.
    @inline(__always)
    private func partition(
        _ rows: UnsafePointer<UInt32>, _ count: Int, by field: Int, into kept: UnsafeMutablePointer<UInt32>,
        runs: UnsafeMutablePointer<PartitionRun>, single: (UInt32) -> Void
    ) -> Int {
        let table = unsafe table
        let codes = unsafe codes.reserve(0, level: field)
        for index in 0..<count { unsafe table[Int(codes[Int(rows[index])])] &+= 1 }
        if let code = excluded[field] { unsafe table[Int(code)] = 0 }
        // A code's cell holds its count until it is met again; then the marked place of its next row.
        let placed: UInt32 = 1 << 31
        var found = 0
        var next: UInt32 = 0
        for index in 0..<count {
            let row = unsafe rows[index]
            let code = unsafe Int(codes[Int(row)])
            let cell = unsafe table[code]
            if cell == 1 {
                single(row)
                unsafe table[code] = 0
            } else if cell & placed != 0 {
                unsafe kept[Int(cell ^ placed)] = row
                unsafe table[code] = cell &+ 1
            } else if cell != 0 {
                unsafe runs[found] = PartitionRun(start: next, count: cell, code: UInt32(truncatingIfNeeded: code))
                found &+= 1
                unsafe kept[Int(next)] = row
                unsafe table[code] = placed | (next &+ 1)
                next &+= cell
            }
        }
        for index in 0..<found { unsafe table[Int(runs[index].code)] = 0 }
        return found
    }

    /// The same for a small group, record by record.
    private func extendByMasks(_ rows: UnsafePointer<UInt32>, _ count: Int, fields: UInt32, below: Int) {
        for field in 0..<below { unsafe agree(rows, count, on: field) }
        let members = unsafe members.reserve(0, level: 0)
        let all = count == 64 ? UInt64.max : (1 << UInt64(count)) - 1
        let lower: UInt32 = (1 << UInt32(below)) - 1
        // The known sets of the record being walked.
        var known: [UInt32] = []
        known.reserveCapacity(32)
        for index in 0..<count {
            let record = unsafe members[Int(rows[index])]
            if record & Self.multiple != 0 { continue }
            known.removeAll(keepingCapacity: true)
            sets.forEach(of: Int(record)) { set in
                if set & ~(fields | lower) == 0 { known.append(set) }
                return true
            }
            let before = known.count
            extend(index, among: all, fields: fields, below: below, known: &known)
            for place in before..<known.count { unsafe sets.add(known[place], to: Int(record), by: &writer.pointee) }
        }
    }

    /// Adds fields to those on which a record and the records of a mask agree.
    private func extend(_ index: Int, among mask: UInt64, fields: UInt32, below: Int, known: inout [UInt32]) {
        let alone = UInt64(1) << UInt64(index)
        let deeper = fields.nonzeroBitCount + 1 < maximumSize
        for field in 0..<below {
            let rest = unsafe mask & agreement[field * Self.maskRecords + index]
            let extended = fields | (1 << UInt32(field))
            if rest == alone {
                if !known.contains(where: { $0 & ~extended == 0 }) { known.append(extended) }
            } else if rest != mask && rest != 0 && deeper && field > 0 {
                extend(index, among: rest, fields: extended, below: field, known: &known)
            }
        }
    }

    /// Finds, for each row of a small group, the rows that agree with it on a field; none where the value is left out.
    private func agree(_ rows: UnsafePointer<UInt32>, _ count: Int, on field: Int) {
        let codes = unsafe codes.reserve(0, level: field)
        let masks = unsafe agreement + field * Self.maskRecords
        if count <= Self.pairedRecords {
            for index in 0..<count { unsafe masks[index] = 1 << UInt64(index) }
            for index in 1..<count {
                let code = unsafe codes[Int(rows[index])]
                for other in 0..<index where unsafe codes[Int(rows[other])] == code {
                    unsafe masks[index] |= 1 << UInt64(other)
                    unsafe masks[other] |= 1 << UInt64(index)
                }
            }
        } else {
            let size = 2 * Self.maskRecords
            unsafe slotMasks.update(repeating: 0, count: size)
            for pass in 0..<2 {
                for index in 0..<count {
                    let code = unsafe codes[Int(rows[index])]
                    var slot = Int(truncatingIfNeeded: (code &* 0x9e37_79b9) >> 25)
                    while unsafe slotMasks[slot] != 0 && slotCodes[slot] != code { slot = (slot &+ 1) & (size &- 1) }
                    if pass == 0 {
                        unsafe slotCodes[slot] = code
                        unsafe slotMasks[slot] |= 1 << UInt64(index)
                    } else {
                        unsafe masks[index] = slotMasks[slot]
                    }
                }
            }
        }
        guard let code = excluded[field] else { return }
        for index in 0..<count where unsafe codes[Int(rows[index])] == code { unsafe masks[index] = 0 }
    }
}
