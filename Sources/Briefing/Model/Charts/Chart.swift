/// What a figure draws; every length is the number at a reference.
package enum Chart: Sendable, Hashable {
    /// Bars from left to right under each other, with intervals where there are any.
    case rankedBars(RankedBars)
    /// Upright bars side by side: how something is distributed over classes.
    case distribution(Distribution)
    /// For each group a line from its lowest to its highest value, with the middle one marked.
    case ranges(Ranges)
    /// Which fields each combination holds, under a bar for what it does.
    case combinationMatrix(CombinationMatrix)
    /// Lines from left to right, each in a band that shows how sure it is.
    case bands(Bands)
    /// Squares in rows and columns, the darker the larger the number in them.
    case heatMap(HeatMap)

    /// Bars of shares or numbers, the longest first as a rule.
    package struct RankedBars: Sendable, Hashable {
        /// One bar.
        package struct Bar: Sendable, Hashable {
            /// What the bar is about.
            package let label: String
            /// Its length.
            package let value: CellReference
            /// The ends of an interval around it.
            package let interval: Interval?

            /// A bar, with an interval or without.
            package init(_ label: String, _ value: CellReference, interval: Interval? = nil) {
                self.label = label
                self.value = value
                self.interval = interval
            }
        }

        /// The ends of an interval.
        package struct Interval: Sendable, Hashable {
            /// The lower end.
            package let low: CellReference
            /// The upper end.
            package let high: CellReference

            /// An interval from one number to another.
            package init(_ low: CellReference, _ high: CellReference) {
                self.low = low
                self.high = high
            }
        }

        /// What the lengths are.
        package let axis: String
        /// The bars, from top to bottom.
        package let bars: [Bar]

        /// Bars from top to bottom.
        package init(axis: String, bars: [Bar]) {
            self.axis = axis
            self.bars = bars
        }
    }

    /// Counts or shares by class.
    package struct Distribution: Sendable, Hashable {
        /// One class.
        package struct Bar: Sendable, Hashable {
            /// The class.
            package let label: String
            /// The height.
            package let value: CellReference
            /// Whether the bar is one that the title speaks of.
            package let isMarked: Bool

            /// A class with its number.
            package init(_ label: String, _ value: CellReference, isMarked: Bool = false) {
                self.label = label
                self.value = value
                self.isMarked = isMarked
            }
        }

        /// What the classes are.
        package let classes: String
        /// What the heights are.
        package let axis: String
        /// The bars, from left to right.
        package let bars: [Bar]

        /// Bars from left to right.
        package init(classes: String, axis: String, bars: [Bar]) {
            self.classes = classes
            self.axis = axis
            self.bars = bars
        }
    }

    /// Shares by group, each from the lowest to the highest.
    package struct Ranges: Sendable, Hashable {
        /// One group.
        package struct Group: Sendable, Hashable {
            /// The group.
            package let label: String
            /// The lowest value.
            package let low: CellReference
            /// The middle value.
            package let middle: CellReference
            /// The highest value.
            package let high: CellReference

            /// A group with its values.
            package init(_ label: String, low: CellReference, middle: CellReference, high: CellReference) {
                self.label = label
                self.low = low
                self.middle = middle
                self.high = high
            }
        }

        /// What the groups are.
        package let groups: String
        /// What the heights are.
        package let axis: String
        /// The groups, from left to right.
        package let columns: [Group]

        /// Groups from left to right.
        package init(groups: String, axis: String, columns: [Group]) {
            self.groups = groups
            self.axis = axis
            self.columns = columns
        }
    }

    /// Combinations of fields with what they do.
    ///
    /// Source: Lex, Gehlenborg, Strobelt, Vuillemot & Pfister, UpSet: visualization of intersecting sets, 2014.
    package struct CombinationMatrix: Sendable, Hashable {
        /// One combination.
        package struct Column: Sendable, Hashable {
            /// The positions of its fields, ascending.
            package let members: [Int]
            /// The height of its bar.
            package let value: CellReference

            /// A combination with its number.
            package init(members: [Int], value: CellReference) {
                self.members = members
                self.value = value
            }
        }

        /// The fields, from top to bottom.
        package let fields: [String]
        /// What the heights are.
        package let axis: String
        /// The combinations, from left to right.
        package let columns: [Column]

        /// Combinations from left to right over fields from top to bottom.
        package init(fields: [String], axis: String, columns: [Column]) {
            self.fields = fields
            self.axis = axis
            self.columns = columns
        }
    }
}
