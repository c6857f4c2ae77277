public import Disclosure
public import Microdata

/// The models of one sensitive field, and what its values were ordered by.
public struct SensitiveFigures: Hashable, Sendable {
    /// What each model says.
    public let levels: SensitiveLevels
    /// What the values were ordered by; `nil` unless the distance is the ordered one.
    public let order: ValueOrder.Kind?
    /// Whether a missing value is among the values of an order, in which it has no place.
    public let lacksPlaces: Bool

    init(levels: SensitiveLevels, order: ValueOrder.Kind? = nil, lacksPlaces: Bool = false) {
        self.levels = levels
        self.order = order
        self.lacksPlaces = lacksPlaces
    }

    /// t, or no answer where a missing value has no place in the order.
    var t: Double? { lacksPlaces ? nil : levels.t }
}
