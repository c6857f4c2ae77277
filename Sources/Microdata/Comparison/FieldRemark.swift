/// What a reader must know of a field of two files before any figure that compares them, such as that few or none of its values
/// are in both, and how each file writes them. It holds no value.
public struct FieldRemark: Sendable, Hashable, Codable {
    /// What is to be known.
    public enum Reason: Sendable, Hashable, Codable {
        /// No value is in both files.
        case none
        /// So few of the different values of the file with fewer of them are in the other.
        case few(common: Int, of: Int)
        /// So few of the records of each file have a value that the other has, too.
        case rare(matched: [Int], records: [Int])
        /// Files write a number that is not whole with and without zeros at its end, which makes it a field of text.
        case codes
        /// Files write numbers in two ways, which are compared as one.
        case equalNumbers
        /// A file has no value at all.
        case noValues(file: String)
        /// One file has leading zeros, which make it a field of text, and the other has none.
        case leadingZeros(file: String)
        /// No value is in both datasets of a cluster, which compares texts as they are written.
        case noneOnCluster
    }

    /// The field, as the first file calls it.
    public let field: String
    /// The two files, or those that each write numbers in two ways.
    public let files: [String]
    /// What is to be known.
    public let reason: Reason
    /// How each file writes most of its values: `A` for a letter and `9` for a digit; `nil` for a file without values.
    public let outlines: [String?]
    /// What keeps values apart that may be the same.
    public enum Cause: Sendable, Hashable, Codable {
        /// Case, accents and spaces.
        case folding
        /// Leading zeros, which make a field one of text.
        case leadingZeros
        /// Other letters, digits and signs, as where one file has words and the other codes.
        case spelling
    }

    /// What keeps values apart that may be the same, where that was found.
    public let cause: Cause?

    /// Whether the files cannot be compared by the field: no value is in both, or nearly none and they are written otherwise.
    public var isDisjoint: Bool {
        switch reason {
        case .none, .noValues, .noneOnCluster: true
        case .rare(let matched, let records): cause != nil && Self.isRare(matched, records, per: Self.rareShare)
        case .few, .leadingZeros, .codes, .equalNumbers: false
        }
    }

    /// Whether files of which one must hold all values of the other cannot be such.
    public var isDoubtful: Bool {
        switch reason {
        case .codes, .equalNumbers: false
        case .none, .few, .rare, .leadingZeros, .noValues, .noneOnCluster: true
        }
    }

    /// Fewer than one record of so many with a counterpart are hardly any.
    private static let rareShare = 20
    /// Fewer than one of so many are too few where the others are written otherwise.
    private static let otherwiseShare = 2

    private static func isRare(_ matched: [Int], _ records: [Int], per share: Int) -> Bool {
        zip(matched, records).allSatisfy { $0 * share < $1 }
    }

    /// The remark on a field of which files write some numbers in two ways.
    init(_ reason: Reason, of field: String, files: [String]) {
        (self.field, self.files, self.reason, outlines, cause) = (field, files, reason, [], nil)
    }

    /// The remark on a field of which no value of one dataset of a cluster is in another.
    package init(onCluster field: String, files: [String]) {
        self.field = field
        self.files = files
        reason = .noneOnCluster
        outlines = [nil, nil]
        cause = nil
    }

    /// The remark on a field whose values are dates in each of two files; values that are no dates are compared as they are.
    ///
    /// - Parameters:
    ///   - columns: The field in each file.
    ///   - sources: What the files are called.
    ///   - order: The order of day, month and year in numbers; found in each file when `nil`.
    /// - Returns: `nil` where a tenth or more of the dates of one file are in the other.
    /// - Throws: `MicrodataError` for dates whose order cannot be told.
    /// - Complexity: O(bytes of the different values) expected time, and O(records) where dates are not ISO dates.
    public init?(
        onDates columns: [Column], sources: [String], order: DateOrder?
    ) throws(MicrodataError) {
        precondition(columns.count == 2 && sources.count == 2, "two files")
        var days: [Column] = []
        for (column, source) in zip(columns, sources) {
            let notation = try DateNotation(of: column, order: order, source: source)
            days.append(
                column.rewritten { code in
                    let value = column.dictionary[utf8: code]
                    return notation.date(of: value).map { Array($0.text.utf8) } ?? Array(value)
                })
        }
        self.init(
            compared: (days[0], days[1]), written: (columns[0], columns[1]), sources: (sources[0], sources[1]),
            isText: false)
    }

