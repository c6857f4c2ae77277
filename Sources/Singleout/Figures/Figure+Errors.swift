internal import Briefing

/// What the JSON of an error says.
extension Figure {
    static let errorCode = Figure(
        "code", "Code", "The name of the error, which stays the same when its words change, such as data.unknown-field."
    )
    static let errorKind = Figure(
        "kind", "Kind", "usage where what was asked for is wrong, work where it could not be done.")
    static let errorMessage = Figure("message", "Message", "What is wrong, and where.")
    static let errorRemedy = Figure("remedy", "Remedy", "What to do.")
    static let exitStatus = Figure("exitStatus", "Exit status", "The status that the command ends with: 64 or 2.")
    static let errorFile = Figure("file", "File", "The file with the fault, as it was named.")
    static let errorLine = Figure("line", "Line", "The line of the file, from 1.")
    static let errorRow = Figure("row", "Row", "The row below the header, from 1.")
    static let errorColumn = Figure("column", "Column", "The column of the file, from 1.")
    static let errorField = Figure("field", "Field", "The field that the error is about.")
}
