import ArgumentParser
import Singleout
import Synchronization

/// The folder that is validated, as the inputs of an answer.
private struct ValidatedFolder: InputNaming {
    let inputs: [String]
}

extension GenerateCommand {
    /// Compares the register in a folder with the published figures and prints the table.
    func validate(folder: String, threads: Int?) throws {
        let output = try Output(path: "-", inputs: [])
        defer { output.discard() }
        let line = ProgressLine()
        defer { line?.clear() }
        let seen = Mutex<Set<String>>([])
        let validation = try RegisterComparison(ofFolder: folder, threads: threads) { file, bytes, all in
            seen.withLock { _ = $0.insert(file) }
            line?.show(.reading(source: file, bytes: bytes, of: all))
        }
        line?.clear()
        let findings = ValidationFindings(validation, folder: folder)
        let collector = ReadingCollector()
        let report = report ?? .table
        for file in validation.files where seen.withLock({ $0.contains(file.path) }) {
            let facts = ReadingFacts(source: "\(folder)/\(file.path)", bytes: nil, records: file.rows)
            collector.handler()(.read(facts))
        }
        let provenance = collector.provenance(
            of: ValidatedFolder(inputs: ["\(folder)/\(Manifest.name)"]), digests: false)
        do {
            var stream = ByteStream { try output.write($0) }
            try report.render(ProvenFindings(findings, provenance), into: &stream)
            try output.commit()
        } catch OutputError.closedPipe {
            // The reader of the output has seen enough; the verdict is the same.
        }
        if !report.holdsNotes { OutputOptions.tell("note", provenance.lines) }
        if !findings.isMet { throw ExitCode(1) }
    }
}
