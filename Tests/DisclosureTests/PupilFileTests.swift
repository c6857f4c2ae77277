import Counting
import Disclosure
import Foundation
import Microdata
import SingleoutTesting
import Testing

/// A real pupil file of 216 records, which is not part of this package; skipped where it is not beside it.
@Suite(.enabled(if: PupilFile.text != nil, "needs ../shared/reference/students_math.csv beside the package"))
struct PupilFileTests {
    private func quasiIdentifiers() throws -> [Column] {
        try columns(["Teacher", "Gender", "Ethnic", "Freeredu", "wesson"])
    }

    private func columns(_ names: [String]) throws -> [Column] {
        let lines = try #require(PupilFile.text).split(whereSeparator: \.isNewline)
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        return try names.map { name in
            let field = try #require(lines[0].firstIndex(of: name))
            return Column(name: name, values: lines[1...].map { $0[field] })
        }
    }

    @Test func published() throws {
        let histogram = try SizeHistogram(counting: quasiIdentifiers())
        #expect(histogram.records == 216)
        #expect(histogram.classes == 46)
        #expect(histogram.k == 1)
        #expect(histogram.meanRisk == 46.0 / 216)
    }

    /// The whole lattice has the same last line, whatever the number of threads.
    @Test(arguments: [1, 2, 3])
    func lattice(threads: Int) throws {
        let columns = try quasiIdentifiers()
        let lattice = try CombinationLattice(counting: columns, threads: threads)
        #expect(lattice.entries.count == 31)
        #expect(lattice.entries.last?.histogram == (try SizeHistogram(counting: columns)))
    }

    /// What pyCANON publishes for its example, with t over the order of the scores.
    @Test func sensitiveScore() throws {
        let score = try columns(["Score"])[0]
        let classes = try EquivalenceClasses(of: quasiIdentifiers())
        let profile = SensitiveProfile(of: score, in: classes, ranks: ValueOrder(score).ranks)
        let levels = SensitiveLevels(profile, distance: OrderedDistance(profile))
        #expect(levels.alpha == 1)
        #expect(levels.distinctL == 1)
        #expect(levels.entropyL == 1)
        #expect(levels.beta == 71)
        #expect(abs((levels.enhancedBeta ?? 0) - 5.375278407684164) < 1e-14)
        #expect(abs((levels.deltaDisclosure ?? 0) - 4.276666119016055) < 1e-14)
        #expect(abs((levels.t ?? 0) - 0.4165919952210274) < 1e-15)
    }
}
