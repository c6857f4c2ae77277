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
    /// Text stands between a closing quote and the next delimiter or line end.
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
    /// Some of a field's different values are no dates, where dates are needed.
    case notDates(field: String, source: String, values: Int, of: Int)
    /// Dates were asked for, and none of some fields is one of dates.
    case noDates(fields: [String], source: String)
    /// No date of a field tells which number is the day and which the month.
    case unclearDateOrder(field: String, source: String)
    /// Some of a field's different dates can only have the day first, others only the month.
    case contradictoryDateOrder(field: String, source: String, dayFirst: Int, monthFirst: Int)
    /// Dates in numbers stand beside dates in another notation, as they do where a program took some of them for others.
    case severalDateNotations(field: String, source: String)
}

extension MicrodataError: CustomStringConvertible {
    /// One or two sentences for a person: where, what was expected, what to do.
    public var description: String {
        switch self {
        case .unknownField(let name, let source, let nearest):
            "\(source): there is no field '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? ".")
        case .otherHeader(let name, let source, let line):
            "\(source), line \(line): there is no field '\(name)'; this line was taken for the header and has one name only. Leave out "
                + "lines above the header with --skip-lines n, or name the delimiter with --delimiter."
        case .repeatedField(let name, let source):
            "\(source): the field '\(name)' was asked for more than once; name each field once."
        case .unreadable(let source, let reason): "\(source): cannot be read: \(reason)."
        case .changedWhileRead(let source):
            "\(source): the file was changed while it was read; read it again when nothing writes to it, or read a copy."
        case .emptyFile(let source):
            "\(source): the file is empty; a header line and at least one record were expected."
        case .headerOnly(let source): "\(source): there is a header and no record; at least one record was expected."
        case .emptyHeader(let source, let line):
            "\(source), line \(line): this line was taken for the header, and it has no name; give the columns names, or leave "
                + "out the lines above the header with --skip-lines."
        case .duplicateHeader(let source, let columns, let line):
            "\(source), line \(line): columns \(columns.map(String.init).joined(separator: " and ")) have the same name; "
                + "give every column a name of its own, and a file without a header a header."
        case .recordAsHeader(let source, let line, let field):
            "\(source), line \(line): " + (field.map { "there is no field '\($0)'; " } ?? "")
                + "this line was taken for the header and looks like a record; add a header line with the names of the fields"
                + (line > 1 ? ", or skip fewer lines with --skip-lines." : ".")
        case .repeatedHeader(let source, let line, let records):
            "\(source), line \(line): this line repeats the header, as where files were put together; remove it"
                + (records == 1 ? "." : " and the \(records - 1) like it.")
        case .notesBelow(let source, let line, let records, let rows):
            "\(source), line \(line): after an empty line, the last "
                + (records == 1 ? "record has" : "\(records) records have")
                + " text in one field only, as notes below the data do; leave "
                + (records == 1 ? "it" : "them") + " out with --rows \(rows), or remove the empty line to count "
                + (records == 1 ? "it." : "them.")
        case .raggedRow(let source, let line, let expected, let found, let header):
            "\(source), line \(line): expected \(expected) \(expected == 1 ? "field" : "fields") as in line \(header), which was taken "
                + "for the header, found \(found); quote fields that contain the delimiter, or check the delimiter (--delimiter); "
                + "leave out lines above the header with --skip-lines n, and notes below the data with --rows n."
        case .unclosedQuote(let source, let line, let column, let name):
            "\(source), line \(line), column \(Self.place(column, name)): a quoted field is never closed; "
                + "add the closing quote, or double a quote that belongs to the text."
        case .textAfterQuote(let source, let line, let column, let name):
            "\(source), line \(line), column \(Self.place(column, name)): text follows a closing quote; expected a "
                + "delimiter or the end of the line. Double a quote that belongs to the text."
        case .invalidUTF8(let source, let line, let column, let name):
            "\(source), line \(line), column \(Self.place(column, name)): bytes that are not UTF-8; convert the "
                + "file to UTF-8. A file that Excel saved as CSV is in Windows-1252: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW."
        case .zeroByte(let source, let line, let column, let name):
            "\(source), line \(line), column \(Self.place(column, name)): a zero byte, so this is UTF-16 or not a text; "
                + "convert the file to UTF-8: iconv -f UTF-16 -t UTF-8 FILE > NEW."
        case .recordTooLong(let source, let line, let limit):
            "\(source), line \(line): the record takes more than \(limit) bytes; look for a quote that is never closed."
        case .damagedCompression(let source, let format):
            "\(source): the \(format) data end early or are damaged; copy or compress the file again."
        case .commandMissing(let source, let command):
            "\(source): files of this format are read by the command '\(command)', which is not on the PATH; install it (pip install "
                + "\(command)-cli brings it), or convert the file to CSV."
        case .commandFailed(let source, let command):
            "\(source): the command '\(command)' cannot read the file, which may be damaged or of another format; see what "
                + "\(command) (1.2 or later) says of it, or convert the file to CSV."
        case .otherFormat(let source, let name, let remedy): "\(source): this is \(name); \(remedy)."
        case .tooManyRecords(let source, let limit):
            "\(source): more than the \(limit) records that can be counted at once; split the file."
        case .tooLittleMemory(let source, let fields, let needed, let limit, let isEstimate):
            "\(source): \(fields) \(fields == 1 ? "field takes" : "fields take") \(isEstimate ? "about " : "")\(MemorySize(needed)) of memory, and "
                + "--memory leaves \(MemorySize(max(limit, 0))) for them; allow more memory, or name fewer fields."
        case .notDates(let field, let source, let values, let all):
            "\(source): \(values) of the \(all) different values of '\(field)' \(values == 1 ? "is no date" : "are no dates") such as "
                + "2009-03-14, 14/03/2009 or 14-Mar-2009; correct the file, name texts that mean 'missing' with --missing-values, or "
                + "leave the field out."
        case .noDates(let fields, let source):
            "\(source): --precision is about dates, and \(fields.count == 1 ? "" : "none of ")"
                + fields.map { "'\($0)'" }.joined(separator: ", ")
                + " is \(fields.count == 1 ? "no" : "a") field of dates such as 2009-03-14; leave it out, or name a field of dates."
        case .unclearDateOrder(let field, let source):
            "\(source): the dates of '\(field)' do not tell whether the day or the month comes first; say it with --dates dmy "
                + "(31/12/2009), --dates mdy (12/31/2009) or --dates ymd (09-12-31)."
        case .contradictoryDateOrder(let field, let source, let dayFirst, let monthFirst):
            "\(source): of the different dates of '\(field)', \(dayFirst) can only have the day first and \(monthFirst) only the month; "
                + "correct the file, or say the order with --dates dmy or --dates mdy."
        case .severalDateNotations(let field, let source):
            "\(source): the dates of '\(field)' are in numbers and in other notations too, so their order of day and month is not "
                + "sure; write all alike, or say the order with --dates dmy, mdy or ymd."
        }
    }

    private static func place(_ column: Int, _ name: String?) -> String {
        "\(column)" + (name.map { " ('\($0)')" } ?? "")
    }
}
