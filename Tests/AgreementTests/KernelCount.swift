import CKernels
import Microdata

@testable import Counting

/// One group of at most 512 records counted by a version of the mask kernel, called as the engine calls it.
struct KernelCount {
    private let stride: Int
    private var histogram: [UInt32]
    private var spans: [Int64]

    init(_ columns: [Column], shape: LatticeShape, version: Int32) {
        precondition(shape.packedStart == 0, "one key of 64 bits holds the codes of a kernel test")
        let records = columns[0].count
        stride = shape.combinations
        var histogram = [UInt32](repeating: 0, count: 513 * shape.combinations)
        var spans = [Int64](repeating: 0, count: shape.combinations + 1)
        var keys = [UInt64](repeating: 0, count: records)
        let excluded = shape.excludedCodes.map { $0.map { Int64($0) } ?? -1 }
        unsafe keys.withUnsafeMutableBufferPointer { keys in
            guard let base = keys.baseAddress else { return }
            unsafe KeyPacker(shape, columns).pack(
                from: 0, records: 0..<records, into: Cells(base, count: keys.count))
        }
        guard let scratch = unsafe singleout_agreement_create(UInt32(columns.count)) else {
            preconditionFailure("no memory for the masks of \(columns.count) fields")
        }
        defer { unsafe singleout_agreement_destroy(scratch) }
        unsafe histogram.withUnsafeMutableBufferPointer { histogram in
            unsafe spans.withUnsafeMutableBufferPointer { spans in
                unsafe excluded.withUnsafeBufferPointer { excluded in
                    unsafe shape.shifts.withUnsafeBufferPointer { shifts in
                        unsafe shape.widths.withUnsafeBufferPointer { widths in
                            unsafe shape.before.withUnsafeBufferPointer { before in
                                var lattice = unsafe singleout_lattice(
                                    field_count: UInt32(columns.count), shifts: shifts.baseAddress,
                                    widths: widths.baseAddress, before: before.baseAddress,
                                    excluded: shape.excludingPositions.isEmpty ? nil : excluded.baseAddress,
                                    stride: UInt32(shape.combinations), histogram: histogram.baseAddress,
                                    spans: spans.baseAddress)
                                unsafe singleout_agreement_count(
                                    &lattice, scratch, keys, nil, UInt32(records), 0, 0, 0, UInt32(shape.maximumSize),
                                    version)
                            }
                        }
                    }
                }
            }
        }
        self.histogram = histogram
        self.spans = spans
    }

    /// The class sizes of a combination: what was counted for itself, and the unique records credited to a range with it.
    func histogram(of combination: Int) -> SizeHistogram {
        var classes = (1...512).map { (size: $0, classes: Int(histogram[$0 * stride + combination])) }
        classes[0].classes += Int(spans[...combination].reduce(0, +))
        return SizeHistogram(classesBySize: classes)
    }
}
