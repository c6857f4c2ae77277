import ArgumentParser
import Singleout

/// Where every command writes to.
struct OutputOptions: ParsableArguments {
    @Option(.output) var output: String?
    @Flag(.digest) var digest: Bool

    func validate() throws {
        if output == "" { throw ValidationError("--output needs the path of a file, or '-'.") }
    }

    /// Answers a question and writes what was found in a format; a private file is one that only the user may read.
    func write(_ plan: some QuestionPlan, format: ReportFormat, isPrivate: Bool = false) throws {
        try write(of: plan, format: format, isPrivate: isPrivate) { progress in
            let findings = try plan.run(progress: progress)
            return ((), { try format.render(ProvenFindings(findings, $0), into: &$1) })
        }
    }

    /// Answers a question and writes what was found in a format, and a row per record where a file for them is named.
    ///
    /// Both appear when both are on the disk; only the user may read the records.
    func write<Plan: QuestionPlan>(
        _ plan: Plan, format: ReportFormat, records path: String?
    ) throws where Plan.Answer: RecordListing {
        guard let path else { return try write(plan, format: format) }
        try plan.requireReadableInputs()
        let records = try Output(path: path, inputs: plan.inputs, isPrivate: true)
        defer { records.discard() }
        try write(of: plan, format: format, beside: records) { progress in
            let findings = try plan.run(progress: progress)
            var stream = ByteStream { try records.write($0) }
            try CSVRenderer().render(findings.recordTabulation, into: &stream)
            try stream.finish()
            try records.finish()
            return ((), { try format.render(ProvenFindings(findings, $0), into: &$1) })
        }
    }

    /// Does the work with a progress line, writes what was found with what was read, and returns the verdict.
    ///
    /// The output is opened first, so that a folder that cannot be written fails before the work, not after it. Every
    /// command writes through here, so that no answer lacks its provenance.
    ///
    /// - Parameters:
    ///   - digests: Whether the SHA-256 of each input is taken although it was not asked for.
    ///   - other: Another output, which appears with the answer if the work finished it.
    func write<Verdict>(
        of plan: some InputNaming, format: some AnswerFormat, isPrivate: Bool = false, digests: Bool = false,
        beside other: Output? = nil,
        work: (AnalysisProgress.Handler?) throws -> (
            verdict: Verdict, render: (Provenance, inout ByteStream) throws -> Void
        )
    ) throws -> Verdict {
        try plan.requireReadableInputs()
        let output = try Output(path: output ?? "-", inputs: plan.inputs, isPrivate: isPrivate)
        defer { output.discard() }
        let line = ProgressLine()
        defer { line?.clear() }
        let collector = ReadingCollector()
        let (verdict, render) = try work(collector.handler(line?.handler))
        let provenance = collector.provenance(of: plan, digests: digests || digest)
        line?.clear()
        do {
            var stream = ByteStream { try output.write($0) }
            try render(provenance, &stream)
            try output.finish()
        } catch OutputError.closedPipe {
            // The reader of the output has seen enough; the verdict is the same.
        }
        if let other, other.isWhole { try other.commit() }
        try output.commit()
        if !format.holdsNotes { Self.tell("note", provenance.opening + provenance.lines) }
        try provenance.requireCommonValues()
        return verdict
    }

    /// Writes notes or warnings to standard error.
    static func tell(_ kind: String, _ lines: [String]) {
        let text = lines.map { "singleout: \(kind): \($0.printable)\n" }.joined()
        // The answer is complete without them, and they have no other place.
        try? Descriptor.standardError.write(Array(text.utf8))
    }
}
