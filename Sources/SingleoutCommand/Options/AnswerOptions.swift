import ArgumentParser
import Singleout

/// What it takes to answer, where the answer goes, and in which format.
struct AnswerOptions<Format: AnswerFormat>: ParsableArguments {
    @OptionGroup var resources: ThreadOptions
    @OptionGroup var output: OutputOptions
    @Option(.format) var chosen: Format?

    /// The format.
    var format: Format { chosen ?? .table }
}

extension AnswerOptions<ReportFormat> {
    /// Answers a question and writes what was found; a private file is one that only the user may read.
    func write(_ plan: some QuestionPlan, isPrivate: Bool = false) throws {
        try output.write(plan, format: format, isPrivate: isPrivate)
    }

    /// Answers a question and writes what was found, and a row per record where a file for them is named.
    func write<Plan: QuestionPlan>(_ plan: Plan, records: String?) throws where Plan.Answer: RecordListing {
        try output.write(plan, format: format, records: records)
    }
}

/// A file with a row per record.
struct RecordsOptions: ParsableArguments {
    @Option(.records) var records: String?

    func validate() throws {
        if records == "" || records == "-" { throw ValidationError("--records needs the path of a file.") }
    }
}

/// A folder to make.
struct FolderOptions: ParsableArguments {
    @Option(.folder) var output: String?

    /// The folder, which must have been named.
    func path() throws -> String {
        guard let output, !output.isEmpty else {
            throw UsageError.noFolder
        }
        return output
    }
}
