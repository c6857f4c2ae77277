import Briefing
import Disclosure

extension SensitiveFigures {
    static let withoutPlace = "a missing value has no place in an order; use --missing exclude"
    static let presentValues =
        "over the values present in each class; a class that lacks a value of the file is infinite by the definition"
    static let boundsMet = "the largest bound min(beta, -ln p); every gain is within its bound"
    static let boundsExceeded =
        "the largest bound min(beta, -ln p); some gain exceeds its bound, so the file is enhanced beta-like for no beta"

    static func fewerValues(than l: Int) -> String { "a class has fewer than \(l) values, so no c is enough" }

    /// What the enhanced beta is.
    var enhancedBetaConvention: String {
        levels.isEnhancedBetaMet ?? true ? Self.boundsMet : Self.boundsExceeded
    }

    /// c for each l, where it is finite.
    var recursiveC: [(l: Int, c: Double?)] {
        zip(SensitiveLevels.recursiveL, levels.recursiveC ?? []).map { ($0, $1.isFinite ? $1 : nil) }
    }

    /// The figures as a JSON object.
    ///
    /// - Parameter isExcluding: Whether records without a value were left out, so that their number is a figure.
    func json(isExcluding: Bool) -> JSONValue {
        func real(_ name: String, _ value: Double?) -> [JSONValue.Member] {
            .init(name, .real(orNull: value), or: Subject.noRecords)
        }
        var members: [JSONValue.Member] = [.init("records", .integer(levels.records))]
        if isExcluding { members.append(.init("excluded", .integer(levels.excluded))) }
        members.append(.init("values", .integer(levels.distinctValues)))
        members += .init("distinctL", .integer(orNull: levels.distinctL), or: Subject.noRecords)
        members += real("entropyL", levels.entropyL)
        members.append(.init("entropy", .string(levels.entropy.rawValue)))
        members += .init(
            "recursiveC",
            levels.recursiveC == nil
                ? .null
                : .object(
                    recursiveC.flatMap { l, c in
                        [JSONValue.Member](String(l), .real(orNull: c), or: Self.fewerValues(than: l))
                    }), or: Subject.noRecords)
        members += real("alpha", levels.alpha)
        var closeness: [JSONValue.Member] = [.init("distance", .string(levels.distance))]
        if let order { closeness.append(.init("order", .string(order.rawValue))) }
        closeness += .init("t", .real(orNull: t), or: lacksPlaces ? Self.withoutPlace : Subject.noRecords)
        members.append(.init("tCloseness", .object(closeness)))
        members += real("deltaDisclosure", levels.deltaDisclosure)
        members += [
            .init("deltaDisclosureConvention", .string(Self.presentValues)),
            .init("classesLackingValues", .integer(levels.classesLackingValues)),
        ]
        members += real("beta", levels.beta) + real("enhancedBeta", levels.enhancedBeta)
        if let isMet = levels.isEnhancedBetaMet {
            members += [
                .init("enhancedBetaMet", .bool(isMet)),
                .init("enhancedBetaConvention", .string(enhancedBetaConvention)),
            ]
        }
        return .object(members)
    }
}
