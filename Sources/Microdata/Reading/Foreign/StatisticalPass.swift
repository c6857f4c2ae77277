internal import CReadStat
internal import Foundation

/// One pass over a file of SPSS, Stata or SAS: what ReadStat calls with what it reads.
///
/// A pass is used by one thread at a time.
final class StatisticalPass {
    private static let chunkSize = 1 << 18

    private(set) var variables: [StatisticalVariable]
    /// The labels of each set, from a pass that reads them.
    private(set) var labels: [String: ValueLabels] = [:]
    /// The labels of each variable that are its values.
    private(set) var shown: [ValueLabels?] = []
    /// The bytes of the labels of each variable, on a pass that looks for codes that are written so.
    private var written: [Set<[UInt8]>] = []
    /// The codes of the missing values of each variable, from a pass that hands records over.
    private(set) var missing: [MissingCodes] = []
    /// What is wrong with the file, found here and not by ReadStat, as a part of a sentence.
    private(set) var fault: String?
    /// The most bytes of the name of a label set, where no zero byte may end it.
    var labelNameLength: Int?
    private let kind: ForeignFormat
    /// Whether each variable is kept, on a pass that reads records.
    private var isKept: [Bool] = []
    private let last: Int
    /// Takes pieces of text, on a pass that makes any; false when nobody wants more.
    private let put: (([UInt8]) -> Bool)?
    private let readsVariables: Bool
    private var line: DelimitedLine

    /// A pass that reads variables and labels.
    init(_ kind: ForeignFormat) {
        self.kind = kind
        line = DelimitedLine()
        variables = []
        last = -1
        put = nil
        readsVariables = true
    }

    /// A pass that reads the records of some variables and takes the labels from those that have a code without a label that is
    /// written as a label is.
    init(_ kind: ForeignFormat, variables: [StatisticalVariable], labels: [ValueLabels?], doubtful: [Int]) {
        self.kind = kind
        line = DelimitedLine()
        self.variables = variables
        shown = labels
        written = labels.map { $0?.written ?? [] }
        last = doubtful.count - 1
        put = nil
        readsVariables = false
        keep(doubtful)
    }

    /// A pass that reads the records of some variables, with their labels where those are the values.
    init(
        _ kind: ForeignFormat, variables: [StatisticalVariable], labels: [ValueLabels?], kept: [Int],
        header: DelimitedLine, put: @escaping ([UInt8]) -> Bool
    ) {
        line = header
        self.kind = kind
        self.variables = variables
        shown = labels
        self.put = put
        missing = .init(repeating: .init(), count: variables.count)
        last = kept.count - 1
        readsVariables = false
        keep(kept)
    }

    private func keep(_ kept: [Int]) {
        isKept = [Bool](repeating: false, count: variables.count)
        for position in kept { isKept[position] = true }
    }

    /// The pass that a context of ReadStat points to.
    static func of(_ context: UnsafeMutableRawPointer) -> StatisticalPass {
        unsafe Unmanaged<StatisticalPass>.fromOpaque(context).takeUnretainedValue()
    }

    /// Takes a variable; says whether its values are wanted.
    func take(
        _ index: Int, _ variable: UnsafeMutablePointer<readstat_variable_t>, labels: UnsafePointer<CChar>?
    ) -> Int32 {
        if readsVariables {
            // ReadStat has no name for what is called nothing.
            guard let bytes = unsafe readstat_variable_get_name(variable) else {
                return stop("variable \(variables.count + 1) has no name; the file may be damaged")
            }
            guard let name = unsafe String(validatingCString: bytes), !name.isEmpty else {
                return stop("the name of variable \(variables.count + 1) is not UTF-8 text; the file may be damaged")
            }
            if index != variables.count { return stop("its variables are not in order; the file may be damaged") }
            let format = unsafe readstat_variable_get_format(variable).map { unsafe String(cString: $0) } ?? ""
            let set = unsafe labels.map { unsafe setName($0) } ?? ""
            unsafe variables.append(
                StatisticalVariable(
                    name: name, labels: set.isEmpty ? nil : set, missing: MissingRanges(variable),
                    calendar: StatisticalVariable.calendar(of: format, kind)))
            return Int32(READSTAT_HANDLER_OK)
        }
        let isWanted = isKept.indices.contains(index) && isKept[index]
        return Int32(isWanted ? READSTAT_HANDLER_OK : READSTAT_HANDLER_SKIP_VARIABLE)
    }

    private func setName(_ set: UnsafePointer<CChar>) -> String {
        guard let length = labelNameLength else { return unsafe String(cString: set) }
        let bytes = unsafe UnsafeRawBufferPointer(start: set, count: strnlen(set, length))
        return unsafe String(decoding: bytes, as: UTF8.self)
    }

