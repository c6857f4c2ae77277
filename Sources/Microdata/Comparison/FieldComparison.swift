/// One field of several files in one notation, so that a value is the same whatever each file writes.
public struct FieldComparison: Sendable {
    /// What the values are compared as.
    public enum Kind: String, Sendable, Hashable, Codable {
        /// Numbers: `7` and `7.0` are one value.
        case number
        /// Dates of the calendar.
        case date
        /// Texts.
        case text
    }

    /// What the values are compared as.
    public let kind: Kind
    /// The field in each file, in its order; the same columns where no value had to be rewritten.
    public let columns: [Column]
    /// What a reader must know: numbers that a file writes in two ways, then files that have few or no values in common.
    public let remarks: [FieldRemark]

    /// Finds what a field holds in all files together, and rewrites what is written otherwise.
    ///
    /// A field is one of numbers when all values of all files are: no leading zeros, no more than 15 digits, and no file that
    /// writes a number which is not whole with and without zeros at its end, as codes such as `250.1` and `250.10` are. It is one
    /// of dates when it is so in every file. A file without values has no say.
    ///
    /// - Parameters:
    ///   - columns: The field in each file, at least one.
    ///   - sources: What the files are called, for remarks and messages.
    ///   - matching: When two texts are the same.
    ///   - dates: The order of day, month and year in numbers; found in each file when `nil`.
    ///   - isSeries: Whether the files follow one another in time: remarks are on each file and the one before, and on each and
    ///     the first else.
    /// - Throws: `MicrodataError` for dates whose order cannot be told.
    /// - Complexity: O(bytes of the different values), and O(records) of the files in which something is rewritten.
    public init(
        _ columns: [Column], sources: [String], matching: TextMatching = .exact, dates: DateOrder? = nil,
        isSeries: Bool = false
    ) throws(MicrodataError) {
        precondition(!columns.isEmpty && columns.count == sources.count, "a source for each column")
        let known = columns.indices.filter { columns[$0].presentCount > 0 }
        var own = columns
        // Empty where no number has to be rewritten.
        var numbers: [[PlainNumber?]] = []
        for place in known {
            if columns[place].areWholeNumbers {
                numbers.append([])
                continue
            }
            guard let texts = columns[place].plainNumbers else { break }
            numbers.append(texts)
        }
        let coded =
            numbers.count == known.count ? zip(known, numbers).filter { PlainNumber.areCodes($0.1) }.map(\.0) : []
        if numbers.count == known.count, coded.isEmpty {
            kind = .number
            for (place, texts) in zip(known, numbers) where !texts.isEmpty {
                own[place] = columns[place].rewritten { texts[$0]?.text ?? [] }
            }
        } else if coded.isEmpty,
            let alike = try Self.dates(known.map { columns[$0] }, dates, known.map { sources[$0] })
        {
            kind = .date
            for (place, column) in zip(known, alike) { own[place] = column }
        } else {
            kind = .text
            if matching == .folded {
                for place in known {
                    own[place] = columns[place].rewritten { FoldedText.text(of: columns[place].dictionary[utf8: $0]) }
                }
            }
        }
        self.columns = own
        var remarks: [FieldRemark] = []
        let merged = kind == .number ? known.filter { own[$0].cardinality < columns[$0].cardinality } : []
        for (places, reason) in [(coded, FieldRemark.Reason.codes), (merged, .equalNumbers)] where !places.isEmpty {
            remarks.append(FieldRemark(reason, of: columns[0].name, files: places.map { sources[$0] }))
        }
        let isText = kind == .text
        for place in own.indices.dropFirst() {
            let other = isSeries ? place - 1 : 0
            let remark = FieldRemark(
                compared: (own[other], own[place]), written: (columns[other], columns[place]),
                sources: (sources[other], sources[place]), isText: isText)
            if let remark { remarks.append(remark) }
        }
        self.remarks = remarks
    }

    /// The columns as dates; `nil` unless all are, or where they have other values too and all dates are written alike.
    private static func dates(
        _ columns: [Column], _ order: DateOrder?, _ sources: [String]
    ) throws(MicrodataError) -> [Column]? {
        do {
            return try Column.datesAlike(columns, order: order, sources: sources)
        } catch MicrodataError.notDates where columns.allSatisfy(\.isMostlyISO) {
            // Dates that the calendar does not have, or words: every file writes the others as ISO dates, so texts say the same.
            return nil
        }
    }
}

extension Column {
    /// Whether all values are whole numbers from 0, all written in digits alone, as most identifiers are.
    fileprivate var areWholeNumbers: Bool {
        presentValues.allSatisfy { value in
            (1...PlainNumber.digitLimit).contains(value.count) && value.allSatisfy(PlainNumber.isDigit)
                && (value.count == 1 || value.first != UInt8(ascii: "0"))
        }
    }

    /// Whether more than half of the different values are ISO dates.
    fileprivate var isMostlyISO: Bool { presentValues.count { CalendarDate(iso: $0) != nil } * 2 > presentCount }
}
