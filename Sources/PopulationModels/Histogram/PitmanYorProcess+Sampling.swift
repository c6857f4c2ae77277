internal import Counting
internal import Foundation
internal import Statistics

extension PitmanYorProcess {
    /// The classes of n persons drawn from the process.
    ///
    /// - Complexity: O(n) time; 4 bytes per person and class.
    func classSizes(of n: Int, _ stream: inout RandomStream) -> [UInt32] {
        var classOf = [UInt32](repeating: 0, count: n)
        var sizes: [UInt32] = []
        for person in 0..<n {
            let total = concentration + Double(person)
            let new = concentration + Double(sizes.count) * discount
            var number = UInt32(sizes.count)
            if person > 0, !(stream.nextUnit() * total < new) {
                // The class of an earlier person, taken with probability (size - d) / size.
                repeat {
                    number = classOf[stream.next(below: person)]
                } while stream.nextUnit() * Double(sizes[Int(number)]) < discount
            }
            if Int(number) == sizes.count { sizes.append(1) } else { sizes[Int(number)] += 1 }
            classOf[person] = number
        }
        return sizes
    }

    /// How many of a population are alone in their class, given the classes of a sample of it.
    ///
    /// New classes have together a beta-distributed share of the later persons and among them are a process of their own,
    /// whose uniques have the mean and variance of a normal distribution here; a unique of the sample stays one when no
    /// later person joins it.
    func uniques(of population: Int, given sample: SizeHistogram, _ stream: inout RandomStream) -> Double {
        let (n, u) = (Double(sample.records), Double(sample.classes))
        let later = population - sample.records
        let old = n - u * discount
        guard old > 0,
            let fresh = PitmanYorProcess(
                discount: discount, concentration: concentration + u * discount)
        else { return Double(sample.uniques) }
        let newcomers =
            fresh.concentration > 0
            ? stream.nextBinomial(trials: later, probability: stream.nextBeta(fresh.concentration, old)) : 0
        var uniques = 0.0
        if newcomers > 0 {
            let mean = Double(newcomers) * fresh.uniqueness(of: newcomers)
            let deviation = fresh.varianceOfUniques(of: newcomers).squareRoot()
            uniques = min(max((mean + deviation * stream.nextNormal()).rounded(), 0), Double(newcomers))
        }
        let rest = old - (1 - discount)
        let joined = Double(later - newcomers)
        let stays =
            rest <= 0
            ? (joined == 0 ? 1 : 0)
            : SpecialFunctions.gammaRatio(rest + joined, delta: 1 - discount)
                / SpecialFunctions.gammaRatio(rest, delta: 1 - discount)
        return uniques + Double(stream.nextBinomial(trials: sample.uniques, probability: min(1, stays)))
    }

    /// A sample and the truth about its population.
    func draw(
        _ sample: PopulationSample, _ stream: inout RandomStream, estimate: (SizeHistogram) -> Double?
    ) -> Bootstrap.Draw {
        let drawn = SizeHistogram(sizes: classSizes(of: sample.records, &stream).lazy.map(Int.init))
        let truth = uniques(of: sample.populationSize, given: drawn, &stream)
        return Bootstrap.Draw(truth: truth, estimate: estimate(drawn))
    }
}
