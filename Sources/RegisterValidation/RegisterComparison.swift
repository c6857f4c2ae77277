internal import Microdata
package import PupilRegister

/// A register beside the published figures: what agrees, what does not, and what cannot be compared.
///
/// The files are read as any user would read them, and the manifest of the folder first. The last census is compared with
/// most figures, earlier ones with those of their own year.
package struct RegisterComparison: Sendable {
    /// How the register was made.
    package let settings: RegisterSettings
    /// The years of its censuses.
    package let years: [Int]
    /// Pupils on roll in the last census.
    package let pupils: Int
    /// The files of the register with their rows, as the manifest states them; those that are read have as many.
    package let files: [Manifest.File]
    /// Every published figure, in the order of the table.
    package let checks: [ValidationCheck]

    /// The least pupils of a register that stands for the whole country.
    package static let wholeCountry = 7_200_000
    /// Why a figure of the whole country has no counterpart in a smaller register.
    static let partOnly = "the figure depends on the size of the country, and this register is a part of one"

    /// Compares the register in a folder with the published figures.
    ///
    /// - Parameters:
    ///   - path: The folder: a manifest, at least one census, `schools`, `areas`, `addresses`, `enrolments` and
    ///     `truth/families`, compressed or not.
    ///   - threads: The number of threads; all cores when `nil`. The result does not depend on it.
    ///   - progress: The file that is read, its bytes so far and in all, now and then, from any thread.
    /// - Throws: `RegisterError` for a folder that is none of a register or not whole; `MicrodataError` for a mistake in
    ///   a file.
    /// - Complexity: O(rows) time; about 400 bytes per pupil of the last census, the mapped file included.
    package init(
        ofFolder path: String, threads: Int? = nil,
        progress: (@Sendable (_ file: String, _ bytes: Int, _ all: Int?) -> Void)? = nil
    ) throws {
        let source = try ValidationSource(path, threads: threads, progress: progress)
        settings = source.manifest.settings
        files = source.manifest.files
        years = source.censusYears
        guard let last = years.last else {
            throw RegisterError.missingFile(path: path + "/census-\(settings.lastYear).\(source.manifest.format)")
        }
        let published = PublishedFigures()
        var measurements = Measurements(published)
        for year in years.dropLast() where published.all.contains(where: { $0.basis == .year && $0.year == year }) {
            let census = try CensusRecords(source, year: year, further: [])
            try Self.measureYear(census, source, &measurements)
        }
        let census = try CensusRecords(source, year: last, further: CensusRecords.furtherFields)
        pupils = census.count
        try Self.measureYear(census, source, &measurements)
        try PopulationChecks.measure(census, source, &measurements)
        try SchoolChecks.measure(census, source, &measurements)
        try AreaChecks.measure(census, source, &measurements)
        BirthChecks.measure(census, &measurements)
        try NameChecks.measure(census, &measurements)
        try NeedChecks.measure(census, source, &measurements)
        try UniquenessChecks.measure(census, source, &measurements)
        let index = PupilIndex(try census.serials(in: source))
        let families = try FamilyRecords(source, census: census, index: index)
        FamilyChecks.measure(census, families, &measurements)
        try SiblingChecks.measure(census, families, &measurements)
        try MobilityChecks.measure(census, index, source, &measurements)
        checks = published.all.map { figure in
            ValidationCheck(figure, measurements.findings[figure.key] ?? .none(Self.reason(for: figure)))
        }
    }

    /// How many figures came out with a verdict.
    package func count(_ verdict: ValidationCheck.Verdict) -> Int { checks.count { $0.verdict == verdict } }

    /// Whether no target is missed.
    package var isMet: Bool { count(.missed) == 0 }

    /// Measures what is published for the year of a census.
    private static func measureYear(
        _ census: CensusRecords, _ source: ValidationSource, _ measurements: inout Measurements
    ) throws {
        try PopulationChecks.measureYear(census, source, &measurements)
        EthnicityChecks.measureYear(census, &measurements)
        NeedChecks.measureYear(census, &measurements)
    }

    private static func reason(for figure: PublishedFigure) -> String {
        precondition(figure.basis == .year, "nothing measures the figure '\(figure.key)'")
        return "the register has no census of the figure's year"
    }
}
