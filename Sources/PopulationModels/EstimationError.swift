package import ErrorReports

/// Why an estimate cannot be asked for as it was.
package enum EstimationError: Error, Hashable, Sendable {
    /// The population must have at least as many persons as the sample has records.
    case populationTooSmall(size: Int, records: Int)
    /// A sampling fraction must be above 0 and up to 1.
    case fractionOutOfRange(Double)
    /// A bootstrap needs at least this many draws.
    case tooFewDraws(Int, least: Int)
    /// A bootstrap makes at most this many draws.
    case tooManyDraws(Int, most: Int)
    /// A sampling fraction means more persons than a population can have.
    case populationTooLarge(fraction: Double, most: Int)
    /// A latent-class model needs at least one class and at most this many.
    case classesOutOfRange(Int, most: Int)
    /// A formula of a log-linear model cannot be read; the place is counted from 1.
    case formula(place: Int, expected: String)
    /// A formula names a field that is not among the quasi-identifiers.
    case formulaField(name: String, nearest: String?)
    /// A size of a population to look at must be at least 1.
    case sizeOutOfRange(Int)
}

extension EstimationError: Reported {
    /// What was asked, why not, what to do instead.
    package var report: ErrorReport {
        switch self {
        case .populationTooSmall(let size, let records):
            .usage(
                "estimate.population-too-small",
                "A population of \(size) cannot contain the \(records) records of the sample.",
                "give the number of persons that the sample was drawn from.")
        case .fractionOutOfRange(let fraction):
            .usage(
                "estimate.fraction-out-of-range",
                "A sampling fraction must be above 0 and up to 1, not \(fraction): it is records / persons.")
        case .tooFewDraws(let draws, let least):
            .usage(
                "estimate.too-few-draws", "\(draws) draws are too few for an interval.",
                "ask for at least \(least), or for 0 to have none.")
        case .tooManyDraws(let draws, let most):
            .usage("estimate.too-many-draws", "\(draws) draws are too many.", "ask for at most \(most).")
        case .populationTooLarge(let fraction, let most):
            .usage(
                "estimate.population-too-large",
                "The records as the share \(fraction) of a population make it larger than \(most) persons.",
                "give the share that the sample was drawn with.")
        case .classesOutOfRange(let classes, let most):
            .usage(
                "estimate.classes-out-of-range", "A latent-class model needs 1 to \(most) classes, not \(classes).")
        case .formula(let place, let expected):
            .usage(
                "estimate.formula",
                "The formula of the log-linear model cannot be read at character \(place): expected \(expected).",
                "Write fields with + between terms and * between fields that interact, as in \"a*b+c\".")
        case .formulaField(let name, let nearest):
            .usage(
                "estimate.formula-field", "The formula names '\(name)', which is not among the quasi-identifiers.",
                ErrorReport.didYouMean(nearest, or: "add it there or leave it out."), at: .init(field: name))
        case .sizeOutOfRange(let size):
            .usage("estimate.size-out-of-range", "A size of a population must be at least 1, not \(size).")
        }
    }
}
