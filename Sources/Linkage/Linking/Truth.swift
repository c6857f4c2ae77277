internal import Microdata

/// Who the queries are about: the identifier of the right record, where it is known and in the register.
struct Truth: Sendable {
    private static let none = UInt32.max
    /// For each query the register's code of its identifier; `none` where nobody of the register is meant.
    private let codes: [UInt32]
    private let identifiers: CodeArray

    init(queries: Column, register: Column, sources: (String, String)) throws(LinkageError) {
        let values = queries.dictionary
        var index = HashIndex(capacity: values.count)
        for code in 0..<values.count where queries.missingCode.map({ Int($0) != code }) ?? true {
            index.insert(UInt32(code), under: HashIndex.hash(values[utf8: code]))
        }
        var registerCodes = [UInt32](repeating: Self.none, count: values.count)
        let known = register.dictionary
        // A register that was read with a vocabulary knows values that no record has.
        let counts = register.codes.counts(of: known.count)
        for code in 0..<known.count where counts[code] > 0 && register.missingCode.map({ Int($0) != code }) ?? true {
            index.forEach(under: HashIndex.hash(known[utf8: code])) { registerCodes[Int($0)] = UInt32(code) }
        }
        codes = queries.codes.widened().map { registerCodes[Int($0)] }
        identifiers = register.codes
        if codes.allSatisfy({ $0 == Self.none }) {
            throw .truthNowhere(queries: sources.0, register: sources.1, field: queries.name)
        }
    }

    /// Whether a query is about somebody in the register.
    func isPresent(_ query: Int) -> Bool { codes[query] != Self.none }

    /// Whether a record is the one that a query is about.
    func isRight(_ query: Int, _ record: Int) -> Bool { isPresent(query) && codes[query] == identifiers[record] }
}
