import Counting
import Disclosure
import GroupComparison
import Microdata

extension FamilyPlan {
    /// Finds the families and what gives them away.
    ///
    /// - Parameter progress: Called now and then, from any thread.
    /// - Throws: `FamilyError`, `MicrodataError`, `ReleaseError`, `PlanError` or `CountingError`, and none of them holds a
    ///   value of a record.
    /// - Complexity: O(records x fields) time for the families, and O(records) for each combination of member fields; about
    ///   60 bytes per record in addition to the fields.
    public func run(progress: AnalysisProgress.Handler? = nil) throws -> FamilyFindings {
        try requireReadableInputs()
        let (table, sources) = try readData(progress)
        return try run(on: table, sources, progress: progress)
    }

    /// The same of a table that was read already, with the fields that families are inferred from.
    func run(
        on table: Table, _ sources: FamilySources?, progress: AnalysisProgress.Handler? = nil
    ) throws -> FamilyFindings {
        let truth = try trueFamilies(of: table, at: base.data, progress)
        let groups = try groups(table, at: base.data, sources, truth, progress)
        var (fields, dates) = try memberFields(table, at: base.data, dates: nil)
        var area = try area.map { try table.column(named: $0) }
        var other: LaterFile?
        if let later, let own = area {
            // What is known of both files is in one notation, and so are all figures of the first.
            let found = try read(later, fields + [own], dates: dates, sources, progress)
            fields = Array(found.own.dropLast())
            area = found.own.last
            other = found.later
        }
        let members = try FamilyMembers(
            groups, fields: fields, area: area, missing: base.missing, threads: base.threads)
        let fingerprints = try FamilyFingerprints(members, withArea: area != nil)
        let persons = PersonClasses(members)
        let share = later == nil ? 1.0 : 0.8
        let combinations = try MemberCombinations(members, maximumSize: base.maximumSize) {
            progress?(.counting(share: $0 * share))
        }
        let error = sources == nil ? nil : truth.map { InferenceError(groups, truth: $0, threads: base.threads) }
        var refinding: Refinding?
        if let other, let area {
            refinding = try refind(.init(groups, fields: fields, area: area), table, in: other, sources, progress)
            progress?(.counting(share: 1))
        }
        var findings = FamilyFindings(
            asked: .init(family: family, truth: self.truth, later: later, area: self.area, precision: precision),
            subject: base.subject(), sources: sources, dates: dates, groups: groups,
            fingerprints: fingerprints, uniqueness: FamilyUniqueness(fingerprints, of: groups),
            combinations: combinations, known: KnownMembers(members, fingerprints, persons),
            risk: HouseholdRegisterRisk(members, fingerprints, persons), inference: error, refinding: refinding)
        if !base.groups.fields.isEmpty { findings.byGroup = try groupFigures(groups, fingerprints, table) }
        return findings
    }

    /// Over the pupils of each group: whether their family is like no other, and the risk from a register of households.
    private func groupFigures(
        _ families: FamilyGroups, _ fingerprints: FamilyFingerprints, _ table: Table
    ) throws -> GroupedFigures {
        let alike = (0..<families.count).map { fingerprints.size(of: $0) }
        var values: [Double] = []
        for size in alike {
            let risk = size.map { 1 / Double($0) } ?? 0
            values += [size == 1 ? 1 : 0, risk]
        }
        let outcomes = ClusterOutcomes(kindOf: (0..<UInt32(alike.count)).map { $0 }, count: 2, values: values)
        let clusterOf = families.familyOf.map { alike[Int($0)] == nil ? EquivalenceClasses.excluded : $0 }
        return GroupedFigures(
            outcomes: GroupedFigures.familyOutcomes,
            comparisons: try base.groupMeans(outcomes, clusterOf: clusterOf, table))
    }

    /// The fields that are read of the data and of a later file, in addition to those that families are inferred from.
    var wanted: [String] {
        [area, isFamilyInData ? family : nil, identifier].compactMap(\.self)
    }

    /// The fields that families are inferred from; `nil` where families are given.
    ///
    /// - Throws: `FamilyError.noAddress`.
    func sources(header: [String]) throws(FamilyError) -> FamilySources? {
        if infer.isEmpty { return nil }
        return try FamilySources(infer, header: header, source: base.data == "-" ? "standard input" : base.data)
    }

    /// The fields of an address that nothing else is asked of.
    private var addressFields: [String] {
        FamilySources.addressFields.filter { !base.quasiIdentifiers.contains($0) }
    }

