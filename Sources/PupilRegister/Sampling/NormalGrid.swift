internal import Statistics

/// Standard normal numbers and their probabilities on a grid, by integer arithmetic alone.
///
/// Numbers are multiples of 2^-16, so that their products with factors on a grid of 2^-20 and sums of a few of them are
/// exact in double precision: whatever order a linear algebra library adds them in, the result is the same.
struct NormalGrid: Sendable {
    /// Numbers per unit.
    static let scale = 65_536.0
    /// The largest number in absolute value, in units.
    static let limit = 8

    private static let cells = 4_096
    private static let stepsPerUnit = 256
    private let quantiles: [Int32]
    private let probabilities: [UInt32]

    /// Builds both tables.
    init() {
        quantiles = (0...Self.cells).map { cell in
            // The outermost cells end where half of a tenth of a millionth is left.
            let p = min(max(Double(cell) / Double(Self.cells), 5e-8), 1 - 5e-8)
            return Int32((PortableMath.normalQuantile(p) * Self.scale).rounded())
        }
        // Simpson's rule over the density, from the left end.
        let step = 1 / Double(Self.stepsPerUnit)
        func density(_ z: Double) -> Double { PortableMath.exp(-z * z / 2) }
        var sums = [0.0]
        for index in 0..<(2 * Self.limit * Self.stepsPerUnit) {
            let left = Double(index) * step - Double(Self.limit)
            let area = (density(left) + 4 * density(left + step / 2) + density(left + step)) * step / 6
            sums.append(sums[index] + area)
        }
        let total = sums[sums.count - 1]
        probabilities = sums.map { UInt32(($0 / total * Double(UInt32.max)).rounded()) }
    }

    /// A standard normal number, times `scale`, from 28 random bits: the quantile function between 4,096 cells, linear
    /// within each.
    func quantile(_ bits: UInt64) -> Int32 {
        let cell = Int(bits & 0xFFF)
        let part = Int64(bits >> 12 & 0xFFFF)
        let low = Int64(quantiles[cell])
        let high = Int64(quantiles[cell + 1])
        return Int32(low + (high - low) * part >> 16)
    }

    /// The probability of a smaller number, times 2^16, in `[0, 65535]`.
    ///
    /// - Parameter z: A number on a grid of at most 36 fractional bits.
    func rank(_ z: Double) -> UInt16 {
        let place = (z + Double(Self.limit)) * Double(Self.stepsPerUnit)
        if place <= 0 { return 0 }
        let last = probabilities.count - 1
        if place >= Double(last) { return .max }
        let cell = Int(place)
        let part = place - Double(cell)
        let low = Double(probabilities[cell])
        let high = Double(probabilities[cell + 1])
        return UInt16(truncatingIfNeeded: Int(low + (high - low) * part) >> 16)
    }
}
