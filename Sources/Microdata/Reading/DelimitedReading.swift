internal import CKernels

/// How a delimited file is read into a table of dictionary codes.
///
/// CSV by RFC 4180, read leniently where that loses nothing: lines end at LF, CRLF, or CR alone; quoted fields may hold
/// delimiters, line ends and doubled quotes; a quote inside an unquoted field is an ordinary character; there may be a
/// UTF-8 byte-order mark and a first line such as `sep=;`; the last line may lack its end. A line without text is a record
/// with a missing value in a file of one column; in any other it is left out and counted (`Table.facts`), as is one of
/// delimiters only. Blanks belong to the values. gzip and zstd, of one or more members or frames, are recognised by content.
///
/// A column without a name is not read. Where every record has one field more than the header, the first column has no name,
/// unless the last cell is empty in all records, which is left out then.
///
/// A file that is changed while it is read, made shorter or written to, is an error, never an answer. A plain file is read piece by
/// piece; it is mapped, which is faster, in a program that has called `guardMappedFiles`.
///
/// Files whose names end in `.sav`, `.zsav`, `.dta` or `.sas7bdat` are those of SPSS, Stata and SAS: missing values of any kind are
/// missing, and dates are written as in ISO 8601. The value labels of a field are its values where they keep all its codes apart;
/// where a label is empty, cut off by the format, equal to another or to a code as it is written, the codes are its values. Files
/// whose names end in `.parquet` are read by the command `duckdb`, which must be on the PATH. The delimiter does not matter for them.
public struct DelimitedReading: Sendable {
    /// The delimiter; when `nil`, the one of `, ; tab |` that cuts the header into the most fields. An ASCII character
    /// other than a quote and a line end.
    public var delimiter: UInt8?
    /// Contents that mean a missing value, quoted or not; all of them share one code.
    public var missingValues: Set<String> = [""]
    /// The columns to keep, in this order; all when `nil`.
    public var columns: [String]?
    /// Columns of which only some values matter: the values that are told apart. All others, unless missing, share one
    /// code, whose entry is empty; a column with very many values takes little memory then. Codes follow the order here.
    public var vocabularies: [String: ValueDictionary] = [:]
    /// Lines above the header that are left out, such as titles.
    public var skippedLines = 0
    /// The number of records to read, at least 1; what comes below them, such as notes, is not looked at. All when `nil`.
    public var rows: Int?
    /// Whether lines without any value, of blanks or of delimiters only, are records whose values are missing. In a file of
    /// one field they always are.
    public var keepsEmptyRecords = false
    /// Columns of which the caller knows what stands in place of a value, so that nothing is to be said of it.
    package var columnsOfKnownMarks: Set<String> = []
    /// The number of threads; all cores when `nil`. The table does not depend on it.
    public var threads: Int?
    /// The most bytes that the table may take while it is read; any number when `nil`. What a file will need is told from
    /// its first records, so that it is refused at once.
    public var memoryLimit: Int?

    /// Bytes that a thread scans at once.
    package var batchSize = 1 << 15
    /// Bytes that a thread takes at once.
    package var blockSize = 1 << 20
    /// Bytes that all threads look at before the next are fetched; they stay in the last-level cache.
    package var windowSize = 1 << 24
    /// The most bytes of one record. A quote that is never closed must not take the rest of a large file into the memory.
    package var longestRecord = 1 << 26
    /// The most records that can be counted.
    package var recordLimit = Int(Int32.max)
    /// The version of the vector kernels; 0 is scalar.
    package var vectors = singleout_delimited_vectors()

    /// Reads all columns, finds the delimiter, and takes an empty field as missing.
    public init() {}

    /// Reads a table from a file.
    ///
    /// - Parameters:
    ///   - path: The file, plain or compressed with gzip or zstd; `-` is standard input.
    ///   - progress: Called now and then with the bytes read and the size of the file where it is known.
    /// - Throws: `MicrodataError` for the first mistake in the order of the file.
    /// - Complexity: O(bytes) time; memory for the codes (1, 2 or 4 bytes each) and the different values. What is not
    ///   mapped is held in pieces.
    public func table(
        fromFileAt path: String, progress: (@Sendable (_ bytesDone: Int, _ bytesInAll: Int?) -> Void)? = nil
    ) throws(MicrodataError) -> Table {
        let opened = try OpenedFile(path, columns: columns)
        let run = DelimitedRun(self, source: path, delimiter: opened.delimiter, progress: progress)
        return try run.table(from: opened)
    }

    /// Reads a table from bytes in memory, plain or compressed.
    ///
    /// - Parameters:
    ///   - bytes: The file, plain or compressed.
    ///   - source: What the bytes are called in errors.
    /// - Throws: `MicrodataError` for the first mistake in the order of the bytes.
    public func table(from bytes: [UInt8], named source: String) throws(MicrodataError) -> Table {
        let run = DelimitedRun(self, source: source, progress: nil)
        return try run.table(from: OpenedFile(bytes, name: source))
    }

    /// Lets plain files be mapped from now on: the reading of one that is made shorter ends with an error all the same, as the
    /// signal that the system sends then is handled.
    ///
    /// Handles SIGBUS for the whole process from then on, so it is for programs to call and not for libraries.
    public static func guardMappedFiles() { singleout_guard_mappings() }

    /// Lets files of SPSS, Stata and SAS be read from now on by processes of their own, which can do nothing else: the program starts
    /// itself again for each. What a damaged file does to its reader is an error of the file then.
    ///
    /// Only for programs that call this before anything else: where the process is such a reader, it never returns.
    ///
    /// - Parameter arguments: The arguments that the program was started with, without its name.
    public static func readForeignFilesApart(_ arguments: [String]) { ReaderProcess.use(arguments) }

    /// The names in the header of a file.
    ///
    /// What was taken of a pipe, standard input too, is held for the next reading of it.
    ///
    /// - Throws: `MicrodataError` as for reading the file.
    public func header(ofFileAt path: String) throws(MicrodataError) -> [String] { try names(ofFileAt: path).all }

    /// The names in the header of a file, and those that a message may hold: none where the header may be a record.
    ///
    /// - Throws: `MicrodataError` as for the header.
    package func names(ofFileAt path: String) throws(MicrodataError) -> (all: [String], shown: [String]) {
        if let format = ForeignFormat(path) {
            let names = try format.file(at: path).names
            return (names, names.filter { !PersonalForm.has($0) })
        }
        let run = DelimitedRun(self, source: path, progress: nil)
        let header = try run.header(of: OpenedFile(path, forHeaderOnly: true))
        return (header.named, header.looksLikeRecord ? [] : header.named.filter { !PersonalForm.has($0) })
    }
}