    /// Takes the label of a value.
    func take(label: UnsafePointer<CChar>?, of value: readstat_value_t, set: String) {
        if unsafe readstat_value_is_tagged_missing(value) != 0 { return }
        let label = unsafe ValueLabels.whole(label.flatMap { unsafe String(validatingCString: $0) }, kind)
        if unsafe readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING {
            guard let text = unsafe readstat_string_value(value) else { return }
            unsafe labels[set, default: .init()].add(label, to: Array(String(cString: text).utf8))
        } else {
            unsafe labels[set, default: .init()].add(label, to: Self.number(value))
        }
    }

    /// Takes a value of a record.
    func take(_ value: readstat_value_t, of variable: UnsafeMutablePointer<readstat_variable_t>) -> Int32 {
        let place = unsafe Int(readstat_variable_get_index_after_skipping(variable))
        let index = unsafe Int(readstat_variable_get_index(variable))
        guard variables.indices.contains(index), (0...max(0, last)).contains(place) else {
            return stop("its variables differ from one reading to the next")
        }
        guard let code = unsafe code(of: value, variable, variables[index]) else {
            return stop("field '\(variables[index].name)' holds a text that is not UTF-8; the file may be damaged")
        }
        let label = unsafe code.isEmpty ? nil : label(of: value, code, index)
        guard let put else {
            if label == nil, shown[index] != nil, written[index].contains(Array(code.utf8)) { shown[index] = nil }
            return Int32(READSTAT_HANDLER_OK)
        }
        if code.isEmpty { missing[index].take(unsafe MissingCodes.Code(value, of: variable)) }
        line.append(field: label ?? code, isFirst: place == 0)
        if place == last {
            line.end()
            if line.bytes.count >= Self.chunkSize, !put(line.take()) { return Int32(READSTAT_HANDLER_ABORT) }
        }
        return Int32(READSTAT_HANDLER_OK)
    }

    private func stop(_ fault: String) -> Int32 {
        self.fault = fault
        return Int32(READSTAT_HANDLER_ABORT)
    }

    /// Hands over the last piece.
    func finish() { _ = put?(line.take()) }

    /// The label of a value that is its text; `nil` when its code is.
    private func label(of value: readstat_value_t, _ code: String, _ index: Int) -> String? {
        guard let labels = shown[index] else { return nil }
        if unsafe readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING {
            return labels.texts[Array(code.utf8)]
        }
        return labels.numbers[unsafe Self.number(value)]
    }

    /// A value as it is written without labels, empty when it is missing; `nil` for a text that is none.
    private func code(
        of value: readstat_value_t, _ variable: UnsafeMutablePointer<readstat_variable_t>,
        _ described: StatisticalVariable
    ) -> String? {
        if unsafe readstat_value_is_missing(value, variable) != 0 { return "" }
        if unsafe readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING {
            guard let bytes = unsafe readstat_string_value(value) else { return "" }
            return unsafe String(validatingCString: bytes)
        }
        let number = unsafe Self.number(value)
        if number.isNaN { return "" }
        // A number of single precision has no more digits than that.
        if unsafe readstat_value_type(value) == READSTAT_TYPE_FLOAT, Int(exactly: number) == nil {
            return "\(unsafe readstat_float_value(value))"
        }
        return StatisticalVariable.text(of: number, described.calendar)
    }

    private static func number(_ value: readstat_value_t) -> Double { unsafe readstat_double_value(value) }
}

extension MissingCodes.Code {
    /// The code of a missing value.
    fileprivate init(_ value: readstat_value_t, of variable: UnsafeMutablePointer<readstat_variable_t>) {
        if unsafe readstat_value_is_tagged_missing(value) != 0 {
            self = unsafe .letter(UInt8(bitPattern: readstat_value_tag(value)))
        } else if unsafe readstat_value_is_system_missing(value) != 0
            || readstat_value_is_defined_missing(value, variable) == 0
        {
            self = .blank
        } else if unsafe readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING {
            self = unsafe .text(readstat_string_value(value).map { unsafe Array(String(cString: $0).utf8) } ?? [])
        } else {
            self = unsafe .number(readstat_double_value(value))
        }
    }
}

extension MissingRanges {
    /// The ranges of a variable.
    fileprivate init(_ variable: UnsafePointer<readstat_variable_t>) {
        self.init()
        for place in 0..<max(0, unsafe readstat_variable_get_missing_ranges_count(variable)) {
            let low = unsafe readstat_variable_get_missing_range_lo(variable, place)
            let high = unsafe readstat_variable_get_missing_range_hi(variable, place)
            if unsafe readstat_value_type_class(low) == READSTAT_TYPE_CLASS_STRING {
                guard let first = unsafe readstat_string_value(low), let last = unsafe readstat_string_value(high)
                else {
                    continue
                }
                unsafe add(from: Array(String(cString: first).utf8), to: Array(String(cString: last).utf8))
            } else {
                unsafe add(from: readstat_double_value(low), to: readstat_double_value(high))
            }
        }
    }
}
