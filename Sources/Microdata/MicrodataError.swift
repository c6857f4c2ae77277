@_exported public import ErrorReports

/// What is wrong with a data file. Every case names the place and the remedy; none holds a value of a record.
public enum MicrodataError: Error, Hashable, Sendable {
    /// A field was asked for that the header does not have.
    case unknownField(name: String, source: String, nearest: String?)
    /// A field was asked for, and the line taken for the header has one name, which is another; lines count from 1.
    case otherHeader(name: String, source: String, line: Int)
    /// A field was asked for twice.
    case repeatedField(name: String, source: String)
    /// The file cannot be opened or read; `reason` is the system's.
    case unreadable(source: String, reason: String)
    /// The file was made shorter or written to while it was read.
    case changedWhileRead(source: String)
    /// There is nothing in the file.
    case emptyFile(source: String)
    /// The file has a header and no record.
    case headerOnly(source: String)
    /// No column of the header has a name; lines count from 1.
    case emptyHeader(source: String, line: Int = 1)
    /// Two columns have one name; columns count from 1. The name is left out: without a header it would be a value.
    case duplicateHeader(source: String, columns: [Int], line: Int = 1)
    /// The line taken for the header has values of a person's record, so its text is left out; the field is one that was asked for.
    case recordAsHeader(source: String, line: Int, field: String? = nil)
    /// Records are the header once more; the line of the first.
    case repeatedHeader(source: String, line: Int, records: Int)
    /// After a line without text, the last records have text in one field only; how many records come before them.
    case notesBelow(source: String, line: Int, records: Int, rows: Int)
    /// A record has more or fewer fields than the header; lines count from 1.
    case raggedRow(source: String, line: Int, expected: Int, found: Int, header: Int = 1)
    /// A quoted field is not closed before the end of the file; the line is where its record starts.
    case unclosedQuote(source: String, line: Int, column: Int, name: String?)
    /// Text comes between a closing quote and the next delimiter or line end.
    case textAfterQuote(source: String, line: Int, column: Int, name: String?)
    /// Bytes that are not UTF-8.
    case invalidUTF8(source: String, line: Int, column: Int, name: String?)
    /// A zero byte, as in UTF-16 and in files that are not text.
    case zeroByte(source: String, line: Int, column: Int, name: String?)
    /// A record that takes more bytes than can be held, most likely because a quote is never closed.
    case recordTooLong(source: String, line: Int, limit: Int)
    /// Compressed data that end early or do not decode.
    case damagedCompression(source: String, format: String)
    /// A file of a format that is not delimited text, and what to do with it.
    case otherFormat(source: String, name: String, remedy: String)
    /// A format is read by a command that is not installed.
    case commandMissing(source: String, command: String)
    /// The command that reads a format gave up.
    case commandFailed(source: String, command: String)
    /// More records than can be counted.
    case tooManyRecords(source: String, limit: Int)
    /// The codes and values of some fields take more bytes than may be used.
    case tooLittleMemory(source: String, fields: Int, needed: Int, limit: Int, isEstimate: Bool)
    /// Some of a field's different values cannot be read as dates, where dates are needed.
    case notDates(field: String, source: String, values: Int, of: Int)
    /// Dates were asked for, and none of some fields is one of dates.
    case noDates(fields: [String], source: String)
    /// No date of a field tells which number is the day and which the month.
    case unclearDateOrder(field: String, source: String)
    /// Some of a field's different dates can only have the day first, others only the month.
    case contradictoryDateOrder(field: String, source: String, dayFirst: Int, monthFirst: Int)
    /// Some dates are in numbers and some in another notation, as they do where a program took some of them for others.
    case severalDateNotations(field: String, source: String)
}

