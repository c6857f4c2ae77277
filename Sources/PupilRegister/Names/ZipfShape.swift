/// The Zipf-Mandelbrot law: frequencies that fall with `1 / (rank + offset)^(quarters / 4)`, rank from 0.
///
/// The exponent is a number of quarters so that square roots are enough to evaluate it: unlike general powers they are
/// the same to the last bit on every machine.
struct ZipfShape: Sendable {
    /// What is added to the rank; above 0.
    let offset: Double
    /// The exponent in quarters, at least 0.
    let quarters: Int

    /// The frequencies of the ranks `0..<count`, summing to 1.
    func shares(_ count: Int) -> [Double] {
        let weights = (0..<count).map { rank in
            let base = Double(rank) + offset
            let root = base.squareRoot()
            var power = 1.0
            for _ in 0..<quarters / 4 { power *= base }
            if quarters % 4 >= 2 { power *= root }
            if quarters % 2 == 1 { power *= root.squareRoot() }
            return 1 / power
        }
        let total = weights.reduce(0, +)
        return weights.map { $0 / total }
    }

    /// The shapes that a table holds in the columns `prefix_offset` and `prefix_quarters`.
    static func columns(of table: ParameterTable, prefix: String) -> [ZipfShape] {
        zip(
            table.numbers("\(prefix)_offset", in: 0.001...1e6), table.integers("\(prefix)_quarters", in: 0...12)
        ).map(ZipfShape.init)
    }
}
