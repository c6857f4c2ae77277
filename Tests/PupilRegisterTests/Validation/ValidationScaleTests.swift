import Microdata
import Testing

@testable import PupilRegister
@testable import RegisterValidation

/// A register of a hundredth of the country against the published figures.
///
/// A value may be off by its target and three standard errors by chance. Of the registers with seeds 1 to 100, 7 have a figure
/// that is off by more, so that another seed would fail with a probability of 7 % (95 % interval after Clopper and Pearson:
/// 2.9 to 13.9 %). The seed is fixed, so that the test fails only when the generator or the table changes.
struct ValidationScaleTests {
    private static let validation = Result {
        let folder = try GeneratedFolder(RegisterSettings(scale: 0.01, firstYear: 2016, lastYear: 2016, seed: 1))
        return try RegisterComparison(ofFolder: folder.path)
    }

    /// Figures that the generator is known not to meet, each with a note in the table.
    private static let known: Set<String> = ["age10.p5"]

    @Test func everyTargetIsMetUpToChance() throws {
        for check in try Self.validation.get().checks where !Self.known.contains(check.figure.key) {
            guard let generated = check.generated, let expected = check.expected,
                let allowance = check.figure.allowance(expected)
            else { continue }
            let difference = abs(generated - expected)
            #expect(
                difference <= allowance + 3 * (check.error ?? 0) + 1e-9,
                "\(check.figure.key): \(generated), expected \(expected)")
        }
    }

    @Test func mostFiguresHaveAVerdict() throws {
        let validation = try Self.validation.get()
        #expect(validation.count(.met) >= 130)
        #expect(validation.count(.missed) <= 12)
    }

    /// The register has the structure that independence lacks: twins share birthdays, siblings share homes.
    @Test func uniquenessIsBelowIndependence() throws {
        let checks = try Self.validation.get().checks.filter { $0.figure.direction == .lower && $0.generated != nil }
        #expect(checks.count >= 3)
        for check in checks { #expect(check.verdict == .met, "\(check.figure.key)") }
    }

    @Test func theAnswerDoesNotDependOnThreads() throws {
        let folder = try GeneratedFolder.town.get()
        let one = try RegisterComparison(ofFolder: folder.path, threads: 1)
        let three = try RegisterComparison(ofFolder: folder.path, threads: 3)
        #expect(one.checks == three.checks)
        #expect(one.years == Array(2012...2017))
    }

    @Test(arguments: [FileCompression.gzip, .zstd])
    func compressedFilesAreRead(compression: FileCompression) throws {
        let settings = try RegisterSettings(pupils: 1_000, firstYear: 2016, lastYear: 2016, seed: 2)
        let plain = try GeneratedFolder(settings)
        let compressed = try GeneratedFolder(settings, compression: compression)
        #expect(
            try RegisterComparison(ofFolder: plain.path).checks == RegisterComparison(ofFolder: compressed.path).checks)
    }
}
