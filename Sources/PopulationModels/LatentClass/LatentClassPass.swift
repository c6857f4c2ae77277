internal import CKernels
internal import Foundation
internal import Microdata

/// One pass of EM over the distinct rows.
///
/// With X the matrix of zeros and ones that has a one for each field of a row, the E step is the product `X log(Theta)^T` and
/// the M step `R^T X`. X holds as many ones per row as there are fields, so both products are taken over the ones alone:
/// 2 x fields x classes operations per row, where a dense `gemm` takes 4 x values x classes; at 10 fields with 10 values each
/// that is a tenth. Rows are cut into stripes by their number alone and the sums of the stripes added in order, so that the
/// number of threads does not enter.
///
/// The rows of both tables lie anywhere in them. Where the tables exceed a core's cache, waiting for memory is most of the
/// time, so that they are asked for a few rows ahead.
enum LatentClassPass {
    /// How many rows ahead memory is asked for.
    private static let rowsAhead = 3
    /// Tables of so many numbers stay in a core's cache: 256 KiB.
    private static let cachedNumbers = 1 << 15
    /// The numbers of a cache line.
    private static let lineNumbers = 8

    /// The sums of a pass.
    struct Sums: Sendable {
        /// The expected records of each class.
        var classes: [Double]
        /// The expected records of each value (row) in each class (column).
        var values: [Double]
        /// The log-likelihood of the records.
        var logLikelihood: Double
    }

    /// The E step and the sums of the M step.
    ///
    /// - Complexity: O(rows x fields x classes) time.
    static func run(_ data: LatentClassData, _ model: LatentClassModel, threads: Int?) -> Sums {
        let classes = model.classes
        let logShares = model.shares.map { log($0) }
        let logChances = model.chances.map { log($0) }
        let stripes = max(1, min(16, data.rows / 16_384, (1 << 24) / max(data.values * classes, 1)))
        let slots = DisjointBuffer<Sums?>(stripes)
        Workers(threads).run(stripes) { _, stripe in
            let range = data.rows * stripe / stripes..<data.rows * (stripe + 1) / stripes
            slots[stripe] = sums(data, range, classes, logShares, logChances)
        }
        var all = slots.results()
        var total = all.removeFirst()
        for other in all {
            total.logLikelihood += other.logLikelihood
            for index in total.classes.indices { total.classes[index] += other.classes[index] }
            for index in total.values.indices { total.values[index] += other.values[index] }
        }
        return total
    }

    private static func sums(
        _ data: LatentClassData, _ range: Range<Int>, _ classes: Int, _ logShares: [Double], _ logChances: [Double]
    ) -> Sums {
        var sums = Sums(
            classes: Array(repeating: 0, count: classes),
            values: Array(repeating: 0, count: data.values * classes), logLikelihood: 0)
        let fields = data.fields
        var terms = [Double](repeating: 0, count: classes)
        var logLikelihood = 0.0
        // The three tables are indexed by places that were checked against their sizes when the data were made.
        unsafe data.places.withUnsafeBufferPointer { places in
            unsafe logChances.withUnsafeBufferPointer { chances in
                unsafe sums.values.withUnsafeMutableBufferPointer { values in
                    unsafe terms.withUnsafeMutableBufferPointer { terms in
                        let isFar = data.values * classes > cachedNumbers
                        for row in range {
                            if isFar, row &+ rowsAhead < range.upperBound {
                                for field in 0..<fields {
                                    let at = unsafe Int(places[(row &+ rowsAhead) &* fields &+ field]) &* classes
                                    if let chance = chances.baseAddress, let value = values.baseAddress {
                                        for line in stride(from: 0, to: classes, by: lineNumbers) {
                                            unsafe singleout_prefetch(chance + at + line)
                                            unsafe singleout_prefetch(value + at + line)
                                        }
                                    }
                                }
                            }
                            for c in 0..<classes { unsafe terms[c] = logShares[c] }
                            for field in 0..<fields {
                                let at = unsafe Int(places[row &* fields &+ field]) &* classes
                                for c in 0..<classes { unsafe terms[c] += chances[at &+ c] }
                            }
                            var largest = -Double.infinity
                            for c in 0..<classes { largest = unsafe max(largest, terms[c]) }
                            var sum = 0.0
                            for c in 0..<classes {
                                let value = unsafe exp(terms[c] - largest)
                                unsafe terms[c] = value
                                sum += value
                            }
                            let weight = data.weights[row]
                            logLikelihood += weight * (largest + log(sum))
                            let scale = weight / sum
                            for c in 0..<classes {
                                unsafe terms[c] *= scale
                                sums.classes[c] += unsafe terms[c]
                            }
                            for field in 0..<fields {
                                let at = unsafe Int(places[row &* fields &+ field]) &* classes
                                for c in 0..<classes { unsafe values[at &+ c] += terms[c] }
                            }
                        }
                    }
                }
            }
        }
        sums.logLikelihood = logLikelihood
        return sums
    }
}
