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
