/// A chart as data: which numbers it shows, and what a reader is to see in them.
public struct Illustration: Sendable, Hashable {
    /// The name of its file.
    public let name: String
    /// What the chart says.
    public let title: String
    /// What it shows and how, for who cannot see it.
    public let description: String
    /// What is drawn.
    public let chart: Chart
    /// The table that holds its numbers.
    public let table: String

    /// A chart of the numbers of a table.
    public init(name: String, title: String, description: String, chart: Chart, table: String) {
        self.name = name
        self.title = title
        self.description = description
        self.chart = chart
        self.table = table
    }
}
