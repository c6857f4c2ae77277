internal import Glibc
internal import Microdata
internal import Synchronization

/// Collects what is reported of every file that is read, while the work goes on.
public final class ReadingCollector: Sendable {
    private struct State {
        var readings: [ReadingFacts] = []
        var notes: [(source: String, note: String)] = []
        var remarks: [Provenance.Remark] = []
    }

    private let state = Mutex(State())

    /// A collector that has seen nothing.
    public init() {}

    /// What the work calls: keeps what is reported of files, and hands everything else on.
    public func handler(_ next: AnalysisProgress.Handler? = nil) -> AnalysisProgress.Handler {
        { [self] progress in
            switch progress {
            case .read(let facts): state.withLock { $0.readings.append(facts) }
            case .noticed(let source, let note): state.withLock { $0.notes.append((source, note)) }
            case .compared(let remark, let isAllowed):
                state.withLock { state in
                    let remark = Provenance.Remark(remark: remark, isAllowed: isAllowed)
                    if !state.remarks.contains(remark) { state.remarks.append(remark) }
                }
            default: break
            }
            next?(progress)
        }
    }

    /// What was read, and the other files that a plan names.
    ///
    /// - Parameter digests: Whether the SHA-256 of each input is taken.
    /// - Complexity: O(bytes) time with digests.
    public func provenance(of plan: some InputNaming, digests: Bool) -> Provenance {
        let state = state.withLock { $0 }
        let readings = state.readings
        var paths: [String] = []
        // Files of a folder may be read side by side, so that the order in which they end is not the same in each run.
        for path in plan.inputs + readings.map(\.source).sorted() where !paths.contains(path) { paths.append(path) }
        return Provenance(
            version: Version.current, remarks: state.remarks,
            inputs: paths.compactMap { path in
                Self.input(
                    path, readings.filter { $0.source == path },
                    noticed: state.notes.filter { $0.source == path }.map(\.note), digests: digests)
            })
    }

    /// An input that was read any number of times; none for a folder, whose files are inputs of their own.
    private static func input(
        _ path: String, _ readings: [ReadingFacts], noticed: [String], digests: Bool
    ) -> Provenance.Input? {
        let file = FileStatus(path)
        if file.isFolder { return nil }
        var notes: [String] = []
        for note in readings.flatMap(\.notes).map(\.description) + noticed where !notes.contains(note) {
            notes.append(note)
        }
        let bytes = readings.lazy.compactMap(\.bytes).first ?? file.size
        return Provenance.Input(
            path: path, bytes: bytes.map(Provenance.Answer.known) ?? .unknown(reason: file.reason),
            records: readings.map(\.records).max().map(Provenance.Answer.known)
                ?? .unknown(reason: "its records were not counted"),
            sha256: digests ? digest(of: path, file, read: bytes) : nil,
            emptyRecords: readings.map(\.emptyRecords).max() ?? 0, notes: notes)
    }

    private static func digest(of path: String, _ file: FileStatus, read: Int?) -> Provenance.Answer<String> {
        guard let size = file.size else { return .unknown(reason: file.reason) }
        if let read, read != size { return .unknown(reason: "the file was changed after it was read") }
        return FileDigest.sha256(ofFileAt: path).map(Provenance.Answer.known)
            ?? .unknown(reason: "the file cannot be read again")
    }
}

/// What the system says of a path.
private struct FileStatus {
    /// The bytes of a regular file.
    let size: Int?
    let isFolder: Bool
    /// Why the answer has no size and no digest.
    let reason: String

    init(_ path: String) {
        if path == "-" {
            (size, isFolder, reason) = (nil, false, "standard input cannot be read again")
            return
        }
        guard let status = SystemCall.status(of: path) else {
            (size, isFolder, reason) = (nil, false, "it is not a file of this machine")
            return
        }
        let kind = status.st_mode & S_IFMT
        size = kind == S_IFREG ? Int(status.st_size) : nil
        isFolder = kind == S_IFDIR
        reason = "a pipe or device cannot be read again"
    }
}
