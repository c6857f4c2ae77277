internal import CReadStat
internal import Foundation

/// A file of SPSS, Stata or SAS, read by ReadStat: value labels are the values, missing values of any kind are missing, and dates
/// are those of ISO 8601.
struct StatisticalFile: ForeignFile, Sendable {
    /// The label of each value of a set.
    struct Labels: Sendable {
        var numbers: [Double: String] = [:]
        var texts: [String: String] = [:]
    }

    let source: String
    private let format: ForeignFormat
    private let variables: [StatisticalVariable]
    private let labels: [String: Labels]

    /// Reads what the file says of its variables. Labels may stand behind the records, so this is a pass of its own.
    init(path: String, format: ForeignFormat) throws(MicrodataError) {
        source = path
        self.format = format
        let pass = StatisticalPass(format)
        try Self.parse(path, format, pass, readsRecords: false)
        (variables, labels) = (pass.variables, pass.labels)
    }

    var names: [String] { variables.map(\.name) }

    func stream(_ columns: [Int]) throws(MicrodataError) -> any ByteStream {
        let queue = ChunkQueue()
        let pass = StatisticalPass(
            format, variables: variables, labels: labels, kept: columns, queue: queue, header: header(columns))
        let (path, format) = (source, format)
        let thread = Thread {
            do throws(MicrodataError) {
                try Self.parse(path, format, pass, readsRecords: true)
                pass.finish()
                queue.finish(nil)
            } catch {
                queue.finish(error)
            }
        }
        thread.stackSize = 8 << 20
        thread.start()
        return ChunkStream(queue)
    }

    private static func parse(
        _ path: String, _ format: ForeignFormat, _ pass: StatisticalPass, readsRecords: Bool
    ) throws(MicrodataError) {
        guard let parser = unsafe readstat_parser_init() else {
            throw .unreadable(source: path, reason: "there is no memory")
        }
        defer { unsafe readstat_parser_free(parser) }
        unsafe readstat_set_variable_handler(parser) { index, variable, labels, context in
            guard let variable = unsafe variable, let context = unsafe context else { return abort }
            return unsafe StatisticalPass.of(context).take(
                Int(index), name: String(cString: readstat_variable_get_name(variable)),
                format: readstat_variable_get_format(variable).map { unsafe String(cString: $0) } ?? "",
                labels: labels.map { unsafe String(cString: $0) })
        }
        if readsRecords {
            unsafe readstat_set_value_handler(parser) { _, variable, value, context in
                guard let variable = unsafe variable, let context = unsafe context else { return abort }
                return unsafe StatisticalPass.of(context).take(value, of: variable)
            }
        } else {
            unsafe readstat_set_value_label_handler(parser) { set, value, label, context in
                guard let set = unsafe set, let label = unsafe label, let context = unsafe context else { return abort }
                unsafe StatisticalPass.of(context).take(
                    label: String(cString: label), of: value, set: String(cString: set))
                return ok
            }
        }
        let context = unsafe Unmanaged.passUnretained(pass).toOpaque()
        let error =
            switch format {
            case .spss: unsafe readstat_parse_sav(parser, path, context)
            case .stata: unsafe readstat_parse_dta(parser, path, context)
            case .sas: unsafe readstat_parse_sas7bdat(parser, path, context)
            case .parquet: READSTAT_ERROR_PARSE
            }
        withExtendedLifetime(pass) {}
        if error == READSTAT_OK { return }
        let reason = unsafe String(cString: readstat_error_message(error))
        throw .unreadable(source: path, reason: sentence(reason))
    }

    /// ReadStat's reason as a part of a sentence.
    private static func sentence(_ reason: String) -> String {
        let words = reason.prefix(1).lowercased() + reason.dropFirst()
        return words.hasSuffix(".") ? String(words.dropLast()) : words
    }
}

private let ok = Int32(READSTAT_HANDLER_OK)
private let abort = Int32(READSTAT_HANDLER_ABORT)
