internal import Microdata

/// What an answer was made from: the version of the tool, every file that was read, and what was noticed in reading.
public struct Provenance: Sendable, Hashable {
    /// A file that was read.
    public struct Input: Sendable, Hashable {
        /// The path as it was given; `-` for standard input.
        public let path: String
        /// The bytes of the file, or why they are not known.
        public let bytes: Answer<Int>
        /// The records read, or why they are not known.
        public let records: Answer<Int>
        /// The SHA-256 of the file, or why there is none; `nil` when it was not asked for.
        public let sha256: Answer<String>?
        /// The lines without any value that were left out.
        public let emptyRecords: Int
        /// What was noticed in reading, a sentence each.
        public let notes: [String]
    }

    /// A value, or the reason why there is none.
    public enum Answer<Value: Sendable & Hashable>: Sendable, Hashable {
        case known(Value)
        case unknown(reason: String)

        /// The value; `nil` where there is none.
        var value: Value? { if case .known(let value) = self { value } else { nil } }

        /// Why there is none; empty where there is one.
        var reason: String { if case .unknown(let reason) = self { reason } else { "" } }
    }

    /// What must be known of a field of two files, and whether it may have no value in common.
    struct Remark: Sendable, Hashable {
        let remark: FieldRemark
        let isAllowed: Bool
    }

    /// The version of the tool.
    public let version: String
    /// What must be known before any figure that compares files.
    let remarks: [Remark]
    /// The inputs: those that the question names, in that order, then the others by path.
    public let inputs: [Input]

    /// The lines without any value that were left out of all inputs.
    public var emptyRecords: Int { inputs.reduce(0) { $0 + $1.emptyRecords } }

    /// What was noticed in reading, a sentence each; it names the input where there are several.
    public var notes: [String] {
        opening + inputs.flatMap { input in input.notes.map { named($0, input) } }
    }

    /// What must be known before any figure that compares files, a sentence each.
    public var opening: [String] { remarks.map(\.remark.description) }

    /// Refuses a comparison of files by a field that has no value in common, unless that was allowed.
    ///
    /// - Parameter remedy: What can be done about it.
    /// - Throws: `ComparisonError`.
    public func requireCommonValues(
        _ remedy: ComparisonError.Remedy = .option
    ) throws(ComparisonError) {
        let apart = remarks.filter { $0.remark.isDisjoint && !$0.isAllowed }.map(\.remark)
        if !apart.isEmpty { throw ComparisonError(remarks: apart, remedy: remedy) }
    }

    /// What a reader of text should know: the lines that were left out, and the notes.
    public var lines: [String] {
        inputs.flatMap { input -> [String] in
            var lines = input.notes
            if input.emptyRecords > 0 {
                let many = Wording.count(input.emptyRecords, "line") + " without any value"
                lines.insert("\(many) \(input.emptyRecords == 1 ? "was" : "were") left out.", at: 0)
            }
            return lines.map { named($0, input) }
        }
    }

    private func named(_ sentence: String, _ input: Input) -> String {
        inputs.count { !$0.notes.isEmpty || $0.emptyRecords > 0 || $0.isTable } < 2
            ? sentence : (input.path == "-" ? "standard input" : input.path) + ": " + sentence
    }
}

extension Provenance.Input {
    /// Whether records were read from it.
    fileprivate var isTable: Bool { if case .known = records { true } else { false } }
}
