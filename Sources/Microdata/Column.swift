/// One field of a table: a code per record and the dictionary that the codes point into.
public struct Column: Sendable, Hashable {
    /// The field's name, as in the header.
    public let name: String
    /// One code per record.
    public let codes: CodeArray
    /// The values, in the order of their codes; the missing value, when there is one, has a code and an entry too.
    public let dictionary: ValueDictionary
    /// The code that stands for a missing value, when the column holds any.
    public let missingCode: UInt32?
    /// What its file says of the field beside its values, which is not compared; `nil` where that is nothing.
    package var origin: FieldOrigin?

    /// A column of codes that point into a dictionary.
    public init(name: String, codes: CodeArray, dictionary: ValueDictionary, missingCode: UInt32? = nil) {
        self.name = name
        self.codes = codes
        self.dictionary = dictionary
        self.missingCode = missingCode
    }

    /// A column from values in record order; `nil` is a missing value. Codes follow the first appearance of each value.
    ///
    /// - Complexity: O(records) time and memory. For small tables and tests; files are read by `DelimitedReader`.
    public init(name: String, values: [String?]) {
        var codeOf: [String?: UInt32] = [:]
        var dictionary = ValueDictionary()
        var codes: [UInt32] = []
        codes.reserveCapacity(values.count)
        for value in values {
            if let code = codeOf[value] {
                codes.append(code)
            } else {
                let code = UInt32(dictionary.count)
                codeOf[value] = code
                dictionary.append((value ?? "").utf8)
                codes.append(code)
            }
        }
        self.init(
            name: name, codes: CodeArray(narrowing: codes, cardinality: dictionary.count), dictionary: dictionary,
            missingCode: codeOf[String?.none])
    }

    /// The same column under another name.
    package func renamed(_ name: String) -> Column {
        var renamed = Column(name: name, codes: codes, dictionary: dictionary, missingCode: missingCode)
        renamed.origin = origin
        return renamed
    }

    /// The number of different codes, a missing value included.
    public var cardinality: Int { dictionary.count }

    /// Bytes that codes and values take.
    public var byteCount: Int { count * codes.bytesPerCode + dictionary.byteCount }

    /// The number of records.
    public var count: Int { codes.count }

    /// Whether name, codes and values are equal, whatever the file says beside them.
    public static func == (left: Column, right: Column) -> Bool {
        left.name == right.name && left.missingCode == right.missingCode && left.codes == right.codes
            && left.dictionary == right.dictionary
    }

    /// Hashes what is compared.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(codes)
        hasher.combine(dictionary)
        hasher.combine(missingCode)
    }
}

extension Column {
    /// The same column without a byte-order mark at the beginning of values, and how many records have one.
    ///
    /// - Complexity: O(bytes of the values) time; O(records) where there is one.
    func droppingMarks(missingValues: Set<String>) -> (column: Column, records: Int) {
        let mark = ByteOrderMark.bytes
        let marked = dictionary.codes(beginningWith: mark)
        if marked.isEmpty { return (self, 0) }
        var codeOf: [[UInt8]: UInt32] = [:]
        for code in 0..<cardinality where UInt32(code) != missingCode {
            codeOf[Array(dictionary[utf8: code])] = UInt32(code)
        }
        var (values, missing) = (dictionary, missingCode)
        var map = Array(0..<UInt32(cardinality))
        for code in marked where UInt32(code) != missingCode {
            var value = Array(dictionary[utf8: code].dropFirst(mark.count))
            // The quotes of a cell do not count as such behind a mark.
            if value.count > 1, value.first == 0x22, value.last == 0x22 {
                value = Array(value.dropFirst().dropLast())
            }
            if missingValues.contains(String(decoding: value, as: UTF8.self)) {
                if missing == nil {
                    missing = UInt32(values.count)
                    values.append([])
                }
                map[code] = missing ?? 0
            } else {
                map[code] = codeOf[value] ?? UInt32(values.count)
                if codeOf[value] == nil {
                    codeOf[value] = UInt32(values.count)
                    values.append(value)
                }
            }
        }
        let isMarked = Set(marked.map { UInt32($0) })
        let codes = codes.widened()
        let records = codes.count { isMarked.contains($0) }
        // Codes are numbered anew in the order of their first appearance, as everywhere.
        var (numbers, dictionary) = ([UInt32?](repeating: nil, count: values.count), ValueDictionary())
        let renumbered = codes.map { code -> UInt32 in
            let value = map[Int(code)]
            if let number = numbers[Int(value)] { return number }
            let number = UInt32(dictionary.count)
            numbers[Int(value)] = number
            dictionary.append(values[utf8: Int(value)])
            return number
        }
        return (
            Column(
                name: name, codes: CodeArray(narrowing: renumbered, cardinality: dictionary.count),
                dictionary: dictionary, missingCode: missing.flatMap { numbers[Int($0)] }),
            records
        )
    }
}

extension ValueDictionary {
    /// The codes of values that begin with some bytes.
    fileprivate func codes(beginningWith start: [UInt8]) -> [Int] {
        // Most texts have no such byte at all.
        guard let first = start.first, bytes.contains(first) else { return [] }
        return (0..<count).filter { self[utf8: $0].starts(with: start) }
    }
}
