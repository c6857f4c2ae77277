import Counting
import Foundation
import PopulationModels

/// The numbers of Tests/ReferenceValues/estimators.json.
struct EstimatorReference: Decodable, Sendable {
    struct Pitman: Decodable, Sendable {
        let theta: Double
        let alpha: Double
        let uniques: Double
    }

    struct Slide: Decodable, Sendable {
        let alpha: Double
        let beta: Double
        let classes: Double
        let uniques: Double
    }

    struct Case: Decodable, Sendable {
        let sizes: [String: Int]
        let population: Int
        let zayatz: Double
        let pitman: Pitman
        let shlosserClasses: Double
        let slide: Slide
        let theta: Double

        func sample() throws -> PopulationSample {
            try PopulationSample(
                histogram: SizeHistogram(
                    classesBySize: sizes.compactMap { entry in Int(entry.key).map { (size: $0, classes: entry.value) } }
                ),
                populationSize: population)
        }
    }

    let cases: [Case]

    static func all() throws -> [Case] {
        try JSONDecoder().decode(EstimatorReference.self, from: data("estimators.json")).cases
    }

    static func data(_ name: String) throws -> Data {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return try Data(contentsOf: tests.appending(path: "ReferenceValues").appending(path: name))
    }
}
