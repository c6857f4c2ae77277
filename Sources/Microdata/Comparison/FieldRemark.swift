/// What a reader must know of a field of two files before any figure that compares them: that few or none of its values are in
/// both, and how each file writes them. It holds no value.
public struct FieldRemark: Sendable, Hashable, Codable {
    /// What is to be known.
    public enum Reason: Sendable, Hashable, Codable {
        /// No value is in both files.
        case none
        /// So few of the different values of the file with fewer of them are in the other.
        case few(common: Int, of: Int)
        /// A file has no value at all.
        case noValues(file: String)
        /// One file has leading zeros, which make it a field of text, and the other has none.
        case leadingZeros(file: String)
        /// No value is in both datasets of a cluster, which compares texts as they are written.
        case noneOnCluster
    }

    /// The field, as the first file calls it.
    public let field: String
    /// The two files.
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
    }

    /// What keeps values apart that may be the same, where that was found.
    public let cause: Cause?

    /// Whether no value is in both files.
    public var isDisjoint: Bool {
        switch reason {
        case .none, .noValues, .noneOnCluster: true
        case .few, .leadingZeros: false
        }
    }

    /// The remark on a field of which no value of one dataset of a cluster is in another.
    package init(onCluster field: String, files: [String]) {
        self.field = field
        self.files = files
        reason = .noneOnCluster
        outlines = [nil, nil]
        cause = nil
    }

    /// The remark on a field; `nil` where a tenth or more of the values of one file are in the other.
    ///
    /// - Parameters:
    ///   - compared: The field of both files in one notation.
    ///   - written: The same as the files write it.
    ///   - sources: What the files are called.
    ///   - isText: Whether the values are compared as texts.
    /// - Complexity: O(bytes of the different values) expected time.
    init?(
        compared: (Column, Column), written: (Column, Column), sources: (String, String), isText: Bool
    ) {
        let fewer = min(compared.0.presentCount, compared.1.presentCount)
        let common = compared.0.commonValues(with: compared.1, upTo: (fewer + 9) / 10)
        let both = [written.0, written.1]
        field = written.0.name
        files = [sources.0, sources.1]
        outlines = both.map(\.commonOutline)
        if compared.0.presentCount == 0, compared.1.presentCount == 0 { return nil }
        if fewer == 0 {
            reason = .noValues(file: compared.0.presentCount == 0 ? sources.0 : sources.1)
            cause = nil
            return
        }
        let isFew = common * 10 < fewer
        // Zeros at the start are lost where a program took codes for numbers.
        let zeros = isText ? both.map(\.hasLeadingZeros) : [false, false]
        if zeros[0] != zeros[1], both[zeros[0] ? 1 : 0].plainNumbers != nil {
            let bare = both.map { column in column.rewritten { Self.withoutZeros(column.dictionary[utf8: $0]) } }
            if bare[0].commonValues(with: bare[1], upTo: .max) > compared.0.commonValues(with: compared.1, upTo: .max) {
                reason = common == 0 ? .none : .leadingZeros(file: zeros[0] ? sources.0 : sources.1)
                cause = .leadingZeros
                return
            }
        }
        if !isFew { return nil }
        reason = common == 0 ? .none : .few(common: common, of: fewer)
        let folded = isText ? both.map { $0.inOneNotation(.folded) } : []
        let isSameFolded = isText && folded[0].commonValues(with: folded[1], upTo: common + 1) > common
        cause = isSameFolded ? .folding : nil
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
        func written(_ place: Int) -> String { outlines[place] ?? "nothing" }
        let hint =
            switch cause {
            case .folding: "; --match-text folded ignores case, accents and spaces"
            case .leadingZeros: "; one of them has leading zeros, so the field is compared as text"
            case nil: ""
            }
        let shapes =
            outlines[0] == outlines[1]
            ? "both files write it as \(written(0))"
            : "\(names[0]) writes it as \(written(0)) and \(names[1]) as \(written(1))"
        return switch reason {
        case .none: "The field '\(field)' has no value in common in \(names[0]) and \(names[1]): \(shapes)\(hint)."
        case .few(let common, let all):
            "The field '\(field)' has only \(common) of \(all) values in common in \(names[0]) and \(names[1]): "
                + "\(shapes)\(hint)."
        case .noValues(let file):
            "The field '\(field)' has no value in \(file == "-" ? "standard input" : file), so that nothing can match by it."
        case .noneOnCluster:
            "The field '\(field)' has no value in common in \(names[0]) and \(names[1]): the cluster compares texts as they are "
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

    /// The outline that most different values have, the first of the alphabet among equals; `nil` without values.
    fileprivate var commonOutline: String? {
        var counts: [[UInt8]: Int] = [:]
        // So many values say what the file writes.
        for value in presentValues.prefix(10_000) { counts[Self.outline(of: value), default: 0] += 1 }
        let most = counts.max { one, other in
            one.value == other.value ? other.key.lexicographicallyPrecedes(one.key) : one.value < other.value
        }
        return most.map { String(decoding: $0.key, as: UTF8.self) }
    }

    /// Letters as `A` and digits as `9`; other signs of the keyboard as they are, and all else as `?`.
    private static func outline(of value: ArraySlice<UInt8>) -> [UInt8] {
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
