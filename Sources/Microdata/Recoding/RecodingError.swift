/// Why values cannot be made coarser as asked. Every case names the file, the field and the remedy; none holds a value.
public enum RecodingError: Error, Hashable, Sendable {
    /// A built-in hierarchy has no place for some of a field's different values.
    case valuesOfOtherForm(source: String, field: String, hierarchy: String, expected: String, values: Int, of: Int)
    /// Some of a field's different values are in several groups of the field that is to be above it.
    case notNested(source: String, field: String, parent: String, values: Int, of: Int)
    /// A value or group has the text that stands for suppressed values.
    case reservedText(source: String, field: String)
    /// The file changed between two readings.
    case changedMeanwhile(source: String)
    /// The written file does not have the risk that was counted.
    case writtenDiffers(path: String)
}

extension RecodingError: CustomStringConvertible {
    /// One or two sentences for a person: where, what was expected, what to do.
    public var description: String {
        switch self {
        case .valuesOfOtherForm(let source, let field, let hierarchy, let expected, let values, let all):
            "\(source): \(values) of the \(all) different values of '\(field)' \(values == 1 ? "is" : "are") no "
                + "\(expected), which the hierarchy '\(hierarchy)' needs; give another hierarchy, or name texts that mean "
                + "'missing' with --missing-values."
        case .notNested(let source, let field, let parent, let values, let all):
            "\(source): \(values) of the \(all) different values of '\(field)' \(values == 1 ? "is" : "are") in several "
                + "groups of '\(parent)', so '\(parent)' is no level above '\(field)'; give another hierarchy for it."
        case .reservedText(let source, let field):
            "\(source): a value or group of '\(field)' is '\(Generalisation.dropped)', which stands for suppressed values in "
                + "the written file; rename it."
        case .changedMeanwhile(let source):
            "\(source): the file changed while it was read; run the command again when nobody writes to it."
        case .writtenDiffers(let path):
            "\(path): the recoded file that was written does not have the risk that was counted; nothing was kept. Check "
                + "that nobody changes the data meanwhile."
        }
    }
}
