internal import CKernels
import Foundation

/// Counts the combinations of a lattice for one thread.
///
/// Goals, in order: exact integers; the same integers whatever the order of the work; few visits of few bytes per record.
/// Four ways of counting share the work on a group of records that agree on a combination:
///
/// - a field that splits strongly: partition the group by it, credit the records that are alone, go on with the rest;
/// - at most 64 records: fill a word with several such groups and count by agreement masks;
/// - some hundred records: agreement masks of several words;
/// - more: collapse equal records into weighted ones and merge those field by field.
///
/// All memory is owned by the counter. It is handed to threads, one at a time, and is not safe to share between them.
@safe
final class LatticeCounter: @unchecked Sendable {
    let shape: LatticeShape
    let stride: Int
    /// Classes by size (row) and combination (column), for sizes up to `denseSizes`.
    let histogram: Cells<UInt32>
    /// Differences of the unique records credited to a range of combinations.
    let spans: Cells<Int64>
    /// Sizes up to this have a row in the histogram.
    let denseSizes: Int
    /// Groups of up to this many records are counted by masks; larger ones are first split or rolled up, because the work
    /// per record grows with the group.
    var maskRecords: Int { min(denseSizes, 256) }
    var largeSizes = LargeSizes()
    /// Unique records that lack some of the later values, when such records are left out.
    var incomplete: [IncompleteUniques: Int] = [:]

    let lattice: UnsafeMutablePointer<singleout_lattice>
    let masks: OpaquePointer
    let vectors: Int32

    /// Records by code, zero between uses; codes of up to `tableBits` bits are partitioned through it.
    let table: Cells<UInt32>
    let tableBits: Int
    let groups = LevelBuffers<UInt64>(levels: 130)
    let runs = LevelBuffers<PartitionRun>(levels: 130)
    let rolledKeys = LevelBuffers<UInt64>(levels: 70)
    let rolledWeights = LevelBuffers<UInt32>(levels: 70)
    let hashMemory = OpenTable.Memory()
    let slots: UnsafeMutablePointer<WordSlot>
    let slotKeys: UnsafeMutablePointer<UInt64>
    let slotGroups: UnsafeMutablePointer<UInt64>

    static let slotCount = 1024

    private let shifts: UnsafeMutablePointer<UInt8>
    private let widths: UnsafeMutablePointer<UInt8>
    private let excluded: UnsafeMutablePointer<Int64>
    let before: Cells<UInt32>

    /// Bytes that a counter takes at most, whatever the records.
    static func memory(of shape: LatticeShape) -> Int {
        4 * (denseSizes(of: shape) + 1) * shape.combinations + (16 << 20)
    }

    /// Sizes that have a row in the histogram: fewer where there are more combinations.
    private static func denseSizes(of shape: LatticeShape) -> Int {
        shape.combinations <= 1 << 13 ? 512 : shape.combinations <= 1 << 16 ? 256 : 64
    }

    /// - Parameter vectors: The most capable version of the mask kernels to use, 0 to 2; the machine's best when `nil`.
    ///
    /// Memory: 4 bytes for each combination and each class size that occurs up to `denseSizes`, and about 5 MB; see `memory(of:)`.
    init(_ shape: LatticeShape, vectors: Int32? = nil) {
        precondition(
            shape.maximumSize <= singleout_agreement_depth, "the limit on combinations bounds their size")
        self.shape = shape
        let fields = shape.fieldCount
        stride = shape.combinations
        denseSizes = Self.denseSizes(of: shape)
        // calloc leaves the rows of sizes that never occur untouched.
        histogram = Self.zeros((denseSizes + 1) * stride)
        spans = Self.zeros(stride + 1)
        tableBits = min(21, shape.widths.reduce(0) { max($0, Int($1)) })
        table = Self.zeros(1 << tableBits)
        unsafe slots = Self.zeroed(Self.slotCount)
        unsafe slotKeys = Self.zeroed(Self.slotCount * 64)
        unsafe slotGroups = Self.zeroed(Self.slotCount * 64)
        unsafe shifts = .allocate(capacity: fields)
        unsafe widths = .allocate(capacity: fields)
        before = Self.zeros(shape.before.count)
        for place in shape.before.indices { before[place] = shape.before[place] }
        unsafe shifts.initialize(from: shape.shifts, count: fields)
        unsafe widths.initialize(from: shape.widths, count: fields)
        unsafe excluded = .allocate(capacity: fields)
        unsafe excluded.initialize(from: shape.excludedCodes.map { $0.map(Int64.init) ?? -1 }, count: fields)
        unsafe lattice = .allocate(capacity: 1)
        unsafe lattice.initialize(
            to: singleout_lattice(
                field_count: UInt32(fields), shifts: UnsafePointer(shifts), widths: UnsafePointer(widths),
                before: UnsafePointer(before.base),
                excluded: shape.excludingPositions.isEmpty ? nil : UnsafePointer(excluded), stride: UInt32(stride),
                histogram: histogram.base, spans: spans.base))
        guard let masks = unsafe singleout_agreement_create(UInt32(fields)) else {
            preconditionFailure("no memory for the agreement masks of \(fields) fields")
        }
        unsafe self.masks = masks
        self.vectors = min(vectors ?? .max, singleout_agreement_vectors())
    }

