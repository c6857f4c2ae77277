internal import Statistics

/// A distribution of whole numbers as a table of 1,024 equally likely values.
package struct IntegerQuantiles: Sendable {
    private let values: [Int32]

    /// A table of a quantile function, which is asked in the middle of 1,024 equally likely cells.
    init(_ quantile: (Double) -> Double) {
        values = (0..<1_024).map { Int32(quantile((Double($0) + 0.5) / 1_024).rounded()) }
    }

    /// The mean.
    var mean: Double { Double(values.reduce(0) { $0 + Int($1) }) / 1_024 }

    /// A value from the lowest ten bits of a random number.
    package func value(_ bits: UInt64) -> Int { Int(values[Int(bits & 1_023)]) }

    /// The quantile function of the exponential distribution.
    static func exponential(mean: Double) -> IntegerQuantiles {
        IntegerQuantiles { -mean * PortableMath.log(1 - $0) }
    }

    /// The quantile function of the log-normal distribution.
    static func logNormal(median: Double, sigma: Double) -> IntegerQuantiles {
        IntegerQuantiles { median * PortableMath.exp(sigma * PortableMath.normalQuantile($0)) }
    }
}
