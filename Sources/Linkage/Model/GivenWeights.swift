/// The probabilities of a Fellegi-Sunter model that are known beforehand, so that nothing is fitted.
package struct GivenWeights: Sendable, Hashable {
    /// The probabilities of one field's levels.
    package struct Field: Sendable, Hashable {
        /// Among pairs of one person, the best level first.
        package var m: [Double]
        /// Among pairs of two persons.
        package var u: [Double]

        /// The probabilities of a field's levels.
        package init(m: [Double], u: [Double]) { (self.m, self.u) = (m, u) }
    }

    /// The probability that a random pair of a query and a record is one person, above 0 and below 1.
    package var prevalence: Double
    /// The fields by name; each compared field needs one.
    package var fields: [String: Field]
    /// Whether agreement on a rare value says more than `u`, and on a common one less.
    package var isFrequencyAdjusted: Bool

    /// Probabilities by field.
    package init(prevalence: Double, fields: [String: Field], isFrequencyAdjusted: Bool = true) {
        (self.prevalence, self.fields, self.isFrequencyAdjusted) = (prevalence, fields, isFrequencyAdjusted)
    }

    /// The model of some fields.
    ///
    /// - Throws: `LinkageError.weights` when a field has none, or not one above 0 and up to 1 for each level.
    func model(_ compared: [LinkedField]) throws(LinkageError) -> LinkageModel {
        if !(prevalence > 0 && prevalence < 1) { throw .prevalence }
        var models: [FieldModel] = []
        for field in compared {
            guard let own = fields[field.name] else { throw .weights(field: field.name, comparator: field.comparator) }
            for shares in [own.m, own.u] {
                guard shares.count == field.comparator.levels, shares.allSatisfy({ $0 > 0 && $0 <= 1 }),
                    (shares.reduce(0, +) - 1).magnitude < 0.01
                else { throw .weights(field: field.name, comparator: field.comparator) }
            }
            models.append(FieldModel(name: field.name, comparator: field.comparator, m: own.m, u: own.u))
        }
        return LinkageModel(prevalence: prevalence, fields: models)
    }
}
