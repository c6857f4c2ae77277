import Briefing
import Disclosure

extension SensitiveFigures {
    static let withoutPlace = "a missing value has no place in an order; use --missing exclude"
    static let presentValues =
        "over the values present in each class; a class that lacks a value of the file is infinite by the definition"
    static let boundsMet = "every gain is within its bound"
    static let boundsExceeded = "some gain exceeds its bound, so the file is enhanced beta-like for no beta"

    static func fewerValues(than l: Int) -> String { "a class has fewer than \(l) values, so no c is enough" }

    /// What the enhanced beta is.
    var enhancedBetaConvention: String {
        "the largest bound min(beta, -ln p); "
            + (levels.isEnhancedBetaMet ?? true ? Self.boundsMet : Self.boundsExceeded)
    }

    /// c for each l, where it is finite.
    var recursiveC: [(l: Int, c: Double?)] {
        zip(SensitiveLevels.recursiveL, levels.recursiveC ?? []).map { ($0, $1.isFinite ? $1 : nil) }
    }

    /// The models of a field, and whether records without a value were left out, so that their number is a figure.
    typealias Part = (figures: SensitiveFigures, isExcluding: Bool)

    /// The figures as answers have them.
    static let shape = Shape<Part>(
        .value(.sensitiveRecords) { $0.figures.levels.records },
        .value(ifAny: .sensitiveExcluded) { $0.isExcluding ? $0.figures.levels.excluded : nil },
        .value(.differentValues) { $0.figures.levels.distinctValues },
        .value(.distinctL, or: Subject.noRecords) { $0.figures.levels.distinctL },
        .value(.entropyL, or: Subject.noRecords) { $0.figures.levels.entropyL },
        .value(.entropyEstimator) { $0.figures.levels.entropy.rawValue },
        .numbers(
            .recursiveC, by: .l, of: .c, lack: { fewerValues(than: Int($0) ?? 0) },
            because: { _ in Subject.noRecords }
        ) { part in
            part.figures.levels.recursiveC == nil ? nil : part.figures.recursiveC.map { (String($0.l), $0.c) }
        },
        .value(.alpha, or: Subject.noRecords) { $0.figures.levels.alpha },
        .object(.tCloseness, closenessShape) { $0.figures },
        .value(.deltaDisclosure, or: Subject.noRecords) { $0.figures.levels.deltaDisclosure },
        .value(.deltaDisclosureConvention) { _ in presentValues },
        .value(.classesLackingValues) { $0.figures.levels.classesLackingValues },
        .value(.beta, or: Subject.noRecords) { $0.figures.levels.beta },
        .value(.enhancedBeta, or: Subject.noRecords) { $0.figures.levels.enhancedBeta },
        .value(ifAny: .enhancedBetaMet) { $0.figures.levels.isEnhancedBetaMet },
        .value(ifAny: .enhancedBetaConvention) { part in
            part.figures.levels.isEnhancedBetaMet.map { _ in part.figures.enhancedBetaConvention }
        })

    private static let closenessShape = Shape<SensitiveFigures>(
        .value(.distance) { $0.levels.distance },
        .value(ifAny: .order) { $0.order?.rawValue },
        .value(.t, because: { $0.lacksPlaces ? withoutPlace : Subject.noRecords }) { $0.t })
}
