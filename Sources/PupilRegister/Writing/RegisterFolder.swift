package import Microdata

internal import Foundation

/// Writes the files of a register into a folder that appears whole or not at all.
package final class RegisterFolder {
    private let folder: UnfinishedFolder
    private var destination: String { folder.destination }
    /// The folder that holds what is written until it is finished.
    package var place: String { folder.place }
    private var unfinished: String { folder.path }

    /// Prepares a folder beside the one to be made, which must not exist.
    ///
    /// - Throws: `RegisterError.folderExists`; `.refused` where the system refuses.
    package init(_ path: String) throws(RegisterError) {
        do {
            folder = try UnfinishedFolder(path)
        } catch {
            switch error {
            case .exists(let path): throw .folderExists(path: path)
            case .refused(let error): throw Self.refused(error)
            }
        }
    }

    /// Removes what was written unless it has been committed.
    package func discard() { folder.discard() }

    /// Writes files and the manifest, and makes them appear under the folder's name.
    ///
    /// - Parameters:
    ///   - register: The register.
    ///   - chosen: The files to write; all when `nil`.
    ///   - compression: How the files are compressed.
    ///   - threads: The number of threads; all cores when `nil`. The files do not depend on it.
    ///   - progress: The file that is written and its rows so far, now and then, from any thread.
    /// - Returns: What was written.
    /// - Throws: `RegisterError.refused` where the system refuses; nothing is left behind then.
    /// - Complexity: O(rows) time; beside the register 8 bytes per pupil of a file and some megabytes.
    package func write(
        _ register: Register, files chosen: Set<RegisterFile>? = nil, compression: FileCompression = .none,
        threads: Int? = nil, progress: (@Sendable (_ file: String, _ rows: Int, _ all: Int) -> Void)? = nil
    ) throws(RegisterError) -> Manifest {
        let workers = Workers(threads)
        let wanted = chosen ?? Set(RegisterFile.allCases)
        let text = RegisterText(register)
        var written: [Manifest.File] = []
        let disk = DiskQueue()
        func add(_ file: RowFile) throws(RegisterError) {
            written.append(
                try write(file, compression: compression, workers: workers, disk: disk, progress: progress))
        }
        let needsErrors = wanted.contains(.truth) && register.settings.errors == .realistic
        var censuses: [CensusFile] = []
        if wanted.contains(.census) || needsErrors {
            for year in register.settings.censusYears {
                let census = CensusFile(register, text: text, year: year, workers: workers)
                if wanted.contains(.census) { try add(census.file) }
                if needsErrors { censuses.append(census) }
            }
        }
        if !wanted.isDisjoint(with: [.register, .addresses, .enrolments, .extract, .truth]) {
            let histories = HistoryFiles(register, text: text, workers: workers)
            if wanted.contains(.register) { try add(histories.pupils) }
            if wanted.contains(.addresses) { try add(histories.addressHistory) }
            if wanted.contains(.enrolments) { try add(histories.enrolmentHistory) }
            if wanted.contains(.extract) { try add(histories.extract) }
            if wanted.contains(.truth) {
                try add(histories.families)
                try add(histories.extractPupils)
            }
            if needsErrors {
                try add(ErrorFile.file(censuses: censuses, histories: histories, register: register, text: text))
            }
        }
        let world = WorldFiles(register, text: text)
        if wanted.contains(.schools) { try add(world.schools) }
        if wanted.contains(.areas) { try add(world.areas) }
        let manifest = Manifest(settings: register.settings, format: compression.rawValue, files: written)
        if let error = disk.wait() {
            throw .refused(
                path: error.path.replacing(unfinished, with: destination), action: error.action, reason: error.reason)
        }
        try write(manifest)
        try commit()
        return manifest
    }

    private func write(
        _ file: RowFile, compression: FileCompression, workers: Workers, disk: DiskQueue,
        progress: (@Sendable (_ file: String, _ rows: Int, _ all: Int) -> Void)?
    ) throws(RegisterError) -> Manifest.File {
        let name = file.name + "." + compression.fileExtension
        let path = unfinished + "/" + name
        if let slash = name.lastIndex(of: "/") {
            do { try folder.makeFolder(String(name[..<slash])) } catch { throw Self.refused(error) }
        }
        // The header is a chunk of its own, then as many items as make some megabytes.
        let perChunk = 16_384
        let chunks = 1 + (file.items + perChunk - 1) / perChunk
        let rows = RowCount()
        let buffers = DisjointBuffer((0..<workers.count).map { _ in RowBuffer() })
        do {
            let output = try ChunkedFile(path: path, compression: compression)
            let summary = try output.write(chunks: chunks, workers: workers, disk: disk) { worker, chunk, take in
                let buffer = buffers[worker]
                buffer.removeAll()
                if chunk == 0 {
                    buffer.bytes(Array(file.columns.joined(separator: ",").utf8))
                    buffer.newline()
                } else {
                    let first = (chunk - 1) * perChunk
                    let items = first..<min(first + perChunk, file.items)
                    rows.add(file.write(items, buffer))
                    progress?(name, items.upperBound, file.items)
                }
                buffer.withBytes { take($0) }
            }
            disk.synchronise(output)
            return Manifest.File(path: name, rows: rows.value, bytes: summary.bytes, sha256: summary.sha256)
        } catch {
            throw .refused(path: destination + "/" + name, action: error.action, reason: error.reason)
        }
    }

    private func write(_ manifest: Manifest) throws(RegisterError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            var data = try encoder.encode(manifest)
            data.append(10)
            try folder.write([UInt8](data), to: Manifest.name)
        } catch {
            throw .refused(path: destination + "/" + Manifest.name, action: "write", reason: "the disk refused it")
        }
    }

    private func commit() throws(RegisterError) {
        do { try folder.commit() } catch { throw Self.refused(error) }
    }

    private static func refused(_ error: WritingError) -> RegisterError {
        .refused(path: error.path, action: error.action, reason: error.reason)
    }
}
