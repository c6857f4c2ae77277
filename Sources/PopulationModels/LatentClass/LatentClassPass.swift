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
        let fields = data.fields
        var recordsOfClasses = [Double](repeating: 0, count: classes)
        var recordsOfValues = [Double](repeating: 0, count: data.values * classes)
        var termsOfRow = recordsOfClasses
        var logLikelihood = 0.0
        let isFar = data.values * classes > cachedNumbers
        let (places, weights, shares, chances) = (
            data.places.span, data.weights.span, logShares.span, logChances.span
        )
        var terms = termsOfRow.mutableSpan
        var classSums = recordsOfClasses.mutableSpan
        var valueSums = recordsOfValues.mutableSpan
        for row in range {
            if isFar, row &+ rowsAhead < range.upperBound {
                let ahead = places.extracting((row &+ rowsAhead) &* fields..<(row &+ rowsAhead &+ 1) &* fields)
                prefetch(ahead, classes, chances, valueSums)
            }
            let own = places.extracting(row &* fields..<(row &+ 1) &* fields)
            logarithms(of: own, classes, shares, chances, to: &terms)
            let (largest, sum) = exponentiate(&terms, classes)
            let weight = weights[row]
            logLikelihood += weight * (largest + log(sum))
            let scale = weight / sum
            for c in 0..<classes {
                unsafe terms[unchecked: c] *= scale
                unsafe classSums[unchecked: c] += terms[unchecked: c]
            }
            add(terms, classes, to: &valueSums, at: own)
        }
        return Sums(classes: recordsOfClasses, values: recordsOfValues, logLikelihood: logLikelihood)
    }

    // The tables are indexed by places that were checked against their sizes when the data were made.

    /// Asks for the memory of the values of a row, in both tables.
    @inline(__always)
    private static func prefetch(
        _ row: Span<UInt32>, _ classes: Int, _ chances: Span<Double>, _ sums: borrowing MutableSpan<Double>
    ) {
        unsafe chances.withUnsafeBufferPointer { chances in
            unsafe sums.withUnsafeBufferPointer { sums in
                guard let chance = chances.baseAddress, let sum = sums.baseAddress else { return }
                for field in row.indices {
                    let at = unsafe Int(row[unchecked: field]) &* classes
                    for line in stride(from: 0, to: classes, by: lineNumbers) {
                        unsafe singleout_prefetch(chance + at + line)
                        unsafe singleout_prefetch(sum + at + line)
                    }
                }
            }
        }
    }

    /// The logarithm of each class's share and of its chances of the values of a row, taken together.
    @inline(__always)
    private static func logarithms(
        of row: Span<UInt32>, _ classes: Int, _ shares: Span<Double>, _ chances: Span<Double>,
        to terms: inout MutableSpan<Double>
    ) {
        for c in 0..<classes { unsafe terms[unchecked: c] = shares[unchecked: c] }
        for field in row.indices {
            let at = unsafe Int(row[unchecked: field]) &* classes
            for c in 0..<classes { unsafe terms[unchecked: c] += chances[unchecked: at &+ c] }
        }
    }

    /// Makes numbers of logarithms, so that the largest is 1; returns its logarithm and their sum.
    @inline(__always)
    private static func exponentiate(
        _ terms: inout MutableSpan<Double>, _ classes: Int
    ) -> (largest: Double, sum: Double) {
        var largest = -Double.infinity
        for c in 0..<classes { largest = unsafe max(largest, terms[unchecked: c]) }
        var sum = 0.0
        for c in 0..<classes {
            let value = unsafe exp(terms[unchecked: c] - largest)
            unsafe terms[unchecked: c] = value
            sum += value
        }
        return (largest, sum)
    }

    /// Adds the records of a row in each class to those of its values.
    @inline(__always)
    private static func add(
        _ terms: borrowing MutableSpan<Double>, _ classes: Int, to sums: inout MutableSpan<Double>, at row: Span<UInt32>
    ) {
        for field in row.indices {
            let at = unsafe Int(row[unchecked: field]) &* classes
            for c in 0..<classes { unsafe sums[unchecked: at &+ c] += terms[unchecked: c] }
        }
    }
}
