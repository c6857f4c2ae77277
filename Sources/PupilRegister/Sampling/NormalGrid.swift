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
    /// Parts of each of the two outermost cells, where the quantile function is far from a line.
    private static let tailParts = 256
    private static let stepsPerUnit = 256
    private let quantiles: [Int32]
    /// The quantiles of the lowest cell's parts; those of the highest are the same, turned round.
    private let tail: [Int32]
    private let probabilities: [UInt32]

    /// Builds both tables.
    init() {
        func quantile(_ p: Double) -> Int32 {
            // The outermost point is where half of a tenth of a millionth is left.
            Int32((PortableMath.normalQuantile(min(max(p, 5e-8), 1 - 5e-8)) * Self.scale).rounded())
        }
        quantiles = (0...Self.cells).map { quantile(Double($0) / Double(Self.cells)) }
        tail = (0...Self.tailParts).map { quantile(Double($0) / Double(Self.tailParts * Self.cells)) }
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
        let part = (bits >> 12) & 0xFFFF
        if cell == 0 { return tailQuantile(part) }
        if cell == Self.cells - 1 { return -tailQuantile(0xFFFF - part) }
        return Self.between(quantiles[cell], quantiles[cell + 1], Int64(part))
    }

    private func tailQuantile(_ part: UInt64) -> Int32 {
        let place = Int(part >> 8)
        return Self.between(tail[place], tail[place + 1], Int64(part & 0xFF) << 8)
    }

    /// A number between two, a part of 2^16 of the way.
    private static func between(_ low: Int32, _ high: Int32, _ part: Int64) -> Int32 {
        Int32(Int64(low) + (((Int64(high) - Int64(low)) * part) >> 16))
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
