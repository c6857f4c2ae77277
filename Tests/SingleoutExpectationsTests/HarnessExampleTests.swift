import Foundation
import SingleoutExpectations
import Testing

/// What a test harness of somebody else's program may hold; notebooks-text/test-harness.md shows it.
struct HarnessExampleTests {
    /// Nobody is singled out of the file that the program writes; the made-up pupils stand for its output.
    @Test func nobodyIsSingledOut() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(PupilSample(records: 2_000, seed: 7).csv().utf8).write(to: file)

        expect(
            file: file.path, on: ["sex", "fsm"], .kAnonymity(atLeast: 10), .uniqueness(atMost: 0.01),
            .distinctDiversity(atLeast: 2, of: "sen"), .closeness(atMost: 0.2, of: "sen"))
    }

    /// The program's own counts equal those of the slow twin, on a hundred random tables.
    @Test(arguments: UInt64(1)...100)
    func countsAreExact(seed: UInt64) throws {
        let made = SeededTable.random(seed: seed, records: 1...200, fields: 1...4)
        let counted = try SizeHistogram(counting: made.columns)
        #expect(counted == SlowCounting.histogram(of: made.columns), "\(made)")
    }
}
