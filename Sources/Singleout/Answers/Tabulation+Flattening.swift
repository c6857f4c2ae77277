import Briefing

extension Tabulation {
    /// A JSON object as rows of a dotted name, a value and the reason where the value is missing; lists of texts are
    /// joined with commas, the objects of a list numbered from 1.
    ///
    /// - Parameter lists: What objects are called in place of their numbers, by the dotted name of their list.
    init(flattening value: JSONValue, naming lists: [String: [String]] = [:]) {
        var rows: [[Cell]] = []
        Self.flatten(value, name: "", reason: nil, naming: lists, into: &rows)
        self.init(
            columns: [
                .text("Measure", key: "measure"), .number("Value", key: "value"), .text("Reason", key: "reason"),
            ],
            rows: rows)
    }

    private static func flatten(
        _ value: JSONValue, name: String, reason: String?, naming lists: [String: [String]],
        into rows: inout [[Cell]]
    ) {
        func add(_ cell: Cell) { rows.append([.text(name), cell, .text(reason ?? "")]) }
        switch value {
        case .null: add(.missing(reason: reason ?? ""))
        case .bool(let flag): add(.text(flag ? "true" : "false"))
        case .integer(let number): add(.integer(number))
        case .real(let number): add(.real(number, decimals: 6))
        case .string(let text): add(.text(text))
        case .array(let elements) where lists[name] != nil || elements.contains(where: isObject):
            for (place, element) in elements.enumerated() {
                flatten(
                    element, name: name + "." + (lists[name]?[place] ?? "\(place + 1)"), reason: nil, naming: lists,
                    into: &rows)
            }
        case .array(let elements):
            add(.text(elements.map { if case .string(let text) = $0 { text } else { "" } }.joined(separator: ",")))
        case .list: preconditionFailure("long lists have tables of their own")
        case .object(let members):
            for member in members where !isReason(member, among: members) && !isListForm(member, among: members) {
                let reason = members.first { $0.name == member.name + "Reason" }
                    .flatMap { if case .string(let text) = $0.value { text } else { nil } }
                flatten(
                    member.value, name: name.isEmpty ? member.name : name + "." + member.name, reason: reason,
                    naming: lists, into: &rows)
            }
        }
    }

    private static func isObject(_ value: JSONValue) -> Bool {
        if case .object = value { true } else { false }
    }

    /// Whether a list says again what the object next to it says.
    private static func isListForm(_ member: JSONValue.Member, among members: [JSONValue.Member]) -> Bool {
        members.contains { $0.name + "List" == member.name }
    }

    private static func isReason(_ member: JSONValue.Member, among members: [JSONValue.Member]) -> Bool {
        members.contains { $0.name + "Reason" == member.name }
    }
}
