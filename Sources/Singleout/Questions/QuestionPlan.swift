import Counting

/// A question, checked: what is asked and about what data, with every default filled in. Making one reads no data.
///
/// Each question is a folder: what was asked (`...Request`), the same checked (`...Plan`), the work (`...Run`, an extension of the
/// plan), the numbers found (`...Findings`), and how they are shown (`...Report`). Each may name those before it alone.
public protocol QuestionPlan: InputNaming, Sendable {
    /// What is found.
    associatedtype Answer: Findings

    /// Answers the question.
    ///
    /// - Parameter progress: Called now and then, from any thread.
    /// - Throws: Errors that name what is wrong and what to do; none holds a value of a record.
    func run(progress: AnalysisProgress.Handler?) throws -> Answer
}

extension QuestionPlan {
    /// Answers the question, without reporting its progress.
    public func run() throws -> Answer { try run(progress: nil) }
}

/// A question about one selection of data.
public protocol SelectionPlan: QuestionPlan {
    /// The data, the fields, and what is asked of them.
    var selection: Selection { get }
}

extension SelectionPlan {
    /// The paths of all files that are read; `-` for standard input.
    public var inputs: [String] { selection.inputs }
}

extension Selection {
    /// Refuses combinations that cannot be counted, whatever the data hold.
    ///
    /// - Throws: `CountingError`.
    func requireCombinations() throws(CountingError) {
        if case .wildcard = missing { throw .wildcardOverCombinations }
        if maximumSize == nil, quasiIdentifiers.count > CombinationLattice.fieldLimit {
            throw .tooManyFields(count: quasiIdentifiers.count, limit: CombinationLattice.fieldLimit)
        }
    }
}