    /// The data, and the fields that families are inferred from.
    private func readData(_ progress: AnalysisProgress.Handler?) throws -> (Table, FamilySources?) {
        if infer.isEmpty { return (try base.readTable(beside: unread(wanted + base.groups.fields), progress), nil) }
        if base.data == "-", infer.contains(FamilySources.addressName) {
            // The header says which fields an address has, and standard input cannot be read twice.
            let table = try base.readAll(knownMarks: addressFields, progress)
            return (table, try sources(header: table.columns.map(\.name)))
        }
        let sources = try sources(header: infer.contains(FamilySources.addressName) ? base.header() : infer)
        return (
            try base.readTable(
                beside: unread(wanted + (sources?.fields ?? []) + base.groups.fields),
                knownMarks: addressFields, progress), sources
        )
    }

    /// The fields that are not member fields, each once.
    private func unread(_ fields: [String]) -> [String] {
        fields.reduce(into: []) { all, field in
            if !base.quasiIdentifiers.contains(field), !all.contains(field) { all.append(field) }
        }
    }

    /// The known family of each record: from the data, or from the file of true families by the identifier.
    private func trueFamilies(
        of table: Table, at path: String, _ progress: AnalysisProgress.Handler?
    ) throws -> Column? {
        guard let family else { return nil }
        guard let truth, let identifier else { return try table.column(named: family) }
        let file = try base.read(truth, fields: [identifier, family], delimiter: nil, progress)
        let families = try file.column(named: family)
        if families.count == 0 || families.missingCode != nil && families.cardinality == 1 {
            throw FamilyError.noFamilies(source: truth, field: family)
        }
        let identifiers = try comparing.alike(
            [table.column(named: identifier), file.column(named: identifier)], sources: [path, truth],
            dates: base.dates, progress)
        return try PupilLink(
            identifiers[0], in: identifiers[1], sources: (path, truth), isOneToOne: false
        ).column(families)
    }

    private func groups(
        _ table: Table, at path: String, _ sources: FamilySources?, _ truth: Column?,
        _ progress: AnalysisProgress.Handler?
    ) throws -> FamilyGroups {
        if let sources {
            return try sources.groups(
                table, matching: comparing.matching ?? .folded, threads: base.threads
            ) { progress?(.noticed(source: path, note: $0)) }
        }
        guard let truth else { throw PlanError.noFamilies }
        return try FamilyGroups(givenBy: truth, threads: base.threads)
    }

    /// The member fields, dates as exact as the intruder knows them; which fields are dates is found in the data.
    private func memberFields(_ table: Table, at path: String, dates known: [String]?) throws -> ([Column], [String]) {
        let columns = try base.quasiIdentifiers.map { try table.column(named: $0) }
        let dates = known ?? columns.filter(\.isDates).map(\.name)
        if isPrecisionAsked, !columns.contains(where: \.mayBeDates) {
            throw MicrodataError.noDates(fields: base.quasiIdentifiers, source: path)
        }
        return (
            try columns.map {
                dates.contains($0.name) ? try $0.coarsened(to: precision, order: base.dates, source: path) : $0
            }, dates
        )
    }

    /// A later file, with what is known of it in the notation of both.
    private struct LaterFile {
        let path: String
        let table: Table
        let fields: [Column]
        let area: Column
    }

    /// Reads a later file; its member fields and area and those of the data are brought into one notation.
    private func read(
        _ path: String, _ own: [Column], dates: [String], _ sources: FamilySources?,
        _ progress: AnalysisProgress.Handler?
    ) throws -> (own: [Column], later: LaterFile?) {
        guard let area else { return (own, nil) }
        let table = try base.read(
            path, fields: base.quasiIdentifiers + unread(wanted + (sources?.fields ?? [])),
            knownMarks: sources == nil ? [] : addressFields, progress)
        let alike = try comparing.alike(
            own, try memberFields(table, at: path, dates: dates).0 + [table.column(named: area)],
            sources: [base.data, path], dates: base.dates, progress)
        let later = LaterFile(
            path: path, table: table, fields: Array(alike.second.dropLast()), area: alike.second[own.count - 1])
        return (alike.first, later)
    }

    private func refind(
        _ file: Refinding.File, _ table: Table, in later: LaterFile, _ sources: FamilySources?,
        _ progress: AnalysisProgress.Handler?
    ) throws -> Refinding? {
        guard let identifier else { return nil }
        let sourcesOfBoth = [base.data, later.path]
        let identifiers = try comparing.alike(
            [table.column(named: identifier), later.table.column(named: identifier)], sources: sourcesOfBoth,
            dates: base.dates, progress)
        let link = try PupilLink(
            identifiers[0], in: identifiers[1], sources: (base.data, later.path), isOneToOne: true)
        let truth = sources == nil ? try trueFamilies(of: later.table, at: later.path, progress) : nil
        let other = Refinding.File(
            try groups(later.table, at: later.path, sources, truth, progress), fields: later.fields, area: later.area)
        return try Refinding(file, in: other, by: link, missing: base.missing, threads: base.threads)
    }
}
