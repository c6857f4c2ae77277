public import ErrorReports

/// Why values cannot be made coarser as asked. Every case names the file, the field and the remedy; none holds a value.
public enum GeneralisationError: Error, Hashable, Sendable {
    /// A built-in hierarchy has no place for some of a field's different values.
    case valuesOfOtherForm(source: String, field: String, hierarchy: String, expected: String, values: Int, of: Int)
    /// Some of a field's different values are in several groups of the field that is to be above it.
    case notNested(source: String, field: String, parent: String, values: Int, of: Int)
    /// A value or group has the text that means a suppressed value.
    case reservedText(source: String, field: String)
    /// The file changed between two readings.
    case changedMeanwhile(source: String)
    /// The written file does not have the risk that was counted.
    case writtenDiffers(path: String)
}

extension GeneralisationError: Reported {
    /// Where, what was expected, what to do.
    public var report: ErrorReport {
        switch self {
        case .valuesOfOtherForm(let source, let field, let hierarchy, let expected, let values, let all):
            .work(
                "generalisation.values-of-other-form",
                "\(source): \(values) of the \(all) different values of '\(field)' cannot be read as a "
                    + "\(expected), which the hierarchy '\(hierarchy)' needs.",
                "Give another hierarchy, or name texts that mean 'missing' with --missing-values.",
                at: .init(file: source, field: field))
        case .notNested(let source, let field, let parent, let values, let all):
            .work(
                "generalisation.not-nested",
                "\(source): \(values) of the \(all) different values of '\(field)' \(values == 1 ? "is" : "are") in several "
                    + "groups of '\(parent)', so '\(parent)' is not a level above '\(field)'.",
                "give another hierarchy for it.", at: .init(file: source, field: field))
        case .reservedText(let source, let field):
            .work(
                "generalisation.reserved-text",
                "\(source): a value or group of '\(field)' is '\(Generalisation.dropped)', which means a suppressed value in "
                    + "the written file.",
                "rename it.", at: .init(file: source, field: field))
        case .changedMeanwhile(let source):
            .work(
                "generalisation.changed-meanwhile", "\(source): the file changed while it was read.",
                "run the command again when nothing writes to it.", at: .init(file: source))
        case .writtenDiffers(let path):
            .work(
                "generalisation.written-differs",
                "\(path): the recoded file that was written does not have the risk that was counted; nothing was kept.",
                "Check that nothing changes the data meanwhile.", at: .init(file: path))
        }
    }
}