extension MicrodataError: Reported {
    /// Where, what was expected, what to do.
    public var report: ErrorReport {
        switch self {
        case .unknownField(let name, let source, let nearest):
            .usage(
                "data.unknown-field", "\(source) has no field '\(name)'.", ErrorReport.didYouMean(nearest),
                at: .init(file: source, field: name))
        case .otherHeader(let name, let source, let line):
            .work(
                "data.other-header",
                "\(source), line \(line): the field '\(name)' is missing; this line was taken for the header and has one name only.",
                "Leave out lines above the header with --skip-lines n, or name the delimiter with --delimiter.",
                at: .init(file: source, line: line, field: name))
        case .repeatedField(let name, let source):
            .usage(
                "data.repeated-field", "\(source): the field '\(name)' was asked for more than once.",
                "name each field once.", at: .init(file: source, field: name))
        case .unreadable(let source, let reason):
            .work("data.unreadable", "\(source): cannot be read: \(reason).", at: .init(file: source))
        case .changedWhileRead(let source):
            .work(
                "data.changed-while-read", "\(source): the file was changed while it was read.",
                "read it again when nothing writes to it, or read a copy.", at: .init(file: source))
        case .emptyFile(let source):
            .work(
                "data.empty-file", "\(source): the file is empty.",
                "a header line and at least one record were expected.", at: .init(file: source))
        case .headerOnly(let source):
            .work(
                "data.header-only", "\(source): there is a header and no record.",
                "at least one record was expected.", at: .init(file: source))
        case .emptyHeader, .duplicateHeader, .recordAsHeader, .repeatedHeader, .notesBelow, .raggedRow: lineReport
        case .unclosedQuote, .textAfterQuote, .invalidUTF8, .zeroByte, .recordTooLong: textReport
        case .damagedCompression, .commandMissing, .commandFailed, .otherFormat: formatReport
        case .tooManyRecords(let source, let limit):
            .work(
                "data.too-many-records", "\(source): more than the \(limit) records that can be counted at once.",
                "split the file.", at: .init(file: source))
        case .tooLittleMemory(let source, let fields, let needed, let limit, let isEstimate):
            .work(
                "data.too-little-memory",
                "\(source): \(fields) \(fields == 1 ? "field takes" : "fields take") \(isEstimate ? "about " : "")\(MemorySize(needed)) of "
                    + "memory, and --memory leaves \(MemorySize(max(limit, 0))) for them.",
                "allow more memory, or name fewer fields.", at: .init(file: source))
        case .notDates, .noDates, .unclearDateOrder, .contradictoryDateOrder, .severalDateNotations: dateReport
        }
    }

    /// What is said of files in another format than text.
    private var formatReport: ErrorReport {
        switch self {
        case .damagedCompression(let source, let format):
            .work(
                "data.damaged-compression", "\(source): the \(format) data end early or are damaged.",
                "copy or compress the file again.", at: .init(file: source))
        case .commandMissing(let source, let command):
            .work(
                "data.command-missing",
                "\(source): files of this format are read by the command '\(command)', which is not on the PATH.",
                "install it (pip install \(command)-cli brings it), or convert the file to CSV.",
                at: .init(file: source))
        case .commandFailed(let source, let command):
            .work(
                "data.command-failed",
                "\(source): the command '\(command)' cannot read the file, which may be damaged or of another format.",
                "see what \(command) (1.2 or later) says of it, or convert the file to CSV.", at: .init(file: source))
        case .otherFormat(let source, let name, let remedy):
            .work("data.other-format", "\(source): this is \(name).", remedy + ".", at: .init(file: source))
        default: preconditionFailure("it is about no format")
        }
    }

    /// What is said of lines that are not as the header, or the header not as one.
    private var lineReport: ErrorReport {
        switch self {
        case .emptyHeader(let source, let line):
            .work(
                "data.empty-header",
                "\(source), line \(line): this line was taken for the header, and it has no name.",
                "give the columns names, or leave out the lines above the header with --skip-lines.",
                at: .init(file: source, line: line))
        case .duplicateHeader(let source, let columns, let line):
            .work(
                "data.duplicate-header",
                "\(source), line \(line): columns \(columns.map(String.init).joined(separator: " and ")) have the same name.",
                "give every column a name of its own, and a file without a header a header.",
                at: .init(file: source, line: line, column: columns.last))
        case .recordAsHeader(let source, let line, let field):
            .work(
                "data.record-as-header",
                "\(source), line \(line): " + (field.map { "the field '\($0)' is missing; " } ?? "")
                    + "this line was taken for the header and looks like a record.",
                "add a header line with the names of the fields"
                    + (line > 1 ? ", or skip fewer lines with --skip-lines." : "."),
                at: .init(file: source, line: line, field: field))
        case .repeatedHeader(let source, let line, let records):
            .work(
                "data.repeated-header",
                "\(source), line \(line): this line repeats the header, as where files were put together.",
                "remove it" + (records == 1 ? "." : " and the \(records - 1) like it."),
                at: .init(file: source, line: line))
        case .notesBelow(let source, let line, let records, let rows):
            .work(
                "data.notes-below",
                "\(source), line \(line): after an empty line, the last "
                    + (records == 1 ? "record has" : "\(records) records have")
                    + " text in one field only, as notes below the data do.",
                "Leave \(records == 1 ? "it" : "them") out with --rows \(rows), or remove the empty line to count "
                    + (records == 1 ? "it." : "them."),
                at: .init(file: source, line: line))
        case .raggedRow(let source, let line, let expected, let found, let header):
            .work(
                "data.ragged-row",
                "\(source), line \(line): expected \(expected) \(expected == 1 ? "field" : "fields") as in line \(header), which was "
                    + "taken for the header, found \(found).",
                "Quote fields that contain the delimiter, or check the delimiter (--delimiter). "
                    + "Leave out lines above the header with --skip-lines n, and notes below the data with --rows n.",
                at: .init(file: source, line: line))
        default: preconditionFailure("it is about no line")
        }
    }

