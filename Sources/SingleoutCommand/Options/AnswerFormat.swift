import ArgumentParser

/// A format of answers.
protocol AnswerFormat: ExpressibleByArgument {
    /// What a terminal shows.
    static var table: Self { get }
    /// Whether the format has a place for notes; those of the others go to standard error.
    var holdsNotes: Bool { get }
}

extension ReportFormat: AnswerFormat {
    var holdsNotes: Bool { self != .csv }
}

extension CheckFormat: AnswerFormat {
    var holdsNotes: Bool { self != .csv }
}
