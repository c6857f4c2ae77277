import CReadStat
import Foundation

/// A small file of SPSS, Stata or SAS, written by ReadStat itself.
///
/// Four records of sex (labelled 1 and 2), born (a date), name (a text, the third empty) and score (the second missing, 9 stated to
/// be missing where the format can state it).
struct StatisticalSample {
    enum Kind: String, CaseIterable {
        case sav
        case dta
        case sas7bdat
    }

    /// What the reader must find: labels where the format has them.
    static func expected(_ kind: Kind) -> [[String?]] {
        let sexes =
            kind == .sas7bdat ? ["1", "2", "1", "2"] : ["female", "male, of course", "female", "male, of course"]
        return [
            sexes, ["2009-03-14", "1959-12-31", "2000-02-29", "1970-01-01"], ["Ann \"A\"", "B, C", nil, "Zoë"],
            ["1", nil, "0.5", kind == .sav ? nil : "9"],
        ]
    }

    /// Days since 1 January 1970 of the dates.
    private static let days = [14_317, -3_654, 11_016, 0]

    static func write(_ kind: Kind, to path: String) throws {
        guard let writer = unsafe readstat_writer_init() else { throw CocoaError(.fileWriteUnknown) }
        defer { unsafe readstat_writer_free(writer) }
        let output = Output()
        let context = unsafe Unmanaged.passUnretained(output).toOpaque()
        unsafe readstat_set_data_writer(writer, collect)
        let set = unsafe readstat_add_label_set(
            writer, kind == .dta ? READSTAT_TYPE_INT32 : READSTAT_TYPE_DOUBLE, "sexes")
        let sex = unsafe readstat_add_variable(
            writer, "sex", kind == .dta ? READSTAT_TYPE_INT32 : READSTAT_TYPE_DOUBLE, 8)
        if kind == .dta {
            unsafe readstat_label_int32_value(set, 1, "female")
            unsafe readstat_label_int32_value(set, 2, "male, of course")
        } else if kind == .sav {
            unsafe readstat_label_double_value(set, 1, "female")
            unsafe readstat_label_double_value(set, 2, "male, of course")
        }
        if kind != .sas7bdat { unsafe readstat_variable_set_label_set(sex, set) }
        let born = unsafe readstat_add_variable(writer, "born", READSTAT_TYPE_DOUBLE, 8)
        unsafe readstat_variable_set_format(born, kind == .sav ? "DATE11" : kind == .dta ? "%td" : "DATE9")
        let name = unsafe readstat_add_variable(writer, "name", READSTAT_TYPE_STRING, 16)
        let score = unsafe readstat_add_variable(writer, "score", READSTAT_TYPE_DOUBLE, 8)
        if kind == .sav { unsafe readstat_variable_add_missing_double_value(score, 9) }
        let begun =
            switch kind {
            case .sav: unsafe readstat_begin_writing_sav(writer, context, 4)
            case .dta: unsafe readstat_begin_writing_dta(writer, context, 4)
            case .sas7bdat: unsafe readstat_begin_writing_sas7bdat(writer, context, 4)
            }
        if begun != READSTAT_OK { throw CocoaError(.fileWriteUnknown) }
        let scores: [Double?] = [1, nil, 0.5, 9]
        for record in 0..<4 {
            let code = record % 2 + 1
            let day = Double(days[record])
            unsafe readstat_begin_row(writer)
            if kind == .dta {
                unsafe readstat_insert_int32_value(writer, sex, Int32(code))
            } else {
                unsafe readstat_insert_double_value(writer, sex, Double(code))
            }
            unsafe readstat_insert_double_value(writer, born, kind == .sav ? (day + 141_428) * 86_400 : day + 3_653)
            unsafe readstat_insert_string_value(writer, name, ["Ann \"A\"", "B, C", "", "Zoë"][record])
            if let number = scores[record] {
                unsafe readstat_insert_double_value(writer, score, number)
            } else {
                unsafe readstat_insert_missing_value(writer, score)
            }
            unsafe readstat_end_row(writer)
        }
        if unsafe readstat_end_writing(writer) != READSTAT_OK { throw CocoaError(.fileWriteUnknown) }
        try Data(output.bytes).write(to: URL(fileURLWithPath: path))
    }

    private final class Output {
        var bytes: [UInt8] = []
    }

    /// Takes what ReadStat writes.
    private static let collect: readstat_data_writer = { data, count, context in
        guard let data = unsafe data, let context = unsafe context else { return -1 }
        let output = unsafe Unmanaged<Output>.fromOpaque(context).takeUnretainedValue()
        unsafe output.bytes.append(contentsOf: UnsafeRawBufferPointer(start: data, count: count))
        return count
    }
}

