import Disclosure
import Foundation
import Microdata
import Testing

/// The histories of the town against a script that lists every set of events (ReferenceValues/histories.py).
struct HistoryReferenceTests {
    struct Reference: Decodable {
        struct Value: Decodable {
            struct Known: Decodable {
                let events: Int
                let share: Double
                let uniques: Int
                let meanRisk: Double
            }

            let precision: Int
            let matching: HistoryMatching
            let pupils: Int
            let whole: Int
            let known: [Known]
        }

        let values: [Value]
    }

    @Test func town() throws {
        let reference = try ReferenceFile.decode("histories.json", as: Reference.self)
        #expect(reference.values.count == 6)
        let town = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "datasets/town/enrolments.csv")
        let table = try DelimitedReading().table(fromFileAt: town.path)
        let dates = try table.column(named: "from")
        for value in reference.values {
            let precisions: [Int: DatePrecision] = [10: .day, 7: .month, 4: .year]
            let precision = try #require(precisions[value.precision])
            let histories = try PupilHistories(
                of: table.column(named: "pupil_number"),
                events: [
                    try table.column(named: "school"), try dates.coarsened(to: precision, source: table.source),
                ], order: dates)
            let found = HistoryUniqueness(histories, known: [1, 2, 3, 4], matching: value.matching)
            #expect(found.pupils == value.pupils && found.whole == value.whole)
            for (known, expected) in zip(found.known, value.known) {
                #expect(known.events == expected.events && known.best?.uniques == expected.uniques)
                #expect(abs(known.share - expected.share) < 1e-12)
                #expect(abs((known.best?.meanRisk ?? 0) - expected.meanRisk) < 1e-12)
            }
        }
    }
}
