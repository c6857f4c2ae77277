internal import CKernels

/// What can be wrong with the bytes of one field.
enum FieldFault: Hashable {
    case zeroByte
    case invalidUTF8

    /// The fault of a field's content, a zero byte before all else; `nil` when there is none.
    init?(in content: UnsafeBufferPointer<UInt8>) {
        guard let base = content.baseAddress, content.count > 0 else { return nil }
        if unsafe content.contains(0) {
            self = .zeroByte
        } else if unsafe singleout_is_utf8(base, content.count) == 0 {
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
