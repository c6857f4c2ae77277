/// Which generated names may be drawn: not those that spell a listed name or hold a denied word.
struct NameFilter: Sendable {
    private let spelling: NameSpelling
    private let denied = DeniedWords()
    /// Codes that spell a listed name, rising.
    private let excluded: [UInt32]

    /// The filter of the built-in tables.
    ///
    /// - Parameter spelling: How the names are spelt.
    init(spelling: NameSpelling) {
        self.spelling = spelling
        excluded = ParameterTable("excluded_names").integers("code", in: 0...Int(UInt32.max)).map(UInt32.init).sorted()
    }

    /// Whether a generated name may be drawn.
    func allows(_ code: NameCode) -> Bool {
        if isExcluded(code.rawValue) { return false }
        return spelling.withLetters(of: code) { !denied.matches($0) }
    }

    private func isExcluded(_ code: UInt32) -> Bool {
        var low = 0
        var high = excluded.count
        while low < high {
            let middle = (low + high) / 2
            if excluded[middle] < code { low = middle + 1 } else { high = middle }
        }
        return low < excluded.count && excluded[low] == code
    }
}
