/// A field's values made coarser, level by level: level 0 are the values as they are, each further level has groups of the
/// groups before it, and the last one is a single group, `*`: the field dropped.
///
/// Levels are nested: values in one group stay together at all further levels. A level that would merge nothing is left out,
/// so that every level differs from the others, but for one that was asked for by its name. Level 0 alone remains of a field with one value.
package struct Generalisation: Sendable, Hashable {
    /// One level.
    package struct Level: Sendable, Hashable {
        /// What the groups are, such as `month`.
        package let name: String
        /// The group of each code of the column.
        package let groupOf: [UInt32]
        /// The text that stands for each group; the one of a missing value is empty.
        package let groups: ValueDictionary
        /// The group of the missing value, where that is a group of its own.
        package let missingGroup: UInt32?
    }

    /// The text that stands for all values of a dropped field, and for those of a suppressed record.
    package static let dropped = "*"
    /// The name of the last level.
    package static let droppedName = "dropped"

    /// The field.
    package let field: String
    /// What the levels come from: the name of a built-in hierarchy, fields, or a file; `nil` where the field is only kept
    /// or dropped.
    package let hierarchy: String?
    /// The levels, from the values themselves; at least one.
    package let levels: [Level]

    /// The levels above the values.
    package var height: Int { levels.count - 1 }

    /// A field that is kept or dropped.
    ///
    /// - Complexity: O(values) time and memory.
    package init(keepingOrDropping column: Column) {
        self.init(column, hierarchy: nil, valueName: "as it is", above: [])
    }

    /// The levels of a built-in hierarchy.
    ///
    /// - Parameters:
    ///   - column: The field, without missing values or with them: a missing value is a group of its own until the
    ///     field is dropped.
    ///   - hierarchy: What stands for a value at each level.
    ///   - source: What the column was read from, for messages.
    ///   - keeping: The name of a level that is kept whatever it merges.
    /// - Throws: `GeneralisationError.valuesOfOtherForm` when the hierarchy has no place for some value.
    /// - Complexity: O(values x levels) expected time and memory.
    package init(
        _ column: Column, by hierarchy: some BuiltInHierarchy, source: String, keeping: String? = nil
    ) throws(GeneralisationError) {
        let names = hierarchy.levelNames
        var above = names.dropFirst().map { Draft(name: $0) }
        var numberOf = above.map { _ in [ArraySlice<UInt8>: UInt32]() }
        var others = 0
        for code in 0..<column.cardinality {
            if UInt32(code) == column.missingCode {
                for level in above.indices { above[level].addMissing() }
                continue
            }
            guard let labels = hierarchy.labels(of: column.dictionary[utf8: code]) else {
                others += 1
                continue
            }
            for (level, label) in labels.enumerated() {
                if let number = numberOf[level][label] {
                    above[level].groupOf.append(number)
                } else {
                    numberOf[level][label] = UInt32(above[level].groups.count)
                    above[level].add(label)
                }
            }
        }
        if others > 0 {
            throw .valuesOfOtherForm(
                source: source, field: column.name, hierarchy: hierarchy.name, expected: hierarchy.form, values: others,
                of: column.cardinality - (column.missingCode == nil ? 0 : 1))
        }
        self.init(column, hierarchy: hierarchy.name, valueName: names[0], above: above, keeping: keeping)
    }

    /// The levels of a hierarchy file.
    ///
    /// - Parameters:
    ///   - column: The field.
    ///   - table: A row for each value: the value, its group, the group of that, and so on up to one for all.
    ///   - keeping: The name of a level that is kept whatever it merges.
    /// - Throws: `HierarchyError` for a table that is no hierarchy, and for values of the column without a row.
    /// - Complexity: O((rows + values) x levels) time and memory.
    package init(_ column: Column, table: Table, keeping: String? = nil) throws(HierarchyError) {
        let hierarchy = try ValueHierarchy(table)
        var leaves: [Int?] = []
        for code in 0..<column.cardinality {
            leaves.append(hierarchy.leaf(UInt32(code) == column.missingCode ? nil : column.dictionary[utf8: code]))
        }
        let without = leaves.enumerated().count { $0.element == nil && UInt32($0.offset) != column.missingCode }
        if without > 0 {
            throw .valuesWithoutRow(source: table.source, field: column.name, values: without)
        }
        var nodes = leaves
        var above: [Draft] = []
        // The last level is one for all, which the dropped field is, unless it is asked for under its own name.
        let isLastKept = table.columns.count - 1 == hierarchy.height && table.columns.last?.name == keeping
        for level in 1..<max(hierarchy.height + (isLastKept ? 1 : 0), 1) {
            nodes = nodes.map { $0.map { hierarchy.parents[level - 1][$0] } }
            above.append(Draft(name: table.columns[level].name, nodes: nodes, labels: table.columns[level]))
        }
        self.init(column, hierarchy: table.source, valueName: table.columns[0].name, above: above, keeping: keeping)
    }

    /// The levels that other fields of the same records make, such as authority and region above an area.
    ///
    /// - Parameters:
    ///   - column: The field.
    ///   - parents: Fields of the same records, from the finest to the coarsest.
    ///   - source: What the columns were read from, for messages.
    ///   - keeping: The name of a level that is kept whatever it merges.
    /// - Throws: `GeneralisationError.notNested` when records of one group are in different groups of the next field.
    /// - Complexity: O(records x fields) time; 4 bytes per value and field.
    package init(
        _ column: Column, parents: [Column], source: String, keeping: String? = nil
    ) throws(GeneralisationError) {
        let name = ([column] + parents).map(\.name).joined(separator: ">")
        var above: [Draft] = []
        var nodes: [Int?] = (0..<column.cardinality).map { UInt32($0) == column.missingCode ? nil : $0 }
        var child = column
        for parent in parents {
            let parentOf = try Self.parents(of: child, in: parent, source: source)
            nodes = nodes.map { $0.flatMap { parentOf[$0] } }
            above.append(Draft(name: parent.name, nodes: nodes, labels: parent))
            child = parent
        }
        self.init(column, hierarchy: name, valueName: column.name, above: above, keeping: keeping)
    }

    /// The levels that the fields of another file make, such as the authority and region of a school in a list of schools.
    ///
    /// - Parameters:
    ///   - column: The field.
    ///   - lookup: Columns of the other file: the first holds the values, the others their groups, from the finest.
    ///   - keeping: The name of a level that is kept whatever it merges.
    /// - Throws: `GeneralisationError.notNested` when a group is in different groups of the next field, and `HierarchyError` for
    ///   values without a row.
    /// - Complexity: O(rows + values) expected time and memory for each field.
    package init(_ column: Column, lookup: Table, keeping: String? = nil) throws {
        let names = lookup.columns.map(\.name).joined(separator: ">")
        let first = lookup.columns[0]
        var codeOf: [ArraySlice<UInt8>: Int] = [:]
        for code in 0..<first.cardinality where UInt32(code) != first.missingCode {
            codeOf[first.dictionary[utf8: code]] = code
        }
        var nodes: [Int?] = (0..<column.cardinality).map {
            UInt32($0) == column.missingCode ? nil : codeOf[column.dictionary[utf8: $0]]
        }
        let without = nodes.enumerated().count { $0.element == nil && UInt32($0.offset) != column.missingCode }
        if without > 0 {
            throw HierarchyError.valuesWithoutRow(source: lookup.source, field: column.name, values: without)
        }
        var above: [Draft] = []
        var child = first
        for parent in lookup.columns.dropFirst() {
            let parentOf = try Self.parents(of: child, in: parent, source: lookup.source)
            nodes = nodes.map { $0.flatMap { parentOf[$0] } }
            above.append(Draft(name: parent.name, nodes: nodes, labels: parent))
            child = parent
        }
        self.init(column, hierarchy: lookup.source + ":" + names, valueName: first.name, above: above, keeping: keeping)
    }

    /// The parent of each code of a column; `nil` for a missing value and for codes that no record has.
    private static func parents(
        of child: Column, in parent: Column, source: String
    ) throws(GeneralisationError) -> [Int?] {
        let none = UInt32.max
        var parentOf = [UInt32](repeating: none, count: child.cardinality)
        var isTorn = [Bool](repeating: false, count: child.cardinality)
        for record in 0..<child.count {
            let (code, group) = (child.codes[record], parent.codes[record])
            if code == child.missingCode { continue }
            if parentOf[Int(code)] == none {
                parentOf[Int(code)] = group
            } else if parentOf[Int(code)] != group {
                isTorn[Int(code)] = true
            }
        }
        let torn = isTorn.count { $0 }
        if torn > 0 {
            throw .notNested(
                source: source, field: child.name, parent: parent.name, values: torn,
                of: child.cardinality - (child.missingCode == nil ? 0 : 1))
        }
        return parentOf.map { $0 == none ? nil : Int($0) }
    }

    /// Puts levels above the values, without those that merge nothing unless their name is kept, and the dropped field above all.
    private init(_ column: Column, hierarchy: String?, valueName: String, above: [Draft], keeping: String? = nil) {
        field = column.name
        var levels = [
            Level(
                name: valueName, groupOf: (0..<column.cardinality).map { UInt32($0) }, groups: column.dictionary,
                missingGroup: column.missingCode)
        ]
        var groups = column.cardinality
        for draft in above where draft.groups.count < groups || draft.name == keeping {
            precondition(draft.groupOf.count == column.cardinality, "a level has a group for every value")
            groups = draft.groups.count
            levels.append(
                Level(
                    name: draft.name, groupOf: draft.groupOf, groups: draft.groups, missingGroup: draft.missingGroup))
        }
        if groups > 1 || levels.count > 1 && levels.last?.name == keeping {
            // Groups that are all one already are the dropped field under another name.
            levels.append(
                Level(
                    name: Self.droppedName, groupOf: [UInt32](repeating: 0, count: column.cardinality),
                    groups: ValueDictionary([Self.dropped]), missingGroup: nil))
        } else if let last = levels.last, levels.count > 1 {
            levels[levels.count - 1] = Level(
                name: Self.droppedName, groupOf: last.groupOf, groups: ValueDictionary([Self.dropped]),
                missingGroup: nil)
        }
        self.hierarchy = hierarchy
        self.levels = levels
    }
}

