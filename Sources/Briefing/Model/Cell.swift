/// One typed cell of a table; each renderer decides how its type looks.
public enum Cell: Sendable, Hashable {
    /// Words, for example the names of fields.
    case text(String)
    /// An exact count.
    case integer(Int)
    /// A finite number, shown with a number of decimals and written in full where precision matters (CSV).
    case real(Double, decimals: Int)
    /// A finite share or probability in `[0, 1]`, shown as a percentage and written as a fraction where precision
    /// matters.
    case share(Double)
    /// No answer, and why.
    case missing(reason: String)
    /// A number that is not shown, by the shorthand of official statistics.
    case symbol(Symbol)
}
