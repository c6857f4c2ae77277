internal import Foundation
internal import Statistics

/// A latent-class model: `p(x) = sum_c share_c prod_j chance_{c j x_j}`.
///
/// The parameters are the mode of a posterior: each class has a Dirichlet prior of weight `1/C` and within each class the
/// values of a field have one of weight 1 in proportion to their shares in the sample, so that no value is impossible and a
/// class without records is like the whole sample.
///
/// Source: Manrique-Vallier & Reiter, Estimating identification disclosure risk using mixed membership models, JASA 107, 2012.
package struct LatentClassModel: Sendable {
    /// C, the number of classes.
    package let classes: Int
    /// The share of the population in each class.
    public internal(set) var shares: [Double]
    /// For each value of each field (row) its chance in each class (column), row by row.
    public internal(set) var chances: [Double]

    /// A seeded start: the classes are the whole sample with each chance moved by a random factor.
    ///
    /// The factor follows from the field's name and the value, so that the order of records and fields does not enter.
    init(_ data: LatentClassData, classes: Int, seed: UInt64, start: Int) {
        self.classes = classes
        shares = Array(repeating: 1 / Double(classes), count: classes)
        chances = Array(repeating: 0, count: data.values * classes)
        for value in 0..<data.values {
            var stream = RandomStream(
                seed: seed, purpose: BootstrapPurpose.latentClassStart &+ (UInt64(start) << 16), item: data.marks[value]
            )
            for c in 0..<classes {
                let factor = classes == 1 ? 1 : stream.nextGamma(shape: 2)
                chances[value * classes + c] = data.shares[value] * factor
            }
        }
        normalise(data)
    }

    /// The M step.
    ///
    /// - Returns: The change of the logarithm of the prior's density since the last model, for the objective.
    mutating func maximise(_ data: LatentClassData, _ sums: LatentClassPass.Sums) {
        let prior = 1 / Double(classes)
        let total = sums.classes.reduce(0) { $0 + $1 + prior }
        for c in 0..<classes { shares[c] = (sums.classes[c] + prior) / total }
        for value in 0..<data.values {
            for c in 0..<classes {
                chances[value * classes + c] = sums.values[value * classes + c] + data.shares[value]
            }
        }
        normalise(data)
    }

    /// The logarithm of the prior's density up to a constant.
    func logPrior(_ data: LatentClassData) -> Double {
        var sum = shares.reduce(0) { $0 + log($1) } / Double(classes)
        for value in 0..<data.values where data.shares[value] > 0 {
            for c in 0..<classes { sum += data.shares[value] * log(chances[value * classes + c]) }
        }
        return sum
    }

    /// p(x) of each row.
    ///
    /// - Complexity: O(rows x fields x classes) time.
    func probabilities(_ data: LatentClassData) -> [Double] {
        var terms = [Double](repeating: 0, count: classes)
        return (0..<data.rows).map { row in
            for c in 0..<classes { terms[c] = shares[c] }
            for field in 0..<data.fields {
                let at = Int(data.places[row * data.fields + field]) * classes
                for c in 0..<classes { terms[c] *= chances[at + c] }
            }
            return terms.reduce(0, +)
        }
    }

    private mutating func normalise(_ data: LatentClassData) {
        for field in data.starts.indices {
            let end = field + 1 < data.starts.count ? data.starts[field + 1] : data.values
            for c in 0..<classes {
                var sum = 0.0
                for value in data.starts[field]..<end { sum += chances[value * classes + c] }
                for value in data.starts[field]..<end { chances[value * classes + c] /= sum }
            }
        }
    }
}
