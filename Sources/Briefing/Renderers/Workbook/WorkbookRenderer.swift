internal import Foundation
internal import Synchronization

/// Renders a report as a workbook: a cover, contents, notes, and one table to a sheet.
///
/// Tables are at the left edge under one header row and are marked up as tables; no cells are merged, nothing is
/// hidden or shown by colour alone, symbols are in square brackets and are explained above the table.
///
/// Source: Government Analysis Function, Releasing statistics in spreadsheets.
package struct WorkbookRenderer: Sendable {
    /// Seconds since 1970 that the file says it was made at; the same report and time give the same bytes.
    package var created: Int

    /// A renderer of workbooks made at a time in seconds since 1970.
    package init(created: Int) { self.created = created }

    /// The bytes of the workbook.
    ///
    /// - Parameters:
    ///   - report: What it holds.
    ///   - folder: Where parts of it wait, without a name, until they are put together.
    /// - Throws: `WorkbookError` where there is too little room for the parts.
    /// - Complexity: O(cells) time and memory.
    package func render(_ report: Report, partsIn folder: String) throws(WorkbookError) -> [UInt8] {
        let workbook: Result<[UInt8], WorkbookError>? = Self.turn.withLock { _ in
            Workbook.quietly {
                do throws(WorkbookError) {
                    return .success(try bytes(of: report, partsIn: folder))
                } catch {
                    return .failure(error)
                }
            }
        }
        guard let workbook else { throw Self.noMemory }
        return try workbook.get()
    }

    /// One at a time, as the library's words are kept from standard error, which the process has once.
    private static let turn = Mutex(())
    private static var noMemory: WorkbookError { WorkbookError(reason: "there is not enough memory") }

    private func bytes(of report: Report, partsIn folder: String) throws(WorkbookError) -> [UInt8] {
        let file = try WorkbookFile(in: folder)
        defer { file.remove() }
        let path = file.path
        guard let book = Workbook(at: path, partsIn: folder) else { throw Self.noMemory }
        book.setProperties(
            title: report.title.printable, subject: "Statistical disclosure risk", comments: report.banner.printable,
            created: created)
        let formats = WorkbookFormats(book)
        let tables = report.tables
        let names = tables.indices.map { "Table_\($0 + 1)" }
        writeCover(report, WorkbookSheet(book, "Cover", formats))
        writeContents(report, names, WorkbookSheet(book, "Contents", formats))
        writeNotes(report, WorkbookSheet(book, "Notes", formats))
        for (name, table) in zip(names, tables) {
            write(table, report, name: name, WorkbookSheet(book, name, formats))
        }
        try book.close()
        // The library does not notice when the system takes only a part of what waits.
        guard let bytes = FileManager.default.contents(atPath: path).map([UInt8].init), WorkbookCheck.isWhole(bytes)
        else {
            throw WorkbookError(reason: "its parts did not arrive whole; there may be no space left on the device")
        }
        return bytes
    }

    private func writeCover(_ report: Report, _ sheet: WorkbookSheet) {
        sheet.setWidths([100])
        sheet.add(report.title, .heading)
        sheet.add(report.banner, .words)
        for headline in report.headlines { sheet.add(report.text(headline), .words) }
        sheet.add("How this workbook was made", .subheading)
        for fact in report.facts { sheet.add("\(fact.title): \(fact.text)", .words) }
    }

    private func writeContents(_ report: Report, _ names: [String], _ sheet: WorkbookSheet) {
        sheet.setWidths([16, 90])
        sheet.add("Contents", .heading)
        sheet.add("This worksheet contains one table. It lists the other worksheets; each name is a link.", .plain)
        let rows =
            [("Notes", "What the notes and symbols mean")] + zip(names, report.tables).map { ($0, $1.title) }
        sheet.addTable(name: "contents", headers: ["Worksheet", "What it shows"], rows: rows.count) { row, column in
            column == 0 ? .link(rows[row].0) : .cell(.text(rows[row].1))
        }
    }

    private func writeNotes(_ report: Report, _ sheet: WorkbookSheet) {
        sheet.setWidths([16, 100])
        sheet.add("Notes", .heading)
        sheet.add("This worksheet contains one table.", .plain)
        let symbols = Symbol.allCases.map { ($0.shorthand, $0.meaning) }
        let notes = report.workbookNotes.enumerated().map { ("[note \($0.offset + 1)]", $0.element) }
        let rows = symbols + notes
        sheet.addTable(name: "notes", headers: ["Mark", "Meaning"], rows: rows.count) { row, column in
            .cell(.text(column == 0 ? rows[row].0 : rows[row].1))
        }
    }

    private func write(_ table: PublishedTable, _ report: Report, name: String, _ sheet: WorkbookSheet) {
        let widths = table.columns.indices.map { column in
            let longest = table.rows.prefix(1000).map { $0[column].shown.count }.max() ?? 0
            return min(60, max(12, longest + 2, table.columns[column].isNumeric ? 14 : 16))
        }
        sheet.setWidths(widths)
        sheet.add(report.title(of: table), .heading)
        sheet.add("This worksheet contains one table.", .plain)
        sheet.add("Base: \(table.base).", .plain)
        sheet.add("Unit: \(table.unit).", .plain)
        sheet.add("Source: \(table.source).", .plain)
        let marks = table.notes.map { note in
            "[note \((report.workbookNotes.firstIndex(of: note) ?? 0) + 1)]"
        }
        if !marks.isEmpty {
            sheet.add("How to read it: see the worksheet Notes, \(marks.joined(separator: ", ")).", .plain)
        }
        let symbols = table.symbols(in: Array(table.rows.indices)).map { "\($0.shorthand) \($0.meaning)" }
        if !symbols.isEmpty { sheet.add("Symbols: " + symbols.joined(separator: "; ") + ".", .plain) }
        sheet.addTable(
            name: name.lowercased(), headers: table.columns.map(\.title), areNumeric: table.columns.map(\.isNumeric),
            rows: table.rows.count
        ) {
            .cell(table.rows[$0][$1])
        }
    }
}

extension Report {
    /// The different notes of all tables, in reading order.
    var workbookNotes: [String] {
        var notes: [String] = []
        for note in tables.flatMap(\.notes) where !notes.contains(note) { notes.append(note) }
        return notes
    }
}