extension StatisticalSample {
    /// A file of SPSS with a number and one of a thousand texts in each record.
    static func writeMany(records: Int, to path: String) throws {
        guard let writer = unsafe readstat_writer_init() else { throw CocoaError(.fileWriteUnknown) }
        defer { unsafe readstat_writer_free(writer) }
        let output = Output()
        let context = unsafe Unmanaged.passUnretained(output).toOpaque()
        unsafe readstat_set_data_writer(writer, collect)
        let number = unsafe readstat_add_variable(writer, "number", READSTAT_TYPE_DOUBLE, 8)
        let text = unsafe readstat_add_variable(writer, "text", READSTAT_TYPE_STRING, 12)
        if unsafe readstat_begin_writing_sav(writer, context, records) != READSTAT_OK {
            throw CocoaError(.fileWriteUnknown)
        }
        for record in 0..<records {
            unsafe readstat_begin_row(writer)
            unsafe readstat_insert_double_value(writer, number, Double(record))
            unsafe readstat_insert_string_value(writer, text, "text \(record % 1_000)")
            unsafe readstat_end_row(writer)
        }
        if unsafe readstat_end_writing(writer) != READSTAT_OK { throw CocoaError(.fileWriteUnknown) }
        try Data(output.bytes).write(to: URL(fileURLWithPath: path))
    }
}

extension StatisticalSample {
    /// A file of SPSS or Stata of one number, "v", in each record, with labels of some, values that are missing, and a format.
    static func writeNumbers(
        _ numbers: [Double], labels: KeyValuePairs<Int32, String> = [:], missing: [Double] = [], format: String? = nil,
        _ kind: Kind, to path: String
    ) throws {
        try writeNumbers(numbers, pairs: Array(labels), missing: missing, format: format, kind, to: path)
    }

    /// As above, with labels that are not known when the test is written.
    static func writeNumbers(
        _ numbers: [Double], pairs labels: [(key: Int32, value: String)], missing: [Double] = [], format: String? = nil,
        _ kind: Kind, to path: String
    ) throws {
        try unsafe write(kind, records: numbers.count, to: path) { writer, record in
            // Stata labels whole numbers alone.
            let isWhole = kind == .dta && format == nil
            guard let record else {
                let type = isWhole ? READSTAT_TYPE_INT32 : READSTAT_TYPE_DOUBLE
                let set = unsafe readstat_add_label_set(writer, type, "set")
                let variable = unsafe readstat_add_variable(writer, "v", type, 8)
                for (code, label) in labels {
                    if isWhole {
                        unsafe readstat_label_int32_value(set, code, label)
                    } else {
                        unsafe readstat_label_double_value(set, Double(code), label)
                    }
                }
                if !labels.isEmpty { unsafe readstat_variable_set_label_set(variable, set) }
                if let format { unsafe readstat_variable_set_format(variable, format) }
                for value in missing { unsafe readstat_variable_add_missing_double_value(variable, value) }
                return
            }
            let variable = unsafe readstat_get_variable(writer, 0)
            if isWhole {
                unsafe readstat_insert_int32_value(writer, variable, Int32(numbers[record]))
            } else {
                unsafe readstat_insert_double_value(writer, variable, numbers[record])
            }
        }
    }

    /// A file of SPSS of one text of up to 8 bytes, "v", in each record, with labels of some.
    static func writeTexts(_ texts: [String], labels: KeyValuePairs<String, String>, to path: String) throws {
        try writeTexts(texts, pairs: Array(labels), to: path)
    }

    /// As above, with labels that are not known when the test is written.
    static func writeTexts(_ texts: [String], pairs labels: [(key: String, value: String)], to path: String) throws {
        try unsafe write(.sav, records: texts.count, to: path) { writer, record in
            guard let record else {
                let set = unsafe readstat_add_label_set(writer, READSTAT_TYPE_STRING, "set")
                let variable = unsafe readstat_add_variable(writer, "v", READSTAT_TYPE_STRING, 8)
                for (code, label) in labels { unsafe readstat_label_string_value(set, code, label) }
                unsafe readstat_variable_set_label_set(variable, set)
                return
            }
            unsafe readstat_insert_string_value(writer, readstat_get_variable(writer, 0), texts[record])
        }
    }

    /// Writes a file by a function that is called without a record to add the variables, then once for each record.
    private static func write(
        _ kind: Kind, records: Int, to path: String, _ fill: (UnsafeMutablePointer<readstat_writer_t>, Int?) -> Void
    ) throws {
        guard let writer = unsafe readstat_writer_init() else { throw CocoaError(.fileWriteUnknown) }
        defer { unsafe readstat_writer_free(writer) }
        let output = Output()
        let context = unsafe Unmanaged.passUnretained(output).toOpaque()
        unsafe readstat_set_data_writer(writer, collect)
        unsafe fill(writer, nil)
        let begun =
            unsafe kind == .sav
            ? readstat_begin_writing_sav(writer, context, records)
            : readstat_begin_writing_dta(writer, context, records)
        if begun != READSTAT_OK { throw CocoaError(.fileWriteUnknown) }
        for record in 0..<records {
            unsafe readstat_begin_row(writer)
            unsafe fill(writer, record)
            unsafe readstat_end_row(writer)
        }
        if unsafe readstat_end_writing(writer) != READSTAT_OK { throw CocoaError(.fileWriteUnknown) }
        try Data(output.bytes).write(to: URL(fileURLWithPath: path))
    }
}
