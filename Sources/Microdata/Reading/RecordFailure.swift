/// A mistake in a record, and where in its window the record starts.
struct RecordFailure: Sendable {
    /// What is wrong; fields count from 0.
    enum Kind: Hashable, Sendable {
        case raggedRow(found: Int)
        case unclosedQuote(field: Int)
        case textAfterQuote(field: Int)
        case fault(FieldFault, field: Int)
    }

    let kind: Kind
    let recordStart: Int

    /// The first mistake in the records of a window from a position on, and how many records come before it.
    ///
    /// - Complexity: O(bytes up to the mistake) time, byte by byte.
    static func first(
        in window: TextWindow, from start: Int, layout: RecordLayout
    ) -> (failure: RecordFailure, recordsBefore: Int)? {
        var tokenizer = RecordTokenizer(delimiter: layout.delimiter)
        var position = start
        var records = 0
        while position < window.count {
            var found = 0
            var fault: Kind?
            let ending = tokenizer.record(in: window, from: position) { number, content in
                found = number + 1
                if fault == nil { fault = FieldFault(in: content).map { .fault($0, field: number) } }
            }
            if case .complete(let next) = ending, layout.fields > 1, fault == nil,
                window.isEmpty(position..<next, delimiter: layout.delimiter)
            {
                position = next
                if layout.keepsEmptyRecords { records += 1 }
                continue
            }
            let kind: Kind?
            switch ending {
            case .incomplete: return nil
            case .unclosedQuote(let field): kind = fault ?? .unclosedQuote(field: field)
            case .textAfterQuote(let field): kind = fault ?? .textAfterQuote(field: field)
            case .complete: kind = fault ?? (found == layout.fields ? nil : .raggedRow(found: found))
            }
            if let kind { return (RecordFailure(kind: kind, recordStart: position), records) }
            guard case .complete(let next) = ending else { return nil }
            position = next
            records += 1
        }
        return nil
    }
}
