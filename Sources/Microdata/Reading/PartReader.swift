internal import CKernels
import Foundation

/// Reads consecutive records of a text, or of a part of it, into column builders.
///
/// Blocks without a quote are taken apart by a vector scan; others, and those that hold a mistake, record by record, which
/// finds the first mistake and its place.
@safe
final class PartReader {
    /// A mistake, by the byte where its record starts.
    struct Failure {
        enum Kind {
            case raggedRow(found: Int)
            case unclosedQuote(field: Int)
            case textAfterQuote(field: Int)
            case invalidUTF8(field: Int)
            case tooManyRecords
        }
        var kind: Kind
        var recordStart: Int
    }

    let builders: [ColumnBuilder]
    private(set) var records = 0
    private(set) var failure: Failure?
    private let fieldCount: Int
    /// For each builder the field it reads, from 0.
    private let fields: [Int]
    private let delimiter: UInt8
    private let blockSize: Int
    private let recordLimit: Int
    private let vectors: Int32
    private var tokenizer: RecordTokenizer
    private var positions: [UInt32] = []
    private var codes: [UInt32] = []

    init(
        fieldCount: Int, fields: [Int], delimiter: UInt8, missingValues: Set<String>, blockSize: Int, recordLimit: Int
    ) {
        builders = fields.map { _ in ColumnBuilder(missingValues: missingValues) }
        self.fieldCount = fieldCount
        self.fields = fields
        self.delimiter = delimiter
        self.blockSize = blockSize
        self.recordLimit = recordLimit
        vectors = singleout_delimited_vectors()
        tokenizer = RecordTokenizer(delimiter: delimiter)
    }

    /// Reads the records that start in `range` of a text, as far as they are complete.
    ///
    /// - Parameters:
    ///   - text: All bytes at hand, of which `count` are valid; records may run beyond the range.
    ///   - isLast: Whether nothing comes after the text.
    ///   - progress: Called after each block with the bytes read so far.
    /// - Returns: Where the first record that was not read starts.
    func read(
        _ text: UnsafePointer<UInt8>, count: Int, range: Range<Int>, isLast: Bool, progress: (Int) -> Void = { _ in }
    ) -> Int {
        var position = range.lowerBound
        while position < range.upperBound && failure == nil {
            let end = unsafe endOfBlock(text, from: position, limit: range.upperBound)
            if let end, unsafe readBlock(text + position, length: end - position, readable: count - position) {
                if position == range.lowerBound && isLast {
                    // The first block tells how many records the rest may hold.
                    let expected = Double(range.count) / Double(end - position) * Double(records) * 1.02
                    for builder in builders { builder.reserve(Int(expected) + 16) }
                }
                position = end
            } else {
                let target = end ?? range.upperBound
                while position < target && failure == nil {
                    guard let next = unsafe readRecord(text, count: count, from: position, isLast: isLast) else {
                        return position
                    }
                    position = next
                }
            }
            progress(position - range.lowerBound)
        }
        return position
    }

    /// The end of the last line within a block's length, or of the first line that is longer; `nil` when no line ends.
    private func endOfBlock(_ text: UnsafePointer<UInt8>, from start: Int, limit: Int) -> Int? {
        var size = blockSize
        while true {
            let length = min(size, limit - start)
            var end = start + length
            while unsafe end > start && text[end - 1] != 10 { end -= 1 }
            if end > start { return end }
            if start + length == limit { return nil }
            size *= 2
        }
    }

    /// Reads a block of whole lines without quotes; `false`, with nothing read, when it is not such a block.
    private func readBlock(_ block: UnsafePointer<UInt8>, length: Int, readable: Int) -> Bool {
        if length > Int(UInt32.max) - 128 { return false }
        if positions.count < length + 64 { positions = [UInt32](repeating: 0, count: length + 64) }
        let vectors = vectors
        let found = unsafe positions.withUnsafeMutableBufferPointer { positions in
            guard let places = positions.baseAddress else { preconditionFailure("a block has room for places") }
            return unsafe singleout_delimited_scan(block, UInt32(length), delimiter, places, vectors)
        }
        let lines = Int(found.lines)
        if found.quotes != 0 || Int(found.separators) != lines * fieldCount { return false }
        if records + lines > recordLimit { return false }
        if unsafe found.wide != 0 && singleout_is_utf8(block, UInt64(length)) == 0 { return false }
        if codes.count < lines { codes = [UInt32](repeating: 0, count: lines) }
        let isWhole = unsafe positions.withUnsafeBufferPointer { positions in
            for line in 1...lines {
                let last = unsafe Int(positions[line &* fieldCount &- 1])
                if unsafe block[last] != 10 { return false }
            }
            return true
        }
        if !isWhole { return false }
        for (builder, field) in zip(builders, fields) {
            unsafe codes.withUnsafeMutableBufferPointer { codes in
                unsafe positions.withUnsafeBufferPointer { positions in
                    var separator = field
                    var start = field == 0 ? 0 : unsafe Int(positions[field - 1]) + 1
                    for line in 0..<lines {
                        var end = unsafe Int(positions[separator])
                        let next = separator &+ fieldCount &- 1
                        if unsafe field == fieldCount &- 1 && end > start && block[end &- 1] == 13 { end &-= 1 }
                        unsafe codes[line] = builder.code(
                            of: block + start, length: end &- start, readable: readable &- start)
                        if line &+ 1 < lines { start = unsafe Int(positions[next]) &+ 1 }
                        separator &+= fieldCount
                    }
                    unsafe builder.append(UnsafeBufferPointer(rebasing: codes[..<lines]))
                }
            }
        }
        records += lines
        return true
    }

    /// Reads one record; `nil` when it is not complete, or when there is a mistake in it.
    private func readRecord(_ text: UnsafePointer<UInt8>, count: Int, from start: Int, isLast: Bool) -> Int? {
        var found = 0
        var invalid: Int?
        let fields = fields
        var row = [UInt32](repeating: 0, count: builders.count)
        let ending = unsafe tokenizer.record(in: text, count: count, from: start, isLast: isLast) { number, content in
            found = number + 1
            if invalid == nil, unsafe !content.isUTF8 { invalid = number }
            for (index, field) in fields.enumerated() where field == number {
                var nothing: UInt8 = 0
                unsafe withUnsafePointer(to: &nothing) { nothing in
                    row[index] = unsafe builders[index].code(
                        of: content.baseAddress ?? nothing, length: content.count, readable: content.count)
                }
            }
        }
        let kind: Failure.Kind
        switch ending {
        case .incomplete: return nil
        case .unclosedQuote(let field): kind = invalid.map { .invalidUTF8(field: $0) } ?? .unclosedQuote(field: field)
        case .textAfterQuote(let field): kind = invalid.map { .invalidUTF8(field: $0) } ?? .textAfterQuote(field: field)
        case .complete(let next):
            if let invalid {
                kind = .invalidUTF8(field: invalid)
            } else if found != fieldCount {
                kind = .raggedRow(found: found)
            } else if records == recordLimit {
                kind = .tooManyRecords
            } else {
                for (builder, code) in zip(builders, row) {
                    unsafe withUnsafePointer(to: code) {
                        unsafe builder.append(UnsafeBufferPointer(start: $0, count: 1))
                    }
                }
                records += 1
                return next
            }
        }
        failure = Failure(kind: kind, recordStart: start)
        return nil
    }
}
