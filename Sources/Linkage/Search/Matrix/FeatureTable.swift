internal import Microdata

/// The feature vectors of a field's different values as signed bytes, each with a scale: one byte per value and column.
struct FeatureTable: Sendable {
    private static let share = 1 << 12

    /// The columns.
    let width: Int
    /// For each value the bytes.
    let bytes: [Int8]
    /// For each value what its bytes are multiplied by; 0 for a missing value.
    let scales: [Float]

    /// Makes the vectors of values; the length of each is set by its weight.
    ///
    /// - Parameters:
    ///   - count: The number of values.
    ///   - width: The number of columns.
    ///   - vector: Adds the features of a value to a vector of zeros, and returns the weight in bits that agreement on
    ///     this value has: the square of the vector's length; 0 or less for a missing value.
    /// - Complexity: O(count x width) time for each feature; `count x (width + 4)` bytes.
    init(count: Int, width: Int, workers: Workers, vector: @Sendable (Int, inout [Float]) -> Double) {
        let chunks = (count + Self.share - 1) / Self.share
        let found = DisjointBuffer<(bytes: [Int8], scales: [Float])?>(chunks)
        workers.run(chunks) { _, chunk in
            let range = chunk * Self.share..<min(count, (chunk + 1) * Self.share)
            var bytes = [Int8](repeating: 0, count: range.count * width)
            var scales = [Float](repeating: 0, count: range.count)
            var own = [Float](repeating: 0, count: width)
            for value in range {
                for column in own.indices { own[column] = 0 }
                let weight = vector(value, &own)
                let square = own.reduce(0) { $0 + $1 * $1 }
                if weight <= 0 || square == 0 { continue }
                let largest = own.reduce(0) { max($0, $1.magnitude) }
                let place = value - range.lowerBound
                for column in own.indices {
                    bytes[place * width + column] = Int8((own[column] / largest * 127).rounded())
                }
                scales[place] = (Float(weight) / square).squareRoot() * largest / 127
            }
            found[chunk] = (bytes, scales)
        }
        self.width = width
        bytes = Array(found.results().map(\.bytes).joined())
        scales = Array(found.results().map(\.scales).joined())
    }
}
