/// How far a cluster is, as it tells itself.
public struct SparkProgress: Hashable, Sendable {
    /// The tasks of the stage that Spark works on.
    public struct Stage: Hashable, Sendable {
        /// Spark's number of the stage.
        public let number: Int
        /// Tasks that are done.
        public let done: Int
        /// All tasks of the stage.
        public let tasks: Int
    }

    /// Statements whose answer has come.
    public internal(set) var statementsDone = 0
    /// All statements that count.
    public let statements: Int
    /// The stage that Spark works on; `nil` before the first one.
    public internal(set) var stage: Stage?

    /// Called now and then, from any thread.
    public typealias Handler = @Sendable (SparkProgress) -> Void
}
