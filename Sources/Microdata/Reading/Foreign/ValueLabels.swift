/// The labels of a set of values, as a file of SPSS or Stata has them.
///
/// Texts are kept by their bytes, as texts that Unicode holds to be equal are different codes.
struct ValueLabels: Sendable {
    /// The label of each number; an empty one does not tell its value.
    private(set) var numbers: [Double: String] = [:]
    /// The label of each text.
    private(set) var texts: [[UInt8]: String] = [:]

    /// Takes the label of a number.
    mutating func add(_ label: String, to number: Double) { numbers[number] = label }

    /// Takes the label of a text.
    mutating func add(_ label: String, to text: [UInt8]) { texts[text] = label }

    /// A label as it is kept: an empty one where it may lack its end, as it then does not tell its value.
    static func whole(_ label: String?, _ kind: ForeignFormat) -> String {
        // A program cuts a label where a character would be parted, so up to three bytes before the end.
        let limit = (kind == .spss ? 120 : 32_000) - 3
        guard let label, label.utf8.count < limit else { return "" }
        return label
    }

    /// The labels in place of the codes of a variable, without those of missing values; `nil` where they would not keep all codes
    /// apart, and the codes are the values.
    func shown(for variable: StatisticalVariable) -> ValueLabels? {
        var shown = self
        if !variable.missing.isEmpty {
            shown.numbers = numbers.filter { !variable.missing.contains($0.key) }
            shown.texts = texts.filter { !variable.missing.contains($0.key) }
        }
        let labels = [String](shown.numbers.values) + [String](shown.texts.values)
        let isApart = !labels.contains("") && Set(labels.map { [UInt8]($0.utf8) }).count == labels.count
        if labels.isEmpty || !isApart { return nil }
        // The label of one code may be another labelled code as it is written.
        let writtenNumbers = Dictionary(
            shown.numbers.map { (Array(StatisticalVariable.text(of: $0.key, variable.calendar).utf8), $0.value) },
            uniquingKeysWith: { first, _ in first })
        for label in labels {
            let bytes = Array(label.utf8)
            if let other = shown.texts[bytes] ?? writtenNumbers[bytes], Array(other.utf8) != bytes { return nil }
        }
        return shown
    }

    /// Whether a code without a label may be written as one of the labels.
    func mayBeCodes(_ calendar: StatisticalVariable.Calendar?) -> Bool {
        !texts.isEmpty || numbers.values.contains { calendar != nil || Double($0) != nil }
    }

    /// The code of each label as it is written without labels.
    func codes(of variable: StatisticalVariable) -> [[UInt8]: [UInt8]] {
        var codes = Dictionary(
            numbers.map { (Array($0.value.utf8), Array(StatisticalVariable.text(of: $0.key, variable.calendar).utf8)) },
            uniquingKeysWith: { first, _ in first })
        for (text, label) in texts { codes[Array(label.utf8)] = text }
        return codes
    }

    /// The bytes of all labels.
    var written: Set<[UInt8]> {
        Set(numbers.values.map { Array($0.utf8) } + texts.values.map { Array($0.utf8) })
    }
}
