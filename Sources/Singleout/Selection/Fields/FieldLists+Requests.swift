import Microdata

extension FieldLists {
    /// Lists of the fields of some files that are read alike.
    package convenience init(
        files: [String], delimiter: String?, lines: LineSelection = LineSelection(), release: Release? = nil
    ) {
        self.init(
            files.map { path in
                let released = path == release?.data ? release?.delimiter : nil
                return Source(
                    path: path, delimiter: (delimiter ?? released).flatMap(Delimiter.init),
                    lines: path == release?.data ? lines.filled(by: release) : lines)
            })
    }

    /// Lists of the fields of the data and of files beside them.
    package convenience init(_ arguments: AnalysisArguments, _ release: Release?, beside others: [String?] = []) {
        let data = arguments.engine.engine == .spark ? nil : arguments.data ?? release?.data
        let delimiter = (arguments.delimiter ?? release?.delimiter).flatMap(Delimiter.init)
        let others = (others + [arguments.populationData]).compactMap(\.self)
        self.init(
            [data].compactMap(\.self).map {
                Source(path: $0, delimiter: delimiter, lines: arguments.lines.filled(by: release))
            }
                + others.map { Source(path: $0, delimiter: nil, lines: LineSelection()) })
    }
}

extension AnalysisArguments {
    /// Makes one name of each element that a command line gave as a list.
    ///
    /// - Throws: `PlanError.outOfRange` for lists that are none.
    package mutating func takeApart(by lists: FieldLists) throws(PlanError) {
        quasiIdentifiers = try lists.names(quasiIdentifiers, "--quasi-identifiers")
        sensitive = try lists.names(sensitive, "--sensitive")
        ordered = try lists.names(ordered, "--ordered")
        hierarchies = try hierarchies.map { text throws(PlanError) in
            try lists.pair(text, .equals, Setting.valueHierarchy.option)
        }
        groups = try lists.names(groups, "--by")
        adjusted = try lists.names(adjusted, "--adjust")
        weight = lists.name(weight)
        household = lists.name(household)
    }
}

extension FamilyRequest {
    /// Makes one name of each element that a command line gave as a list.
    ///
    /// - Throws: `PlanError.outOfRange` for lists that are none.
    package mutating func takeApart(by lists: FieldLists) throws(PlanError) {
        infer = try lists.names(infer, "--infer")
        family = lists.name(family)
        area = lists.name(area)
        identifier = lists.name(identifier)
    }
}

extension AcrossRequest {
    /// Makes one name of each element that a command line gave as a list.
    ///
    /// - Throws: `PlanError.outOfRange` for lists that are none.
    package mutating func takeApart(_ release: Release?) throws(PlanError) {
        let released = [release?.data].compactMap(\.self) + (release?.across.files ?? [])
        let files = engine.engine == .spark ? [] : files.isEmpty ? released : files
        let lists = FieldLists(files: files, delimiter: delimiter, lines: lines, release: release)
        on = try lists.names(on, "--on")
        adding = try lists.names(adding, "--adding")
        truth = lists.name(truth)
    }
}

extension DifferencesRequest {
    /// Makes one name of each element that a command line gave as a list.
    ///
    /// - Throws: `PlanError.outOfRange` for lists that are none.
    package mutating func takeApart(_ release: Release?) throws(PlanError) {
        let files = files.count == 1 ? [release?.data].compactMap(\.self) + files : files
        let lists = FieldLists(files: files, delimiter: delimiter, lines: lines, release: release)
        quasiIdentifiers = try lists.names(quasiIdentifiers, "--quasi-identifiers")
        sensitive = try lists.names(sensitive, "--sensitive")
        count = lists.name(count)
        identifier = lists.name(identifier)
    }
}

extension HistoriesRequest {
    /// Makes one name of each element that a command line gave as a list.
    ///
    /// - Throws: `PlanError.outOfRange` for lists that are none.
    package mutating func takeApart(_ release: Release?) throws(PlanError) {
        let files = files.isEmpty ? [release?.data].compactMap(\.self) : files
        let lists = FieldLists(files: files, delimiter: delimiter, lines: lines, release: release)
        events = try lists.names(events, "--events")
        identifier = lists.name(identifier)
        order = lists.name(order)
        year = lists.name(year)
    }
}

extension RecodeRequest {
    /// Refuses a pipe that is to be written again, before its header is waited for.
    ///
    /// - Throws: `PlanError.readTwice`.
    package func requireReadable(_ data: String?) throws(PlanError) {
        if let data, write != nil, HeldPipes.isReadOnce(data) { throw .readTwice(path: data) }
    }

    /// Makes one name or pair of each element that a command line gave as a list.
    ///
    /// - Throws: `PlanError.outOfRange` for lists that are none.
    package mutating func takeApart(by lists: FieldLists) throws(PlanError) {
        hierarchy = try hierarchy.map { text throws(PlanError) in try lists.pair(text, .equals, Setting.levels.option) }
        apply = try lists.pairs(apply, .equals, "--apply")
        leaveOut = try lists.names(leaveOut, "--leave-out")
    }
}
