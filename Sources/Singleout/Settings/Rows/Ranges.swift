import Microdata
import PopulationModels

extension NumberRange<Int> {
    /// Persons, records and other things that a population has some of.
    static let persons = NumberRange(PopulationSample.sizeRange)
}

extension NumberRange<Double> {
    /// A share, none and all included.
    static let share = NumberRange(0.0...1)
    /// A share that is not none.
    static let shareAboveZero = NumberRange(above: 0, upTo: 1)
}
