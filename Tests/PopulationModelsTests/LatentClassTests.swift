import Foundation
import Testing

@testable import PopulationModels

struct LatentClassTests {
    private func data(item: UInt64 = 0) throws -> (LatentClassData, PopulationSample) {
        let sample = try KnownPopulation.latentClass.draw(item: item).sample
        return (LatentClassData(try #require(sample.cells)), sample)
    }

    @Test(arguments: [1, 2, 5])
    func objectiveNeverFalls(classes: Int) throws {
        let (data, _) = try data()
        let model = LatentClassModel(data, classes: classes, seed: 3, start: 0)
        let fit = LatentClassFit(data, from: model, steps: 60, tolerance: 0, threads: 1)
        for (last, next) in zip(fit.objectives, fit.objectives.dropFirst()) {
            #expect(next >= last - 1e-9 * abs(last))
        }
    }

    @Test func probabilitiesSumToOne() throws {
        let (data, _) = try data()
        let fit = LatentClassFit(data, classes: 3, seed: 1, threads: 1)
        // Every combination of values once.
        var places: [UInt32] = []
        var rows = 1
        let ends = Array(data.starts.dropFirst()) + [data.values]
        let sizes = zip(data.starts, ends).map { $1 - $0 }
        rows = sizes.reduce(1, *)
        for row in 0..<rows {
            var rest = row
            for (start, size) in zip(data.starts, sizes) {
                places.append(UInt32(start + rest % size))
                rest /= size
            }
        }
        let all = LatentClassData(data, places: places, weights: Array(repeating: 1, count: rows))
        #expect(abs(fit.model.probabilities(all).reduce(0, +) - 1) < 1e-9)
    }

    /// One class is independence.
    @Test func oneClassIsIndependence() throws {
        let (_, sample) = try data()
        let one = try LatentClassEstimator(classes: 1).estimate(sample)
        let names = try #require(sample.cells).fields
        let independent = LogLinearEstimator(.formula(try LogLinearFormula("independence", names: names)))
            .estimate(sample)
        let (value, expected) = (try #require(one.value), try #require(independent.value))
        #expect(abs(value / expected - 1) < 1e-3)
    }

    @Test func schwarzFindsTheClasses() throws {
        let (data, _) = try data()
        #expect(LatentClassFit(data, classes: nil, seed: 1, threads: nil).model.classes == 3)
    }

    @Test func threadsDoNotMatter() throws {
        let (data, _) = try data()
        let one = LatentClassFit(data, classes: 3, seed: 1, threads: 1)
        let three = LatentClassFit(data, classes: 3, seed: 1, threads: 3)
        #expect(one.model.chances == three.model.chances && one.logLikelihood == three.logLikelihood)
    }

    @Test(arguments: [0, 201])
    func classesOutOfRange(classes: Int) {
        #expect(throws: EstimationError.classesOutOfRange(classes, most: 200)) {
            try LatentClassEstimator(classes: classes)
        }
    }
}
