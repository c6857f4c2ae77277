/// The names that the tables spell out, each with a code; one code for one spelling, whatever it is used for.
struct ListedNames {
    /// The spellings, by place.
    private(set) var spellings: [String] = []
    private var places: [String: Int] = [:]

    /// The code of a spelling, a new one if it has none yet.
    mutating func code(_ spelling: String) -> NameCode {
        if let place = places[spelling] { return NameCode(listed: place) }
        places[spelling] = spellings.count
        spellings.append(spelling)
        precondition(spellings.count < 1 << NameCode.placeBits, "there are too many listed names")
        return NameCode(listed: spellings.count - 1)
    }
}
