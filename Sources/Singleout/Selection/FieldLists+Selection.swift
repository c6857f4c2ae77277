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

    /// Lists of the fields of the data and of the files used with them.
    package convenience init(_ arguments: SelectionRequest, _ release: Release?, beside others: [String?] = []) {
        let data = arguments.engine.engine == .spark ? nil : arguments.data?.name ?? release?.data
        let delimiter = (arguments.delimiter ?? release?.delimiter).flatMap(Delimiter.init)
        let others = (others + [arguments.populationData?.name]).compactMap(\.self)
        self.init(
            [data].compactMap(\.self).map {
                Source(path: $0, delimiter: delimiter, lines: arguments.lines.filled(by: release))
            }
                + others.map { Source(path: $0, delimiter: nil, lines: LineSelection()) })
    }
}

extension SelectionRequest {
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
