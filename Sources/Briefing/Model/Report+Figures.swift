/// What findings of a report hold.
extension Figure {
    static let reportTitle = Figure("title", "Title", "The title of the publication.")
    static let banner = Figure("banner", "Banner", "What must be known before anything else.")
    static let headlines = Figure("headlines", "Headlines", "The main findings.")
    static let statementText = Figure("text", "Text", "The statement.")
    static let statementNumbers = Figure(
        "numbers", "Numbers", "The places of the statement's numbers: table/row/column, the rows counted from 0.")
    static let reportSections = Figure("sections", "Sections", "The sections, in reading order.")
    static let sectionName = Figure("name", "Name", "The name of the section.")
    static let sectionHeading = Figure("heading", "Heading", "The heading of the section.")
    static let statements = Figure("statements", "Statements", "What the section says.")
    static let illustrations = Figure("figures", "Charts", "The charts, in reading order.")
    static let illustrationName = Figure("name", "Name", "The name of the chart.")
    static let illustrationNumber = Figure("number", "Number", "The number of the chart, from 1.")
    static let illustrationTitle = Figure("title", "Title", "What the chart says.")
    static let illustrationDescription = Figure("description", "Description", "The chart in words.")
    static let illustrationTable = Figure("table", "Table", "The name of the table with the chart's numbers.")
    static let illustrationNumbers = Figure(
        "numbers", "Numbers",
        "The places of the chart's numbers: table/row/column, the rows counted from 0.")
    static let publishedTables = Figure("tables", "Tables", "The tables, by their names.")
    static let tableNumber = Figure("number", "Number", "The number of the table, from 1.")
    static let tableTitle = Figure("title", "Title", "What the table says.")
    static let tableBase = Figure("base", "Base", "The persons or things that the table is about, and how many.")
    static let tableUnit = Figure("unit", "Unit", "What the numbers count.")
    static let tableSource = Figure("source", "Source", "Where the data are from.")
    static let tableNotes = Figure("notes", "Notes", "How the numbers were made or are to be read.")
    static let tableColumns = Figure("columns", "Columns", "The columns, from left to right.")
    static let columnKey = Figure("key", "Key", "The name of the column in each row.")
    static let columnTitle = Figure("title", "Title", "The heading of the column.")
    static let tableRows = Figure(
        "rows", "Rows",
        "The rows, each with a value by the key of every column; where it is null, the key with 'Reason' gives the reason."
    )
}
