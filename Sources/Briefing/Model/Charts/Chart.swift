/// What a figure draws; every length is the number at a reference.
public enum Chart: Sendable, Hashable {
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
    public struct RankedBars: Sendable, Hashable {
        /// One bar.
        public struct Bar: Sendable, Hashable {
            /// What the bar is about.
            public let label: String
            /// Its length.
            public let value: CellReference
            /// The ends of an interval around it.
            public let interval: Interval?

            /// A bar, with an interval or without.
            public init(_ label: String, _ value: CellReference, interval: Interval? = nil) {
                self.label = label
                self.value = value
                self.interval = interval
            }
        }

        /// The ends of an interval.
        public struct Interval: Sendable, Hashable {
            /// The lower end.
            public let low: CellReference
            /// The upper end.
            public let high: CellReference

            /// An interval from one number to another.
            public init(_ low: CellReference, _ high: CellReference) {
                self.low = low
                self.high = high
            }
        }

        /// What the lengths are.
        public let axis: String
        /// The bars, from top to bottom.
        public let bars: [Bar]

        /// Bars from top to bottom.
        public init(axis: String, bars: [Bar]) {
            self.axis = axis
            self.bars = bars
        }
    }

    /// Counts or shares by class.
    public struct Distribution: Sendable, Hashable {
        /// One class.
        public struct Bar: Sendable, Hashable {
            /// The class.
            public let label: String
            /// The height.
            public let value: CellReference
            /// Whether the bar is one that the title speaks of.
            public let isMarked: Bool

            /// A class with its number.
            public init(_ label: String, _ value: CellReference, isMarked: Bool = false) {
                self.label = label
                self.value = value
                self.isMarked = isMarked
            }
        }

        /// What the classes are.
        public let classes: String
        /// What the heights are.
        public let axis: String
        /// The bars, from left to right.
        public let bars: [Bar]

        /// Bars from left to right.
        public init(classes: String, axis: String, bars: [Bar]) {
            self.classes = classes
            self.axis = axis
            self.bars = bars
        }
    }

    /// Shares by group, each from the lowest to the highest.
    public struct Ranges: Sendable, Hashable {
        /// One group.
        public struct Group: Sendable, Hashable {
            /// The group.
            public let label: String
            /// The lowest value.
            public let low: CellReference
            /// The middle value.
            public let middle: CellReference
            /// The highest value.
            public let high: CellReference

            /// A group with its values.
            public init(_ label: String, low: CellReference, middle: CellReference, high: CellReference) {
                self.label = label
                self.low = low
                self.middle = middle
                self.high = high
            }
        }

        /// What the groups are.
        public let groups: String
        /// What the heights are.
        public let axis: String
        /// The groups, from left to right.
        public let columns: [Group]

        /// Groups from left to right.
        public init(groups: String, axis: String, columns: [Group]) {
            self.groups = groups
            self.axis = axis
            self.columns = columns
        }
    }

    /// Combinations of fields with what they do.
    ///
    /// Source: Lex, Gehlenborg, Strobelt, Vuillemot & Pfister, UpSet: visualization of intersecting sets, 2014.
    public struct CombinationMatrix: Sendable, Hashable {
        /// One combination.
        public struct Column: Sendable, Hashable {
            /// The positions of its fields, ascending.
            public let members: [Int]
            /// The height of its bar.
            public let value: CellReference

            /// A combination with its number.
            public init(members: [Int], value: CellReference) {
                self.members = members
                self.value = value
            }
        }

        /// The fields, from top to bottom.
        public let fields: [String]
        /// What the heights are.
        public let axis: String
        /// The combinations, from left to right.
        public let columns: [Column]

        /// Combinations from left to right over fields from top to bottom.
        public init(fields: [String], axis: String, columns: [Column]) {
            self.fields = fields
            self.axis = axis
            self.columns = columns
        }
    }
}
