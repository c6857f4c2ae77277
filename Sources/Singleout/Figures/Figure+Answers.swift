internal import Briefing

/// What every answer holds.
extension Figure {
    static let schema = Figure(
        "schema", "Schema", "The name and version of this JSON; 'singleout schema' prints what it looks like.")
    static let provenance = Figure("provenance", "Provenance", "What the answer was made from.")
    static let version = Figure("version", "Version", "The version of singleout.")
    static let inputs = Figure("inputs", "Inputs", "Every file that was read.")
    static let path = Figure("path", "Path", "The path of the file as it was given; '-' for standard input.")
    static let bytes = Figure("bytes", "Bytes", in: "bytes", "The size of the file.")
    static let inputRecords = Figure("records", "Records", in: "records", "The records read from the file.")
    static let sha256 = Figure("sha256", "SHA-256", "The digest of the file.", source: "FIPS 180-4")
    static let emptyRecords = Figure(
        "emptyRecords", "Empty lines", in: "lines", "Blank lines left out, in all files.")
    static let notes = Figure("notes", "Notes", "What was noticed in reading the files, a sentence each.")
    static let records = Figure(
        "records", "Records", in: "records", "The records that were counted; those left out are not among them.")
    static let excluded = Figure(
        "excluded", "Records left out", in: "records",
        "Records left out because a value is missing, with --missing exclude.")
    static let quasiIdentifiers = Figure("quasiIdentifiers", "Fields", "The fields that an intruder could know.")
    static let missing = Figure(
        "missing", "Missing values", "What a missing value means: category, wildcard or exclude.")
    static let alphaOfWildcards = Figure(
        "alpha", "Weight of wildcards", in: Figure.share,
        "How much a record counts that matches by a missing value, with --missing wildcard.")
    static let synthetic = Figure(
        "synthetic", "Synthetic", "That the data are made up, and by what; real data have no such member.")
    static let registerSeed = Figure("seed", "Seed", "The seed from which the data were made up.")
    static let generatorVersion = Figure("version", "Version", "The version of the generator that made the data up.")
    static let engine = Figure("engine", "Engine", "The cluster that counted; absent when this machine did.")
    static let engineName = Figure("name", "Name", "The name of the engine.")
    static let engineTable = Figure("table", "Table", "The table or view of the cluster's catalogue.")
    static let engineFiles = Figure("files", "Files", "The files that the cluster read.")
    static let field = Figure("field", "Field", "The name of a field.")
    static let fields = Figure("fields", "Fields", "The names of fields.")
    static let method = Figure("method", "Method", "How the figures were found.")
    static let interval = Figure(
        "interval", "95 % interval", "The interval that holds the true value in 95 of 100 such files.")
    static let lower = Figure("lower", "From", "The lower end of the interval.")
    static let upper = Figure("upper", "To", "The upper end of the interval.")
    static let figure = Figure("figure", "Figure", "What a number is, in words.")
    static let figureShare = Figure("share", "Share", in: Figure.share, "The value of a figure that is a share.")
    static let value = Figure("value", "Value", "The value itself.")
    static let size = Figure("size", "Size", in: "records", "The number of records of a class.")
}