extension Generalisation {
    /// The column at a level, in terms of its groups.
    ///
    /// - Complexity: O(records) time, 4 bytes per record while it works.
    package func column(_ column: Column, at level: Int) -> Column {
        if level == 0 { return column }
        let level = levels[level]
        var codes: [UInt32] = []
        codes.reserveCapacity(column.count)
        column.codes.append(to: &codes, by: level.groupOf)
        return Column(
            name: column.name, codes: CodeArray(narrowing: codes, cardinality: level.groups.count),
            dictionary: level.groups, missingCode: level.missingGroup)
    }

    /// Whether some value or group, other than the dropped field, has the text that stands for a suppressed value.
    package var usesReservedText: Bool {
        let reserved = Array(Self.dropped.utf8)
        return levels.contains { level in
            level.name != Self.droppedName
                && (0..<level.groups.count).contains { level.groups[utf8: $0].elementsEqual(reserved) }
        }
    }

    /// A level that is being made.
    fileprivate struct Draft {
        let name: String
        var groupOf: [UInt32] = []
        var groups = ValueDictionary()
        var missingGroup: UInt32?

        init(name: String) { self.name = name }

        /// A level from nodes of another dictionary, numbered anew by first appearance; `nil` is the missing value.
        init(name: String, nodes: [Int?], labels: Column) {
            self.name = name
            var numberOf = [UInt32?](repeating: nil, count: labels.cardinality)
            for node in nodes {
                guard let node, UInt32(node) != labels.missingCode else {
                    addMissing()
                    continue
                }
                if let number = numberOf[node] {
                    groupOf.append(number)
                } else {
                    numberOf[node] = UInt32(groups.count)
                    add(labels.dictionary[utf8: node])
                }
            }
        }

        /// Adds the next code, which is the first of a group.
        mutating func add(_ label: some Sequence<UInt8>) {
            groupOf.append(UInt32(groups.count))
            groups.append(label)
        }

        /// Adds the next code, which stands for a missing value.
        mutating func addMissing() {
            if let missingGroup {
                groupOf.append(missingGroup)
            } else {
                missingGroup = UInt32(groups.count)
                add([])
            }
        }
    }
}
