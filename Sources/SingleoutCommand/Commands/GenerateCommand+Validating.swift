import ArgumentParser
import Singleout

extension GenerateCommand {
    /// Compares the register in a folder with the published figures and prints the table.
    func validate(folder: String) throws {
        let output = try Output(path: "-", inputs: [])
        defer { output.discard() }
        let line = ProgressLine()
        defer { line?.clear() }
        let validation = try RegisterValidation(ofFolder: folder, threads: threads) { file, bytes, all in
            line?.show(.reading(source: file, bytes: bytes, of: all))
        }
        line?.clear()
        let findings = ValidationFindings(validation, folder: folder)
        do {
            var stream = ByteStream { try output.write($0) }
            try (report ?? .table).render(findings, into: &stream)
            try output.commit()
        } catch OutputError.closedPipe {
            // Whoever read the output has seen enough; the verdict stands.
        }
        if !findings.isMet { throw ExitCode(1) }
    }
}
