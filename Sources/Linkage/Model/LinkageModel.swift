internal import Foundation

/// The model of Fellegi and Sunter: how likely a pair of records is one person, from the levels of its fields.
///
/// `weight = log2(p/(1 - p)) + sum over fields of log2(m/u)`, `probability = 2^weight / (1 + 2^weight)`. A field of which
/// a value is missing adds nothing (missing at random). Fields are taken as independent among matches and among others,
/// so fields that go together, such as area and postcode, overstate the evidence.
///
/// Source: Fellegi & Sunter, A theory for record linkage, JASA 64 (1969), 1183-1210.
package struct LinkageModel: Sendable, Hashable {
    /// The probability that a random pair of a query and a record is one person.
    package var prevalence: Double
    /// The fields, in the order in which they are compared.
    package var fields: [FieldModel]

    /// A model of fields.
    package init(prevalence: Double, fields: [FieldModel]) {
        self.prevalence = prevalence
        self.fields = fields
    }

    /// The weight of a pair before any field is looked at, in bits.
    package var priorWeight: Double { Self.log2(prevalence / (1 - prevalence)) }

    /// The probability that goes with a match weight in bits.
    package static func probability(weight: Double) -> Double { 1 / (1 + exp2(-weight)) }

    static func log2(_ value: Double) -> Double { Foundation.log2(value) }
}
