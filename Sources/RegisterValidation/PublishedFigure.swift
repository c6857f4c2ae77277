/// A published figure that a register is compared with, and how close it must be.
package struct PublishedFigure: Hashable, Sendable {
    /// What a value is.
    package enum Unit: String, Hashable, Sendable {
        /// A share of 1, shown in per cent; differences are in percentage points.
        case share
        /// A number; differences are relative.
        case number
    }

    /// How close a register must be.
    package enum Target: String, Hashable, Sendable {
        /// Within 2 % of the figure, or half a percentage point of a share.
        case marginal
        /// Within 5 % of the figure.
        case quantile
        /// Within 10 percentage points, and on the predicted side.
        case uniqueness
        /// Within 3 percentage points, or 3 % of a number.
        case sibling
        /// Within an interval that was published.
        case range
        /// Shown without a target.
        case none
    }

    /// On which side of the figure a register must be.
    package enum Direction: String, Hashable, Sendable {
        case lower
        case higher
        case either = ""
    }

    /// With what a figure is compared.
    package enum Basis: String, Hashable, Sendable {
        /// The last census, as it stands.
        case same
        /// The census of the figure's own year only.
        case year
        /// The last census, as shares of a whole of another year.
        case shape
        /// The last census, after scaling by the ratio of the overall levels.
        case scaled
    }

    /// A name that is unique among the figures.
    package let key: String
    /// The section of the table.
    package let group: ValidationGroup
    /// What it is, in words.
    package let name: String
    /// The value; `nil` where nothing was published.
    package let value: Double?
    /// The unit of the value.
    package let unit: Unit
    /// How near the value should be.
    package let target: Target
    /// The tolerance, where it is not the target's own: points of a share, a share of a number, or half of a range.
    package let tolerance: Double?
    /// On which side of the published value it is expected.
    package let direction: Direction
    /// The year that it is of.
    package let year: Int
    /// What the comparison rests on.
    package let basis: Basis
    /// Where it was published.
    package let source: String
    /// What a reader should know when a register differs; may be empty.
    package let note: String

    /// How far a register may be from an expected value.
    ///
    /// - Parameter expected: The figure, scaled where it is of another year.
    /// - Returns: The greatest absolute difference; `nil` without a target.
    package func allowance(_ expected: Double) -> Double? {
        let size = expected.magnitude
        if let tolerance { return unit == .share || target == .range ? tolerance : tolerance * size }
        switch target {
        case .marginal: return unit == .share ? max(0.02 * size, 0.005) : 0.02 * size
        case .quantile: return 0.05 * size
        case .uniqueness: return 0.10
        case .sibling: return unit == .share ? 0.03 : 0.03 * size
        case .range, .none: return nil
        }
    }
}