    /// The remark on a field; `nil` where a tenth or more of the values of one file are in the other, and these are of enough
    /// records: a twentieth of those of a file, or half where the rest is written otherwise.
    ///
    /// - Parameters:
    ///   - compared: The field of both files in one notation.
    ///   - written: The same as the files write it.
    ///   - sources: What the files are called.
    ///   - isText: Whether the values are compared as texts.
    /// - Complexity: O(bytes of the different values) expected time, and O(records).
    init?(
        compared: (Column, Column), written: (Column, Column), sources: (String, String), isText: Bool
    ) {
        let fewer = min(compared.0.presentCount, compared.1.presentCount)
        let shared = SharedValues(compared.0, compared.1)
        let common = shared.count
        let both = [written.0, written.1]
        field = written.0.name
        files = [sources.0, sources.1]
        if compared.0.presentCount == 0, compared.1.presentCount == 0 { return nil }
        if fewer == 0 {
            reason = .noValues(file: compared.0.presentCount == 0 ? sources.0 : sources.1)
            (outlines, cause) = (both.map { $0.commonOutline { _ in true } }, nil)
            return
        }
        let isFew = common * 10 < fewer
        // Zeros at the start are lost where a program took codes for numbers.
        let zeros = isText ? both.map(\.hasLeadingZeros) : [false, false]
        if zeros[0] != zeros[1], both[zeros[0] ? 1 : 0].plainNumbers != nil {
            let bare = both.map { column in column.rewritten { Self.withoutZeros(column.dictionary[utf8: $0]) } }
            if bare[0].commonValues(with: bare[1], upTo: .max) > common {
                reason = common == 0 ? .none : .leadingZeros(file: zeros[0] ? sources.0 : sources.1)
                (outlines, cause) = (both.map { $0.commonOutline { _ in true } }, .leadingZeros)
                return
            }
        }
        let (matched, records) = (shared.matched, shared.records)
        let isRare = Self.isRare(matched, records, per: Self.rareShare)
        guard isFew || isRare || isText && Self.isRare(matched, records, per: Self.otherwiseShare) else { return nil }
        let folded = isText ? both.map { $0.inOneNotation(.folded) } : []
        if isText, folded[0].commonValues(with: folded[1], upTo: common + 1) > common {
            cause = .folding
        } else {
            cause = isText && common > 0 && shared.isRestWrittenOtherwise ? .spelling : nil
        }
        // How the values are written that have no counterpart.
        outlines = zip([compared.0, compared.1], shared.isShared).map { column, isShared in
            column.commonOutline { !isShared[$0] }
        }
        if common == 0 {
            reason = .none
        } else if isRare || !isFew && cause != nil {
            reason = .rare(matched: matched, records: records)
        } else if isFew {
            reason = .few(common: common, of: fewer)
        } else {
            return nil
        }
    }

    private static func withoutZeros(_ value: ArraySlice<UInt8>) -> [UInt8] {
        let rest = value.drop { $0 == UInt8(ascii: "0") }
        return rest.isEmpty ? Array(value.prefix(1)) : Array(rest)
    }
}

extension FieldRemark: CustomStringConvertible {
    /// One sentence that says what is wrong and how each file writes the field.
    public var description: String {
        let names = files.map { $0 == "-" ? "standard input" : $0 }
        func written(_ place: Int) -> String { outlines.indices.contains(place) ? outlines[place] ?? "nothing" : "" }
        let hint =
            switch cause {
            case .folding: "; --match-text folded ignores case, accents and spaces"
            case .leadingZeros: "; one of them has leading zeros, so the field is compared as text"
            case .spelling, nil: ""
            }
        let shapes =
            outlines.count < 2
            ? ""
            : outlines[0] == outlines[1]
                ? "both files write it as \(written(0))"
                : "\(names[0]) writes it as \(written(0)) and \(names[1]) as \(written(1))"
        return switch reason {
        case .none: "The field '\(field)' has no value in common in \(names[0]) and \(names[1]): \(shapes)\(hint)."
        case .few(let common, let all):
            "The field '\(field)' has only \(common) of \(all) values in common in \(names[0]) and \(names[1]): "
                + "\(shapes)\(hint)."
        case .rare(let matched, let records):
            "The field '\(field)' has a value of the other file in only \(matched[0]) of \(records[0]) records of \(names[0]) "
                + "and in \(matched[1]) of \(records[1]) of \(names[1]): \(shapes)\(hint)."
        case .codes:
            "The field '\(field)' is compared as text, because \(names.joined(separator: " and ")) "
                + "\(names.count == 1 ? "writes" : "write") a number with and without zeros at its end (as 9.9 and 9.90), which "
                + "makes them two codes."
        case .equalNumbers:
            "The field '\(field)' holds numbers that \(names.joined(separator: " and ")) "
                + "\(names.count == 1 ? "writes" : "write") in two ways (as 9 and 9.0); they are compared as one value."
        case .noValues(let file):
            "The field '\(field)' has no value in \(file == "-" ? "standard input" : file), so that nothing can match by it."
        case .noneOnCluster:
            "The field '\(field)' has no value in common in \(names[0]) and \(names[1]): the cluster compares texts as "
                + "written, so that numbers and dates in two notations do not match."
        case .leadingZeros(let file):
            "The field '\(field)' is compared as text, because \(file == "-" ? "standard input" : file) has leading zeros and "
                + "the other file has none, so that the same code may not match: \(shapes)."
        }
    }
}

