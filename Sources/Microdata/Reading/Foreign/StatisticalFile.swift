internal import CReadStat
internal import Foundation

/// A file of SPSS, Stata or SAS, read by ReadStat: missing values of any kind are missing, and dates are those of ISO 8601.
///
/// Value labels are the values of a variable where they keep all its codes apart; else its codes are. Its classes are those of its
/// codes in either case.
struct StatisticalFile: ForeignFile, Sendable {
    let state: FileState
    private let file: FileHandle
    private let format: ForeignFormat
    private let variables: [StatisticalVariable]
    private let labelSets: [String: ValueLabels]
    let labels = LabelCodes()
    let lostCodes = LostCodes()

    /// Reads what the file says of its variables. Labels may stand behind the records, so this is a pass of its own.
    init(_ file: FileHandle, _ state: FileState, format: ForeignFormat) throws(MicrodataError) {
        (self.file, self.state, self.format) = (file, state, format)
        let pass = StatisticalPass(format)
        try Self.parse(state, format, pass, readsRecords: false)
        (variables, labelSets) = (pass.variables, pass.labels)
    }

    var names: [String] { variables.map(\.name) }

    func stream(_ columns: [Int]) throws(MicrodataError) -> any ByteStream {
        let queue = ChunkQueue()
        let thread = Thread { [self] in
            do throws(MicrodataError) {
                try write(columns, to: queue.put)
                queue.finish(nil)
            } catch {
                queue.finish(error)
            }
        }
        thread.stackSize = 8 << 20
        thread.start()
        return ChunkStream(queue)
    }

    /// Hands some columns over as delimited text with a header, piece by piece.
    func write(_ columns: [Int], to put: @escaping ([UInt8]) -> Bool) throws(MicrodataError) {
        let shown = try shownLabels(columns)
        for column in columns {
            if let codes = shown[column]?.codes(of: variables[column]) { labels.add(codes, to: column) }
        }
        let pass = StatisticalPass(
            format, variables: variables, labels: shown, kept: columns, header: header(columns), put: put)
        try Self.parse(state, format, pass, readsRecords: true)
        pass.finish()
        for column in columns { lostCodes.set(pass.missing[column].lost, of: column) }
    }

    /// The labels of each variable that are its values; `nil` for those whose codes are.
    private func shownLabels(_ columns: [Int]) throws(MicrodataError) -> [ValueLabels?] {
        var shown = [ValueLabels?](repeating: nil, count: variables.count)
        for column in columns {
            let variable = variables[column]
            shown[column] = variable.labels.flatMap { labelSets[$0] }?.shown(for: variable)
        }
        // Only the records tell whether a code without a label is written as a label is.
        let doubtful = columns.filter { shown[$0]?.mayBeCodes(variables[$0].calendar) == true }
        if doubtful.isEmpty { return shown }
        let pass = StatisticalPass(format, variables: variables, labels: shown, doubtful: doubtful)
        try Self.parse(state, format, pass, readsRecords: true)
        return pass.shown
    }

    private static func parse(
        _ state: FileState, _ format: ForeignFormat, _ pass: StatisticalPass, readsRecords: Bool
    ) throws(MicrodataError) {
        guard let parser = unsafe readstat_parser_init() else {
            throw .unreadable(source: state.source, reason: "there is not enough memory")
        }
        defer { unsafe readstat_parser_free(parser) }
        let input = StatisticalInput(state.descriptor)
        unsafe input.feed(parser)
        if format == .stata { pass.labelNameLength = input.labelNameLength }
        unsafe readstat_set_variable_handler(parser) { index, variable, labels, context in
            guard let variable = unsafe variable, let context = unsafe context else { return abort }
            return unsafe StatisticalPass.of(context).take(Int(index), variable, labels: labels)
        }
        if readsRecords {
            unsafe readstat_set_value_handler(parser) { _, variable, value, context in
                guard let variable = unsafe variable, let context = unsafe context else { return abort }
                return unsafe StatisticalPass.of(context).take(value, of: variable)
            }
        } else {
            unsafe readstat_set_value_label_handler(parser) { set, value, label, context in
                guard let context = unsafe context else { return abort }
                // A set without a name belongs to no variable.
                guard let set = unsafe set else { return ok }
                unsafe StatisticalPass.of(context).take(label: label, of: value, set: String(cString: set))
                return ok
            }
        }
        let context = unsafe Unmanaged.passUnretained(pass).toOpaque()
        let error =
            switch format {
            case .spss: unsafe readstat_parse_sav(parser, state.source, context)
            case .stata: unsafe readstat_parse_dta(parser, state.source, context)
            case .sas: unsafe readstat_parse_sas7bdat(parser, state.source, context)
            case .parquet: READSTAT_ERROR_PARSE
            }
        withExtendedLifetime((pass, input)) {}
        if let fault = pass.fault { throw .unreadable(source: state.source, reason: fault) }
        if error == READSTAT_OK { return }
        let reason = unsafe readstat_error_message(error).map { unsafe String(cString: $0) } ?? "the file is damaged"
        throw .unreadable(source: state.source, reason: sentence(reason))
    }

    /// ReadStat's reason as a part of a sentence.
    private static func sentence(_ reason: String) -> String {
        let words = reason.prefix(1).lowercased() + reason.dropFirst()
        return words.hasSuffix(".") ? String(words.dropLast()) : words
    }
}

private let ok = Int32(READSTAT_HANDLER_OK)
private let abort = Int32(READSTAT_HANDLER_ABORT)
