/// A chart as data: which numbers it shows, and what a reader is to see in them.
package struct Illustration: Sendable, Hashable {
    /// The name of its file.
    package let name: String
    /// What the chart says.
    package let title: String
    /// What it shows and how, for who cannot see it.
    package let description: String
    /// What is drawn.
    package let chart: Chart
    /// The table that holds its numbers.
    package let table: String

    /// A chart of the numbers of a table.
    package init(name: String, title: String, description: String, chart: Chart, table: String) {
        self.name = name
        self.title = title
        self.description = description
        self.chart = chart
        self.table = table
    }
}