extension Column {
    /// How many values two columns have in common; counting ends at a limit.
    func commonValues(with other: Column, upTo limit: Int) -> Int {
        let (small, large) = presentCount <= other.presentCount ? (self, other) : (other, self)
        let index = ValueIndex(small.dictionary, except: small.missingCode, expecting: 0)
        var common = 0
        for code in 0..<large.cardinality where UInt32(code) != large.missingCode {
            if index.holds(code, of: large.dictionary) { common += 1 }
            if common >= limit { break }
        }
        return common
    }

    /// Whether a value of digits alone starts with a zero and has more digits.
    fileprivate var hasLeadingZeros: Bool {
        presentValues.contains { value in
            value.count > 1 && value.first == UInt8(ascii: "0") && value.allSatisfy(PlainNumber.isDigit)
        }
    }

    /// The outline that most different values of some have, the first of the alphabet among equals; `nil` without values.
    fileprivate func commonOutline(_ isCounted: (_ code: Int) -> Bool) -> String? {
        var counts: [[UInt8]: Int] = [:]
        // So many values say what the file writes.
        for code in 0..<min(cardinality, 10_000) where UInt32(code) != missingCode && isCounted(code) {
            counts[Self.outline(of: dictionary[utf8: code]), default: 0] += 1
        }
        let most = counts.max { one, other in
            one.value == other.value ? other.key.lexicographicallyPrecedes(one.key) : one.value < other.value
        }
        return most.map { String(decoding: $0.key, as: UTF8.self) }
    }

    /// Letters as `A` and digits as `9`; other signs of the keyboard as they are, and all else as `?`.
    fileprivate static func outline(of value: ArraySlice<UInt8>) -> [UInt8] {
        var outline: [UInt8] = []
        for byte in value {
            if (0x80...0xbf).contains(byte) { continue }
            if outline.count == 24 { return outline + Array("...".utf8) }
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): outline.append(UInt8(ascii: "9"))
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), 0xc0...0xff:
                outline.append(UInt8(ascii: "A"))
            case 0x20...0x7e: outline.append(byte)
            default: outline.append(UInt8(ascii: "?"))
            }
        }
        if outline.first == UInt8(ascii: " ") || outline.last == UInt8(ascii: " ") {
            return [UInt8(ascii: "'")] + outline + [UInt8(ascii: "'")]
        }
        let hasLettersOrDigits = outline.contains { $0 == UInt8(ascii: "A") || $0 == UInt8(ascii: "9") }
        return hasLettersOrDigits ? outline : Array("signs without letters and digits".utf8)
    }
}

/// Which values of a field two files share, and how many records have them.
private struct SharedValues {
    private let columns: [Column]
    /// For each file whether each of its codes is a value of the other file, too.
    private(set) var isShared: [[Bool]]
    /// The values that both have.
    private(set) var count = 0
    /// For each file the records of each code.
    private let recordsOf: [[Int]]
    /// The records of each file with a value of the other.
    let matched: [Int]
    /// The records of each file with a value.
    let records: [Int]

    /// - Complexity: O(bytes of the values) expected time, and O(records).
    init(_ first: Column, _ second: Column) {
        columns = [first, second]
        isShared = columns.map { [Bool](repeating: false, count: $0.cardinality) }
        let (small, large) = first.presentCount <= second.presentCount ? (0, 1) : (1, 0)
        let index = ValueIndex(columns[small].dictionary, except: columns[small].missingCode, expecting: 0)
        for code in 0..<columns[large].cardinality where UInt32(code) != columns[large].missingCode {
            guard let own = index.found(code, of: columns[large].dictionary) else { continue }
            isShared[large][code] = true
            isShared[small][Int(own)] = true
            count += 1
        }
        recordsOf = columns.map { $0.codes.counts(cardinality: $0.cardinality) }
        matched = zip(recordsOf, isShared).map { counts, isShared in
            zip(counts, isShared).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
        }
        records = zip(columns, recordsOf).map { column, counts in
            counts.reduce(0, +) - (column.missingCode.map { counts[Int($0)] } ?? 0)
        }
    }

    /// Whether nearly all other records of each file have values with letters and signs in places where no other value of the
    /// other file has them.
    var isRestWrittenOtherwise: Bool {
        let counts = columns.indices.map(restOutlines)
        return counts.indices.allSatisfy { place in
            let all = counts[place].values.reduce(0, +)
            let common = counts[place].reduce(0) { $0 + (counts[1 - place][$1.key] == nil ? 0 : $1.value) }
            return all > 0 && common * 10 <= all
        }
    }

    /// The outlines of values that are not shared, a run of digits being one, and the records that have them.
    private func restOutlines(_ place: Int) -> [[UInt8]: Int] {
        let column = columns[place]
        var counts: [[UInt8]: Int] = [:]
        for code in 0..<min(column.cardinality, 10_000) where UInt32(code) != column.missingCode {
            if isShared[place][code] { continue }
            var outline: [UInt8] = []
            for sign in Column.outline(of: column.dictionary[utf8: code])
            where sign != UInt8(ascii: "9") || outline.last != sign { outline.append(sign) }
            counts[outline, default: 0] += recordsOf[place][code]
        }
        return counts
    }
}
