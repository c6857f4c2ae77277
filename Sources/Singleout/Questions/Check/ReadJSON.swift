import Briefing

/// JSON that was read, whatever it holds.
enum ReadJSON: Decodable, Hashable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([ReadJSON])
    case object([String: ReadJSON])

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        // Most of an answer are numbers.
        if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if value.decodeNil() {
            self = .null
        } else if let flag = try? value.decode(Bool.self) {
            self = .flag(flag)
        } else if let list = try? value.decode([ReadJSON].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: ReadJSON].self))
        }
    }

    var number: Double? { if case .number(let number) = self { number } else { nil } }
    var text: String? { if case .text(let text) = self { text } else { nil } }
    var list: [ReadJSON]? { if case .list(let list) = self { list } else { nil } }
    var object: [String: ReadJSON]? { if case .object(let object) = self { object } else { nil } }

    /// The member of a figure.
    subscript(figure: Figure) -> ReadJSON? { object?[figure.key] }

    /// The member at the end of a path of figures.
    subscript(path: [Figure]) -> ReadJSON? {
        path.reduce(ReadJSON?.some(self)) { $0?[$1] }
    }
}
