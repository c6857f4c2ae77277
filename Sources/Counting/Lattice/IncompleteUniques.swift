/// Records alone in their class at a combination that lack the same later values.
struct IncompleteUniques: Hashable {
    /// The combination at which they are alone.
    var combination: UInt32
    /// The position of its last field.
    var position: UInt32
    /// How many fields may be added, this one included.
    var depth: UInt32
    /// The later positions, as bits, whose values they lack.
    var pattern: UInt64

    /// Calls the body with every combination to which these records are credited.
    func forEachCombination(of shape: LatticeShape, _ body: (Int) -> Void) {
        func credit(_ combination: Int, base: Int, depth: Int) {
            body(combination)
            guard depth > 1 else { return }
            let row = (depth - 2) * (shape.fieldCount + 1)
            for next in base..<shape.fieldCount where (pattern >> UInt64(next)) & 1 == 0 {
                let number = combination + 1 + Int(shape.before[row + next] - shape.before[row + base])
                credit(number, base: next + 1, depth: depth - 1)
            }
        }
        credit(Int(combination), base: Int(position) + 1, depth: Int(depth))
    }
}
