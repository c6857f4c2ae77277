/// An axis from 0 to a round number.
struct ChartScale {
    /// Round steps from 0, the last at or above the largest value.
    let ticks: [Double]

    /// The largest value of the axis.
    var end: Double { ticks.last ?? 1 }

    /// An axis for values of at least 0, in about five steps; shares do not go beyond 1.
    init(to largest: Double, isShare: Bool) {
        let least = isShare ? 0.01 : 1
        let largest = largest > 0 ? isShare ? min(largest, 1) : largest : least
        var power = 1.0
        while power * 10 <= largest / 5 { power *= 10 }
        while power > largest / 5 { power /= 10 }
        // One of 1, 2, 2.5, 5 and 10 powers brings the number of steps nearest to five.
        let step = [1, 2, 2.5, 5, 10].map { $0 * power }.first { largest / $0 <= 5.000_001 } ?? power * 10
        let count = Int((largest / step - 1e-9).rounded(.up))
        ticks = (0...max(1, count)).map { Double($0) * step }
    }

    /// A tick's number.
    func label(_ tick: Double, isShare: Bool) -> String {
        let value = isShare ? tick * 100 : tick
        let step = (ticks.count > 1 ? ticks[1] : 1) * (isShare ? 100 : 1)
        var decimals = 0
        var scaled = step
        while decimals < 6, abs(scaled - scaled.rounded()) > 1e-6 {
            decimals += 1
            scaled *= 10
        }
        return NumberText.real(value, decimals: decimals) + (isShare ? " %" : "")
    }
}
