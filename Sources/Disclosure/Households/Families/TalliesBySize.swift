/// Something that is added up for families of each size; nearly all families are small, so that most need no dictionary.
struct TalliesBySize<Tally> {
    private var small: [Tally]
    private var large: [Int: Tally] = [:]
    private let zero: Tally

    init(_ zero: Tally) {
        self.zero = zero
        small = Array(repeating: zero, count: 64)
    }

    /// What is added up for families of a size.
    subscript(size: Int) -> Tally {
        get { size < small.count ? small[size] : large[size, default: zero] }
        _modify {
            if size < small.count {
                yield &small[size]
            } else {
                let none = zero
                yield &large[size, default: none]
            }
        }
    }

    /// The sizes for which something was added up, ascending.
    func sorted(where isUsed: (Tally) -> Bool) -> [(size: Int, tally: Tally)] {
        (small.enumerated().map { (size: $0.offset, tally: $0.element) } + large.map { (size: $0.key, tally: $0.value) })
            .filter { isUsed($0.tally) }.sorted { $0.size < $1.size }
    }
}
