extension Chart {
    /// Numbers over time, each with the ends of an interval.
    package struct Bands: Sendable, Hashable {
        /// One number at one time.
        package struct Point: Sendable, Hashable {
            /// The number.
            package let value: CellReference
            /// The ends of an interval around it; without numbers there the line has no band.
            package let interval: RankedBars.Interval

            /// A number with the ends of its interval.
            package init(_ value: CellReference, interval: RankedBars.Interval) {
                self.value = value
                self.interval = interval
            }
        }

        /// One line.
        package struct Series: Sendable, Hashable {
            /// What the line is about.
            package let name: String
            /// Its points, one for each mark of the axis.
            package let points: [Point]
            /// Whether the line is one that the title speaks of.
            package let isMarked: Bool

            /// A line of points.
            package init(_ name: String, points: [Point], isMarked: Bool = false) {
                self.name = name
                self.points = points
                self.isMarked = isMarked
            }
        }

        /// What the marks from left to right are.
        package let times: String
        /// What the heights are.
        package let axis: String
        /// The marks, from left to right.
        package let marks: [String]
        /// The lines, that with the highest end first as a rule.
        package let series: [Series]

        /// Lines over marks from left to right.
        ///
        /// - Parameters:
        ///   - times: What the marks are.
        ///   - axis: What the heights are.
        ///   - marks: From left to right.
        ///   - series: The lines; each has as many points as there are marks.
        package init(times: String, axis: String, marks: [String], series: [Series]) {
            precondition(series.allSatisfy { $0.points.count == marks.count }, "a line needs a point for every mark")
            self.times = times
            self.axis = axis
            self.marks = marks
            self.series = series
        }
    }
}
