import Microdata
import Yams

/// A node of a release file with the key that it stands under, for errors that name key, line and what was expected.
struct ReleaseNode {
    let node: Node
    let key: String
    let file: String

    var line: Int { node.mark?.line ?? 1 }

    func wrong(_ expected: String) -> ReleaseError {
        .wrongValue(file: file, line: line, key: key, expected: expected)
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

    /// A text as it stands in the file; numbers and words like `no` are texts too, nothing at all is not.
    func text(_ expected: String) throws(ReleaseError) -> String {
        guard let scalar = node.scalar, !scalar.string.isEmpty else { throw wrong(expected) }
        return scalar.string
    }

    /// The elements of a list.
    func elements(_ expected: String) throws(ReleaseError) -> [ReleaseNode] {
        guard let sequence = node.sequence else { throw wrong(expected) }
        return sequence.map { ReleaseNode(node: $0, key: key, file: file) }
    }

    /// A list of names of fields.
    func names(example: String) throws(ReleaseError) -> [String] {
        try elements("a list of fields, such as \(example)").map { element throws(ReleaseError) in
            try element.text("the name of a field")
        }
    }

    /// A whole number that an option of the same meaning takes.
    func number<Number: FixedWidthInteger & Sendable>(_ allowed: OptionRange<Number>) throws(ReleaseError) -> Number {
        guard let scalar = node.scalar, scalar.style == .plain, let value = Number(scalar.string),
            allowed.range.contains(value)
        else { throw wrong(allowed.range.expectation) }
        return value
    }

    /// A number that an option of the same meaning takes.
    func number(_ allowed: OptionRange<Double>) throws(ReleaseError) -> Double {
        guard let scalar = node.scalar, scalar.style == .plain, let value = Double(decimal: scalar.string),
            allowed.range.contains(value)
        else { throw wrong(allowed.range.expectation) }
        return value
    }
}
