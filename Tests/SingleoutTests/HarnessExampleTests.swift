import Foundation
import Singleout
import SingleoutTesting
import Testing

/// What a test harness of somebody else's program may hold; notebooks-text/test-harness.md shows it.
struct HarnessExampleTests {
    /// The release that the program writes meets its policy; the made-up pupils stand for its output.
    @Test func releaseMeetsItsPolicy() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(PupilSample(records: 2_000, seed: 7).csv().utf8).write(to: file)

        var arguments = AnalysisArguments()
        arguments.data = file.path
        arguments.quasiIdentifiers = ["sex", "fsm"]
        arguments.minK = 5
        arguments.maxUniqueness = 0.01
        for rule in try AnalysisPlan(arguments).check().rules {
            #expect(rule.isMet, "\(rule.rule): \(rule.found ?? 0) found, \(rule.limit) stated")
        }
    }

    /// The program's own counts equal those of the slow twin, on a hundred random tables.
    @Test(arguments: UInt64(1)...100)
    func countsAreExact(seed: UInt64) throws {
        let made = SeededTable.random(seed: seed, records: 1...200, fields: 1...4)
        let counted = try SizeHistogram(counting: made.columns)
        #expect(counted == SlowCounting.histogram(of: made.columns), "\(made)")
    }
}