    /// What is said of the text of a record.
    private var textReport: ErrorReport {
        switch self {
        case .unclosedQuote(let source, let line, let column, let name):
            .work(
                "data.unclosed-quote",
                "\(source), line \(line), column \(Self.place(column, name)): a quoted field is never closed.",
                "add the closing quote, or double a quote that belongs to the text.",
                at: .init(file: source, line: line, column: column, field: name))
        case .textAfterQuote(let source, let line, let column, let name):
            .work(
                "data.text-after-quote",
                "\(source), line \(line), column \(Self.place(column, name)): text follows a closing quote; expected a "
                    + "delimiter or the end of the line.",
                "Double a quote that belongs to the text.",
                at: .init(file: source, line: line, column: column, field: name))
        case .invalidUTF8(let source, let line, let column, let name):
            .work(
                "data.invalid-utf8",
                "\(source), line \(line), column \(Self.place(column, name)): bytes that are not UTF-8.",
                "convert the file to UTF-8. A file that Excel saved as CSV is in Windows-1252: "
                    + "iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW.",
                at: .init(file: source, line: line, column: column, field: name))
        case .zeroByte(let source, let line, let column, let name):
            .work(
                "data.zero-byte",
                "\(source), line \(line), column \(Self.place(column, name)): a zero byte, so this is UTF-16 or not a text.",
                "convert the file to UTF-8: iconv -f UTF-16 -t UTF-8 FILE > NEW.",
                at: .init(file: source, line: line, column: column, field: name))
        case .recordTooLong(let source, let line, let limit):
            .work(
                "data.record-too-long", "\(source), line \(line): the record takes more than \(limit) bytes.",
                "look for a quote that is never closed.", at: .init(file: source, line: line))
        default: preconditionFailure("it is about no text")
        }
    }

    /// What is said of dates.
    private var dateReport: ErrorReport {
        switch self {
        case .notDates(let field, let source, let values, let all):
            .work(
                "data.not-dates",
                "\(source): \(values) of the \(all) different values of '\(field)' cannot be read as a date such as "
                    + "2009-03-14, 14/03/2009 or 14-Mar-2009.",
                "Correct the file, name texts that mean 'missing' with --missing-values, or leave the field out.",
                at: .init(file: source, field: field))
        case .noDates(let fields, let source):
            .work(
                "data.no-dates",
                "\(source): --precision is about dates, and \(fields.count == 1 ? "" : "none of ")"
                    + fields.map { "'\($0)'" }.joined(separator: ", ")
                    + " is \(fields.count == 1 ? "not " : "")a field of dates such as 2009-03-14.",
                "leave it out, or name a field of dates.",
                at: .init(file: source, field: fields.count == 1 ? fields[0] : nil))
        case .unclearDateOrder(let field, let source):
            .work(
                "data.unclear-date-order",
                "\(source): the dates of '\(field)' do not tell whether the day or the month comes first.",
                "say it with --dates dmy (31/12/2009), --dates mdy (12/31/2009) or --dates ymd (09-12-31).",
                at: .init(file: source, field: field))
        case .contradictoryDateOrder(let field, let source, let dayFirst, let monthFirst):
            .work(
                "data.contradictory-date-order",
                "\(source): of the different dates of '\(field)', \(dayFirst) can only have the day first and \(monthFirst) only the "
                    + "month.",
                "correct the file, or say the order with --dates dmy or --dates mdy.",
                at: .init(file: source, field: field))
        case .severalDateNotations(let field, let source):
            .work(
                "data.several-date-notations",
                "\(source): the dates of '\(field)' are in numbers and in other notations too, so their order of day and month is not "
                    + "sure.",
                "Write all alike, or say the order with --dates dmy, mdy or ymd.",
                at: .init(file: source, field: field))
        default: preconditionFailure("it is about no date")
        }
    }

    private static func place(_ column: Int, _ name: String?) -> String {
        "\(column)" + (name.map { " ('\($0)')" } ?? "")
    }
}
