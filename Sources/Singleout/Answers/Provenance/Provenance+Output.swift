public import Briefing

extension Provenance {
    /// A JSON answer with its provenance after the name of its schema.
    public func added(to answer: JSONValue) -> JSONValue { Self.adding(Self.shape.members(of: self), to: answer) }

    /// The provenance as answers have it.
    static let shape = Shape<Provenance>(
        .object(.provenance, inner) { $0 },
        .value(.emptyRecords) { $0.emptyRecords },
        .value(ifAny: .notes) { $0.notes.isEmpty ? nil : $0.notes })

    private static let inner = Shape<Provenance>(
        .value(.version) { $0.version }, .list(.inputs, Input.shape) { $0.inputs })

    /// The provenance as publications have it: without folders, and where data are protected with the version and the
    /// names of the files only, as size, digest and number of records would tell something exact of them.
    static let publishedShape = Shape<(provenance: Provenance, isProtected: Bool)>(
        .value(.provenance) { PublishedProvenance(provenance: $0.provenance, isProtected: $0.isProtected) },
        .value(.emptyRecords, or: "withheld, as the data are protected") {
            $0.isProtected ? nil : $0.provenance.emptyRecords
        },
        .value(ifAny: .notes) {
            $0.isProtected || $0.provenance.notes.isEmpty ? nil : $0.provenance.withoutFolders().notes
        })

    private struct PublishedProvenance: FigureValue {
        let provenance: Provenance
        let isProtected: Bool

        private static let protected = Shape<Provenance>(
            .value(.version) { $0.version },
            .list(.inputs, Shape<Input>(.value(.path) { fileName($0.path) })) { $0.inputs })

        static var schema: Schema { .either([inner.schema, protected.schema]) }

        var json: JSONValue {
            isProtected ? Self.protected.json(provenance) : inner.json(provenance.withoutFolders())
        }
    }

    /// That of findings for which nothing was read yet.
    static let empty = Provenance(version: Version.current, remarks: [], inputs: [])

    /// The same with the names of the files in place of their paths.
    func withoutFolders() -> Provenance {
        Provenance(
            version: version, remarks: remarks,
            inputs: inputs.map {
                Input(
                    path: Self.fileName($0.path), bytes: $0.bytes, records: $0.records, sha256: $0.sha256,
                    emptyRecords: $0.emptyRecords, notes: $0.notes)
            })
    }

    /// A report that begins with what must be known of the files, and whose opening is followed by a note for each line.
    func added(to report: Report) -> Report {
        let first = opening.isEmpty ? [] : [Section(blocks: [.paragraph(opening.joined(separator: " "))])]
        let notes = lines.map(Block.note)
        var sections = report.sections
        let opening = sections.first.map { $0.heading == nil ? 1 : 0 } ?? 0
        if !notes.isEmpty { sections.insert(Section(blocks: notes), at: opening) }
        return report.with(first + sections)
    }

    /// Test results with what was read as properties.
    func added(to report: TestReport) -> TestReport {
        var properties = [TestReport.Property("version", version)]
        for (number, input) in inputs.enumerated() {
            let name = "input.\(number + 1)."
            properties.append(.init(name + "path", input.path))
            if case .known(let bytes) = input.bytes { properties.append(.init(name + "bytes", String(bytes))) }
            if case .known(let records) = input.records { properties.append(.init(name + "records", String(records))) }
            switch input.sha256 {
            case .known(let digest): properties.append(.init(name + "sha256", digest))
            case .unknown(let reason): properties.append(.init(name + "sha256Reason", reason))
            case nil: break
            }
        }
        properties.append(.init("emptyRecords", String(emptyRecords)))
        for (number, note) in notes.enumerated() { properties.append(.init("note.\(number + 1)", note)) }
        return TestReport(name: report.name, cases: report.cases, properties: properties)
    }

    private static func adding(_ members: [JSONValue.Member], to answer: JSONValue) -> JSONValue {
        guard case .object(let own) = answer else { return answer }
        let place = own.first?.name == "schema" ? 1 : 0
        return .object(own.prefix(place) + members + own.dropFirst(place))
    }

    private static func fileName(_ path: String) -> String {
        path == "-" ? path : path.split(separator: "/").last.map(String.init) ?? path
    }
}

extension Provenance.Input {
    /// The input as answers have it.
    static let shape = Shape<Provenance.Input>(
        .value(.path) { $0.path },
        .value(.bytes, because: { $0.bytes.reason }) { $0.bytes.value },
        .value(.inputRecords, because: { $0.records.reason }) { $0.records.value },
        .members(ifAny: digestShape) { $0.sha256 })

    private static let digestShape = Shape<Provenance.Answer<String>>(
        .value(.sha256, because: { $0.reason }) { $0.value })
}

/// Findings with what they were made from, in every format that has a place for it.
public struct ProvenFindings<Base: Findings>: Findings {
    let base: Base
    let provenance: Provenance

    /// Findings with their provenance.
    public init(_ base: Base, _ provenance: Provenance) {
        self.base = base
        self.provenance = provenance
    }

    /// The JSON output with its provenance.
    public var json: JSONValue { provenance.added(to: base.json) }
    /// The rows, which have no place for notes.
    public var rows: Tabulation? { base.rows }
    /// The CSV output, without provenance.
    public var tabulation: Tabulation { base.tabulation }
    /// The briefing with a note for each thing that was noticed.
    public var report: Report { provenance.added(to: base.report) }
}
