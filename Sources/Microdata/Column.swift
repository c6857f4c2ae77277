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