    deinit {
        unsafe singleout_agreement_destroy(masks)
        unsafe free(histogram.base)
        unsafe free(spans.base)
        unsafe free(table.base)
        unsafe free(slots)
        unsafe free(slotKeys)
        unsafe free(slotGroups)
        unsafe shifts.deallocate()
        unsafe widths.deallocate()
        unsafe free(before.base)
        unsafe excluded.deallocate()
        unsafe lattice.deallocate()
    }

    private static func zeros<Element: BitwiseCopyable>(_ count: Int) -> Cells<Element> {
        unsafe Cells(zeroed(count), count: count)
    }

    private static func zeroed<Element: BitwiseCopyable>(_ count: Int) -> UnsafeMutablePointer<Element> {
        guard let memory = unsafe calloc(max(count, 1), MemoryLayout<Element>.stride) else {
            preconditionFailure("no memory for \(count) elements of \(MemoryLayout<Element>.stride) bytes")
        }
        return unsafe memory.bindMemory(to: Element.self, capacity: max(count, 1))
    }

    /// The number of the combination that adds the field at a position to one whose own extensions start at `base`.
    @inline(__always)
    func child(of combination: UInt32, base: Int, position: Int, depth: Int) -> UInt32 {
        let row = (depth - 1) * (shape.fieldCount + 1)
        return combination &+ 1 &+ before[row + position] &- before[row + base]
    }

    /// Counts one class of a combination.
    @inline(__always)
    func record(_ combination: UInt32, size: Int) {
        if size <= denseSizes {
            histogram[size &* stride &+ Int(combination)] &+= 1
        } else {
            recordLarge(combination, size: size)
        }
    }

    @inline(never)
    private func recordLarge(_ combination: UInt32, size: Int) {
        largeSizes.add(combination: combination, size: UInt32(size))
    }

    /// Credits records alone in their class at a combination to it and to all that extend it.
    @inline(__always)
    func creditUniques(_ count: Int, combination: UInt32, position: Int, depth: Int) {
        let row = (depth - 1) * (shape.fieldCount + 1)
        let length = Int(before[row + position + 1] &- before[row + position])
        spans[Int(combination)] &+= Int64(count)
        spans[Int(combination) + length] &-= Int64(count)
    }

    /// Credits one record alone in its class to it and to all extensions for which the record has every value.
    ///
    /// - Parameter pattern: The later positions, as bits, whose value the record lacks.
    @inline(never)
    func creditIncomplete(_ pattern: UInt64, combination: UInt32, position: Int, depth: Int) {
        let uniques = IncompleteUniques(
            combination: combination, position: UInt32(position), depth: UInt32(depth), pattern: pattern)
        incomplete[uniques, default: 0] += 1
    }

    /// The positions after one, as bits, whose value a packed record lacks.
    @inline(__always)
    func missingPattern(_ key: UInt64, after position: Int) -> UInt64 {
        var pattern: UInt64 = 0
        for other in shape.excludingPositions where other > position {
            let low = (UInt64(1) << UInt64(shape.widths[other])) &- 1
            let code = UInt32(truncatingIfNeeded: (key >> UInt64(shape.shifts[other])) & low)
            if code == shape.excludedCodes[other] { pattern |= UInt64(1) << UInt64(other) }
        }
        return pattern
    }

    /// Counts the combinations that extend one, within a group of two or more records that agree on it.
    ///
    /// - Parameters:
    ///   - keys: The packed codes of the group.
    ///   - base: The position after the last field of the combination.
    ///   - from: The first position still to be added; those between `base` and `from` are counted already.
    ///   - depth: How many fields may still be added, at least 1.
    ///   - level: Whose buffers are free, with those of all higher levels.
    func visit(
        _ keys: Cells<UInt64>, combination: UInt32, base: Int, from: Int, depth: Int, level: Int
    ) {
        let count = keys.count
        var from = from
        let strong = shape.weakStart - from
        if strong > 0 && !(count <= 64 && strong > 2) {
            while from < shape.weakStart {
                split(keys, by: from, combination: combination, base: base, depth: depth, level: level)
                from += 1
            }
        }
        while from < shape.fieldCount {
            if count <= 64 {
                fillWord(keys, combination: combination, base: base, from: from, depth: depth)
                return
            }
            if count <= maskRecords {
                unsafe singleout_agreement_count(
                    lattice, masks, keys.base, nil, UInt32(count), combination, UInt32(base), UInt32(from),
                    UInt32(depth),
                    vectors)
                return
            }
            if depth >= shape.fieldCount - from,
                rollUp(keys, combination: combination, base: base, from: from, depth: depth)
            {
                return
            }
            split(keys, by: from, combination: combination, base: base, depth: depth, level: level)
            from += 1
        }
    }
}
