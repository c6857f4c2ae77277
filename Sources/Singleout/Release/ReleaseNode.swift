import Microdata
import Yams

/// A node of a release file with its key, for errors that name key, line and what was expected.
struct ReleaseNode {
    let node: Node
    let key: String
    let file: String

    var line: Int { node.mark?.line ?? 1 }

    /// The folder of the file, where relative paths in it start, with a slash at its end.
    var folder: String { file.lastIndex(of: "/").map { String(file[...$0]) } ?? "" }

    func wrong(_ expected: String, nearest: String? = nil) -> ReleaseError {
        .wrongValue(file: file, line: line, key: key, expected: expected, nearest: nearest)
    }

    /// The members of a mapping, each under one of the known keys.
    func members(_ known: [String]) throws(ReleaseError) -> [String: ReleaseNode] {
        guard let mapping = node.mapping else {
            throw wrong("a mapping with the keys \(known.joined(separator: ", "))")
        }
        var members: [String: ReleaseNode] = [:]
        for (name, value) in mapping {
            let text = name.scalar?.string ?? ""
            guard known.contains(text) else {
                throw .unknownKey(
                    file: file, line: name.mark?.line ?? line, key: text,
                    nearest: NearestName.to(text, among: known), known: known)
            }
            members[text] = ReleaseNode(
                node: value, key: key.isEmpty ? text : key + "." + text, file: file)
        }
        return members
    }

    /// A text as the file has it; numbers and words like `no` are texts too, nothing at all is not.
    func text(_ expected: String) throws(ReleaseError) -> String {
        guard let scalar = node.scalar, !scalar.string.isEmpty else { throw wrong(expected) }
        return scalar.string
    }

    /// The elements of a list.
    func elements(_ expected: String) throws(ReleaseError) -> [ReleaseNode] {
        guard let sequence = node.sequence else { throw wrong(expected) }
        return sequence.map { ReleaseNode(node: $0, key: key, file: file) }
    }

    /// A whole number that an option of the same meaning takes.
    func number<Number: FixedWidthInteger & Sendable>(_ range: NumberRange<Number>) throws(ReleaseError) -> Number {
        guard let scalar = node.scalar, scalar.style == .plain, let value = Number(scalar.string), range.contains(value)
        else { throw wrong(range.expectation) }
        return value
    }

    /// A number that an option of the same meaning takes.
    func number(_ range: NumberRange<Double>) throws(ReleaseError) -> Double {
        guard let scalar = node.scalar, scalar.style == .plain, let value = Double(decimal: scalar.string),
            range.contains(value)
        else { throw wrong(range.expectation) }
        return value
    }
}
