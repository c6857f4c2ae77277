public import ArgumentParser
import Singleout

extension DatePrecision: ExpressibleByArgument {}

/// Who is a family, and what is known of it as a whole.
struct FamilyOptions: ParsableArguments {
    @Option(.family) var family: String?
    @Option(.infer) var infer: [String]
    @Option(.area) var area: String?

    /// What was asked for.
    var arguments: FamilyRequest {
        var families = FamilyRequest()
        families.family = family
        families.infer = infer
        families.area = area
        return families
    }
}

/// How much of dates is known.
struct PrecisionOptions: ParsableArguments {
    @Option(.precision) var precision: DatePrecision?
}
