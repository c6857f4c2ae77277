/// Random numbers of the usual distributions, each exact.
extension RandomStream {
    /// A number above 0 and below 1.
    package mutating func nextOpenUnit() -> Double { (Double(next() >> 12) + 0.5) * 0x1p-52 }

    /// A standard normal number, by the inverse of the distribution.
    package mutating func nextNormal() -> Double { NormalDistribution.quantile(nextOpenUnit()) }

    /// A gamma number of scale 1.
    ///
    /// - Parameter shape: Must be above 0.
    ///
    /// Source: Marsaglia & Tsang, A simple method for generating gamma variables, 2000.
    package mutating func nextGamma(shape: Double) -> Double {
        precondition(shape > 0, "a gamma number needs a shape above 0, not \(shape)")
        if shape < 1 {
            // Gamma(shape + 1) times U^(1/shape); below 1e-300 it is 0, as small shapes often are.
            let larger = nextGamma(shape: shape + 1)
            return larger * power(nextOpenUnit(), 1 / shape)
        }
        let d = shape - 1.0 / 3
        let c = 1 / (9 * d).squareRoot()
        while true {
            let x = nextNormal()
            let root = 1 + c * x
            if root <= 0 { continue }
            let v = root * root * root
            if logarithm(nextOpenUnit()) < x * x / 2 + d - d * v + d * logarithm(v) { return d * v }
        }
    }

    /// A beta number.
    ///
    /// - Parameters:
    ///   - a: Must be above 0.
    ///   - b: Must be above 0.
    package mutating func nextBeta(_ a: Double, _ b: Double) -> Double {
        let x = nextGamma(shape: a)
        let y = nextGamma(shape: b)
        return x + y == 0 ? (chance(a / (a + b)) ? 1 : 0) : x / (x + y)
    }

    /// A Poisson number.
    ///
    /// - Parameter mean: Must be at least 0.
    ///
    /// Large means are cut by a gamma number, the time of an event near the end.
    ///
    /// Source: Ahrens & Dieter, Computer methods for sampling from gamma, beta, Poisson and binomial distributions, 1974.
    package mutating func nextPoisson(mean: Double) -> Int {
        precondition(mean >= 0 && mean < 1e15, "a Poisson number needs a mean from 0 to 1e15, not \(mean)")
        var left = mean
        var count = 0
        while left > 12 {
            let events = Int(left * 7 / 8)
            let time = nextGamma(shape: Double(events))
            if time > left { return count + nextBinomial(trials: events - 1, probability: left / time) }
            count += events
            left -= time
        }
        let least = exponential(-left)
        var product = nextOpenUnit()
        while product > least {
            count += 1
            product *= nextOpenUnit()
        }
        return count
    }

    /// A binomial number.
    ///
    /// - Parameters:
    ///   - trials: Must be at least 0.
    ///   - probability: Must be in `[0, 1]`.
    ///
    /// Many trials are halved by a beta number, the value of the middle of as many uniform ones.
    ///
    /// Source: Ahrens & Dieter 1974, as for `nextPoisson`.
    package mutating func nextBinomial(trials: Int, probability: Double) -> Int {
        precondition(
            trials >= 0 && probability >= 0 && probability <= 1, "\(trials) trials of probability \(probability)")
        var (left, share, count) = (trials, probability, 0)
        while left > 16, share > 0, share < 1 {
            // A mean below 12 is found faster by the lengths of the gaps between successes.
            if Double(left) * min(share, 1 - share) < 12 { break }
            let middle = left / 2 + 1
            let value = nextBeta(Double(middle), Double(left + 1 - middle))
            if value >= share {
                left = middle - 1
                share /= value
            } else {
                count += middle
                left -= middle
                share = (share - value) / (1 - value)
            }
            share = min(max(share, 0), 1)
        }
        if share == 0 { return count }
        if share == 1 { return count + left }
        return count + (share <= 0.5 ? successes(left, share) : left - successes(left, 1 - share))
    }

    /// Binomial successes by the geometric gaps between them; the probability is at most a half.
    private mutating func successes(_ trials: Int, _ share: Double) -> Int {
        let rate = logarithmOfOnePlus(-share)
        if rate == 0 { return 0 }
        var count = 0
        var place = 0.0
        while true {
            place += (logarithm(nextOpenUnit()) / rate).rounded(.down) + 1
            if place > Double(trials) { return count }
            count += 1
        }
    }
}
