extension Cell {
    /// The cell as a person reads it; a missing answer is `n/a` and its reason is below the table.
    var shown: String {
        switch self {
        case .text(let text): text.printable
        case .integer(let value): NumberText.integer(value)
        case .real(let value, let decimals): NumberText.real(value, decimals: decimals)
        case .share(let value): NumberText.share(value)
        case .missing: "n/a"
        case .symbol(let symbol): symbol.shorthand
        }
    }

    /// The cell as a program reads it: numbers in full, without separators; a missing answer is empty.
    var exact: String {
        switch self {
        case .text(let text): return text
        case .integer(let value): return String(value)
        case .real(let value, _), .share(let value):
            precondition(value.isFinite, "a number to write must be finite, not \(value)")
            return String(describing: value)
        case .missing: return ""
        case .symbol(let symbol): return symbol.rawValue
        }
    }
}
