import CKernels
import Testing

/// The vector kernels beside their scalar twins.
struct ProductKernelTests {
    private struct Numbers {
        var state: UInt64
        mutating func next(below bound: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % bound
        }
    }

    /// Every length around the width of the vectors, with values that are no numbers. Seed 3.
    @Test func valuesAboveABound() {
        var numbers = Numbers(state: 3)
        for count in Array(0...70) + [512, 1000] {
            var values = (0..<count).map { _ in Float(numbers.next(below: 100)) }
            if count > 5 { values[5] = .nan }
            for bound in [-1, 50, 97, 99, 1000] as [Float] {
                var (fast, slow) = ([UInt32](repeating: 0, count: count), [UInt32](repeating: 0, count: count))
                let vectors = singleout_product_vectors()
                let a = unsafe singleout_find_above(values, UInt32(count), bound, &fast, vectors)
                let b = unsafe singleout_find_above(values, UInt32(count), bound, &slow, 0)
                let expected = values.indices.filter { values[$0] > bound }.map { UInt32($0) }
                #expect(Array(fast[..<Int(a)]) == expected && Array(slow[..<Int(b)]) == expected, "\(count) \(bound)")
            }
        }
    }

    @Test(arguments: [1, 7, 8, 33] as [UInt32])
    func rowsOfSignedBytes(width: UInt32) {
        var numbers = Numbers(state: 4)
        let bytes = (0..<5 * Int(width)).map { _ in Int8(truncatingIfNeeded: Int(numbers.next(below: 255)) - 127) }
        let scales: [Float] = [0, 0.5, 1, 2.25, 0.1]
        let codes: [UInt32] = [4, 0, 3, 3, 1]
        let stride = width + 3
        var (fast, slow) = (
            [Float](repeating: 1, count: 5 * Int(stride)), [Float](repeating: 1, count: 5 * Int(stride))
        )
        unsafe singleout_add_scaled_rows(
            bytes, width, scales, codes, 5, &fast, stride, singleout_product_vectors())
        unsafe singleout_add_scaled_rows(bytes, width, scales, codes, 5, &slow, stride, 0)
        #expect(fast == slow)
        for row in 0..<5 {
            for column in 0..<Int(stride) {
                let code = Int(codes[row])
                let added = column < Int(width) ? scales[code] * Float(bytes[code * Int(width) + column]) : 0
                #expect(fast[row * Int(stride) + column] == 1 + added)
            }
        }
    }
}
