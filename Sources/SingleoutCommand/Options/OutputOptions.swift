import ArgumentParser
import Singleout

/// Where every command writes to.
struct OutputOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A file to write, whole or not at all; '-' for standard output. (default: -)", valueName: "path"))
    var output: String?

    func validate() throws {
        if output == "" { throw ValidationError("--output needs the path of a file, or '-'.") }
    }

    /// Does the work and writes what was found in a format; a private file is one that only the user may read.
    func write(
        of plan: some InputNaming, format: ReportFormat, isPrivate: Bool = false,
        work: (AnalysisProgress.Handler?) throws -> some Findings
    ) throws {
        try plan.requireReadableInputs()
        try write(inputs: plan.inputs, isPrivate: isPrivate) { progress in
            let findings = try work(progress)
            return ((), { stream in try format.render(findings, into: &stream) })
        }
    }

    /// Does the work and writes what was found in a format, and a row per record where a file for them is named.
    ///
    /// The records are written first, so that the answer never stands without them; only the user may read them.
    func write(
        of plan: some InputNaming, format: ReportFormat, records path: String?,
        work: (AnalysisProgress.Handler?) throws -> some Findings & RecordListing
    ) throws {
        guard let path else { return try write(of: plan, format: format) { try work($0) } }
        try plan.requireReadableInputs()
        if path == output { throw ValidationError("--records and --output name the same file; give each its own.") }
        let records = try Output(path: path, inputs: plan.inputs, isPrivate: true)
        defer { records.discard() }
        try write(of: plan) { progress in
            let findings = try work(progress)
            var stream = ByteStream { try records.write($0) }
            try CSVRenderer().render(findings.recordTabulation, into: &stream)
            try stream.finish()
            try records.commit()
            return ((), { stream in try format.render(findings, into: &stream) })
        }
    }

    /// Does the work with a progress line, writes what was found, and returns the verdict.
    ///
    /// The output is opened first, so that a folder that cannot be written fails before the work, not after it.
    func write<Verdict>(
        of plan: some InputNaming,
        work: (AnalysisProgress.Handler?) throws -> (verdict: Verdict, render: (inout ByteStream) throws -> Void)
    ) throws -> Verdict {
        try plan.requireReadableInputs()
        return try write(inputs: plan.inputs, work: work)
    }

    private func write<Verdict>(
        inputs: [String], isPrivate: Bool = false,
        work: (AnalysisProgress.Handler?) throws -> (verdict: Verdict, render: (inout ByteStream) throws -> Void)
    ) throws -> Verdict {
        let output = try Output(path: output ?? "-", inputs: inputs, isPrivate: isPrivate)
        defer { output.discard() }
        let line = ProgressLine()
        defer { line?.clear() }
        let (verdict, render) = try work(line?.handler)
        line?.clear()
        do {
            var stream = ByteStream { try output.write($0) }
            try render(&stream)
            try output.commit()
        } catch OutputError.closedPipe {
            // Whoever read the output has seen enough; the verdict stands.
        }
        return verdict
    }
}
