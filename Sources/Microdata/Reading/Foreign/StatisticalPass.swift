internal import CReadStat

/// One pass over a file of SPSS, Stata or SAS: what ReadStat calls with what it reads.
///
/// A pass is used by one thread at a time.
final class StatisticalPass: @unchecked Sendable {
    private static let chunkSize = 1 << 18

    private(set) var variables: [StatisticalVariable]
    private(set) var labels: [String: StatisticalFile.Labels]
    private let kind: ForeignFormat
    /// Whether each variable is kept, on a pass that reads records.
    private var isKept: [Bool] = []
    private let last: Int
    private let queue: ChunkQueue?
    private var line: DelimitedLine

    /// A pass that reads variables and labels.
    init(_ kind: ForeignFormat) {
        self.kind = kind
        line = DelimitedLine()
        variables = []
        labels = [:]
        last = -1
        queue = nil
    }

    /// A pass that reads the records of some variables.
    init(
        _ kind: ForeignFormat, variables: [StatisticalVariable], labels: [String: StatisticalFile.Labels], kept: [Int],
        queue: ChunkQueue, header: DelimitedLine
    ) {
        line = header
        self.kind = kind
        self.variables = variables
        self.labels = labels
        self.queue = queue
        last = kept.count - 1
        isKept = [Bool](repeating: false, count: variables.count)
        for position in kept { isKept[position] = true }
    }

    /// The pass that a context of ReadStat points to.
    static func of(_ context: UnsafeMutableRawPointer) -> StatisticalPass {
        unsafe Unmanaged<StatisticalPass>.fromOpaque(context).takeUnretainedValue()
    }

    /// Takes a variable; says whether its values are wanted.
    func take(_ index: Int, name: String, format: String, labels: String?) -> Int32 {
        if queue == nil {
            variables.append(
                StatisticalVariable(
                    name: name, labels: labels.flatMap { $0.isEmpty ? nil : $0 },
                    calendar: StatisticalVariable.calendar(of: format, kind)))
            return Int32(READSTAT_HANDLER_OK)
        }
        let isWanted = isKept.indices.contains(index) && isKept[index]
        return Int32(isWanted ? READSTAT_HANDLER_OK : READSTAT_HANDLER_SKIP_VARIABLE)
    }

    /// Takes the label of a value.
    func take(label: String, of value: readstat_value_t, set: String) {
        if unsafe readstat_value_is_tagged_missing(value) != 0 { return }
        if unsafe readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING {
            guard let text = unsafe readstat_string_value(value) else { return }
            unsafe labels[set, default: .init()].texts[String(cString: text)] = label
        } else {
            unsafe labels[set, default: .init()].numbers[Self.number(value)] = label
        }
    }

    /// Takes a value of a record.
    func take(_ value: readstat_value_t, of variable: UnsafeMutablePointer<readstat_variable_t>) -> Int32 {
        let place = unsafe Int(readstat_variable_get_index_after_skipping(variable))
        let index = unsafe Int(readstat_variable_get_index(variable))
        unsafe line.append(field: text(of: value, variable, variables[index]), isFirst: place == 0)
        if place == last {
            line.end()
            if line.bytes.count >= Self.chunkSize, queue?.put(line.take()) != true {
                return Int32(READSTAT_HANDLER_ABORT)
            }
        }
        return Int32(READSTAT_HANDLER_OK)
    }

    /// Hands over the last piece.
    func finish() { _ = queue?.put(line.take()) }

    private func text(
        of value: readstat_value_t, _ variable: UnsafeMutablePointer<readstat_variable_t>,
        _ described: StatisticalVariable
    ) -> String {
        if unsafe readstat_value_is_missing(value, variable) != 0 { return "" }
        let set = described.labels.flatMap { labels[$0] }
        if unsafe readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING {
            guard let bytes = unsafe readstat_string_value(value) else { return "" }
            let text = unsafe String(cString: bytes)
            return set?.texts[text] ?? text
        }
        let number = unsafe Self.number(value)
        if let label = set?.numbers[number] { return label }
        // A number of single precision has no more digits than that.
        if unsafe readstat_value_type(value) == READSTAT_TYPE_FLOAT, Int(exactly: number) == nil {
            return "\(unsafe readstat_float_value(value))"
        }
        return StatisticalVariable.text(of: number, described.calendar)
    }

    private static func number(_ value: readstat_value_t) -> Double { unsafe readstat_double_value(value) }
}
