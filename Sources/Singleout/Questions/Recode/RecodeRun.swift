import Counting
import Disclosure
import Microdata

extension RecodePlan {
    /// Finds out what coarser fields would buy, and the levels that were asked for.
    ///
    /// - Parameter progress: Called now and then, from any thread.
    /// - Throws: `RecodeError`, `MicrodataError`, `ReleaseError`, `HierarchyError`, `GeneralisationError` or `CountingError`, and
    ///   none of them holds a value of a record.
    /// - Complexity: See `RecodingClasses`; the codes of the fields stay in memory.
    public func run(progress: AnalysisProgress.Handler? = nil) throws -> RecodeFindings {
        try search(progress: progress).findings
    }

    /// The same, with what is needed to write the recoded file.
    public func search(progress: AnalysisProgress.Handler? = nil) throws -> RecodedRelease {
        try requireReadableInputs()
        let (table, header) = try analysis.readTable(besideThoseOf: fieldsBeside, progress)
        for field in leftOut where !header.isEmpty && !header.contains(field) {
            throw MicrodataError.unknownField(
                name: field, source: analysis.data,
                nearest: table.facts?.isHeaderDoubtful == true ? nil : NearestName.to(field, among: header))
        }
        let columns = try analysis.quasiIdentifiers.map { try table.column(named: $0) }
        let found = try levels(table)
        let generalisations = found.map(\.levels)
        if write != nil, let reserved = generalisations.first(where: \.usesReservedText) {
            throw GeneralisationError.reservedText(source: analysis.data, field: reserved.field)
        }
        let statedLevels = try applied.map { applied in
            try generalisations.map { try Self.level(applied[$0.field], $0) }
        }
        let classes = try RecodingClasses(
            of: columns, generalisations, missing: analysis.missing, threads: analysis.threads)
        let share = target == nil ? 1 : 0.5
        let changes = classes.singleChanges { progress?(.counting(share: $0 * share)) }
        let optimum = try target.map { target in
            try classes.optimum(target, loss: loss) { progress?(.counting(share: share + $0 * (1 - share))) }
        }
        var findings = RecodeFindings(
            subject: analysis.subject(), classes: classes, areFound: found.map(\.isFound),
            excluded: analysis.missing == .exclude ? table.records - classes.records : nil, changes: changes,
            optimum: optimum)
        guard let node = statedLevels ?? optimum?.release?.levels else {
            return RecodedRelease(findings: findings, columns: [], levels: [], records: table.records)
        }
        let recoded = zip(columns, zip(generalisations, node)).map { $1.0.column($0, at: $1.1) }
        let after = try SizeHistogram(counting: recoded, missing: analysis.missing, threads: analysis.threads)
        findings.chosen = RecodedNode(levels: node, before: after, k: target?.k ?? 1, classes: classes)
        if let release = optimum?.release {
            precondition(
                findings.chosen?.suppressed == release.suppressed && after.uniques == release.uniques,
                "the search and the count of the records differ")
        }
        if write != nil {
            let others = header.filter { !leftOut.contains($0) && !analysis.quasiIdentifiers.contains($0) }
            findings.unchanged = others
            findings.leftOut = leftOut
        }
        return RecodedRelease(
            findings: findings, columns: write == nil ? [] : recoded, levels: node, records: table.records,
            facts: table.facts)
    }

    /// Writes the recoded file.
    ///
    /// - Parameters:
    ///   - release: What `run` returned.
    ///   - progress: Called now and then, from any thread.
    ///   - take: Takes the bytes, piece by piece.
    /// - Throws: What reading throws, `GeneralisationError.changedMeanwhile`, and what `take` throws.
    /// - Complexity: O(bytes) time; 24 bytes per record while the classes are found, then 1 byte per record.
    public func write(
        _ release: RecodedRelease, progress: AnalysisProgress.Handler? = nil, to take: ([UInt8]) throws -> Void
    ) throws {
        guard let chosen = release.findings.chosen, let path = write else {
            preconditionFailure("only a release that was chosen is written")
        }
        var copy = RecodedCopy(records: release.records)
        copy.reading = analysis.reading(analysis.delimiter)
        analysis.lines.apply(to: &copy.reading)
        copy.facts = release.facts
        copy.leftOut = leftOut
        copy.recoded = zip(release.columns, release.levels).filter { $0.1 > 0 }.map(\.0)
        if chosen.suppressed > 0 {
            let classes = try EquivalenceClasses(of: release.columns, threads: analysis.threads)
            copy.isSuppressed = classes.classOf.map { classes.sizes[Int($0)] < UInt32(chosen.k) }
            copy.suppressedFields = analysis.quasiIdentifiers
        }
        let all = release.records
        let name = path.split(separator: "/").last.map(String.init) ?? path
        try copy.copy(
            fileAt: analysis.data, progress: { progress?(.writing(file: name, rows: $0, of: all)) }, to: take)
    }

    /// Measures a file that was written: the records that are not suppressed.
    ///
    /// - Parameters:
    ///   - release: What `run` returned.
    ///   - path: Where it is.
    /// - Throws: `MicrodataError`; `GeneralisationError.writtenDiffers` when it is not what was counted.
    /// - Complexity: O(records x fields) time and memory.
    public func measure(_ release: RecodedRelease, writtenTo path: String) throws -> SizeHistogram {
        guard let chosen = release.findings.chosen else {
            preconditionFailure("only a release that was chosen is written")
        }
        var reading = analysis.reading(analysis.delimiter)
        reading.columns = analysis.quasiIdentifiers
        // A record whose values are all missing was written, too.
        reading.keepsEmptyRecords = true
        let table = try reading.table(fromFileAt: path)
        let columns = table.columns
        let classes = try EquivalenceClasses(of: columns, threads: analysis.threads)
        var sizes = classes.sizes.map { Int($0) }
        if chosen.suppressed > 0, !chosen.isAllDropped {
            // The class of the records that have the mark of suppression in every field.
            let reserved = Array(Generalisation.dropped.utf8)
            let isMarked = columns.map { column in
                (0..<column.cardinality).map { column.dictionary[utf8: $0].elementsEqual(reserved) }
            }
            let first = (0..<table.records).first { record in
                zip(columns, isMarked).allSatisfy { $1[Int($0.codes[record])] }
            }
            if let first { sizes.remove(at: Int(classes.classOf[first])) }
        }
        let written = SizeHistogram(sizes: sizes)
        if written != chosen.released || table.records != release.records {
            throw GeneralisationError.writtenDiffers(path: write ?? path)
        }
        return written
    }

    /// A level by its name or number; level 0 without either.
    private static func level(_ text: String?, _ levels: Generalisation) throws -> Int {
        guard let text else { return 0 }
        if let level = levels.levels.firstIndex(where: { $0.name == text }) { return level }
        if let level = Int(text), levels.levels.indices.contains(level) { return level }
        throw RecodeError.unknownLevel(text, field: levels.field, levels: levels.levels.map(\.name))
    }
}
