/// What can be wrong with the bytes of one field.
enum FieldFault: Hashable {
    case zeroByte
    case invalidUTF8

    /// The fault of a field's content, a zero byte before all else; `nil` when there is none.
    init?(in content: Span<UInt8>) {
        if !content.allSatisfy({ $0 != 0 }) {
            self = .zeroByte
        } else if !content.isUTF8 {
            self = .invalidUTF8
        } else {
            return nil
        }
    }

    func error(source: String, line: Int, column: Int, name: String?) -> MicrodataError {
        switch self {
        case .zeroByte: .zeroByte(source: source, line: line, column: column, name: name)
        case .invalidUTF8: .invalidUTF8(source: source, line: line, column: column, name: name)
        }
    }
}
