/// The character between the fields of a line.
public enum Delimiter: UInt8, Codable, Hashable, Sendable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09
    case bar = 0x7C

    /// What a text must be to name a delimiter, for messages.
    static let expectation = "one of ',', ';', '|', a tab, or the words comma, semicolon, bar, tab"

    /// The delimiter that a text names by itself or by its name; `\t` is a tab too.
    public init?(_ text: String) {
        switch text {
        case ",", "comma": self = .comma
        case ";", "semicolon": self = .semicolon
        case "\t", "\\t", "tab": self = .tab
        case "|", "bar": self = .bar
        default: return nil
        }
    }
}
