/// The hierarchies that are built in, by name and by the form of a field's values.
package enum BuiltInHierarchies {
    /// Those that are the same for every field, in the order in which a field's values are compared with them.
    private static let plain: [any BuiltInHierarchy] = [
        PostcodeHierarchy(), YearGroupHierarchy(), EthnicityHierarchy(), LanguageHierarchy(),
    ]
    /// The fewest different numbers that are top-coded without being asked for.
    private static let fewestNumbers = 10

    /// The names of those that take no settings.
    package static var names: [String] { [DateHierarchy.givenName] + plain.map(\.name) }

    /// The one with a name, for a field.
    ///
    /// - Parameters:
    ///   - name: One of `names`; `nil` is returned for any other.
    ///   - column: The field.
    ///   - dates: The order of day, month and year in numbers; found from the values when `nil`.
    ///   - source: What the column was read from, for messages.
    /// - Throws: `MicrodataError` as for `DateHierarchy`.
    package static func named(
        _ name: String, for column: Column, dates: DateOrder? = nil, source: String
    ) throws(MicrodataError) -> (any BuiltInHierarchy)? {
        name == DateHierarchy.givenName
            ? try DateHierarchy(of: column, order: dates, source: source) : plain.first { $0.name == name }
    }

    /// The hierarchy whose form all values of a field have; `nil` when there is none, or when it would be a guess.
    ///
    /// Of a field of dates all values must be dates; it is no guess what it is then.
    ///
    /// Year groups are recognised by one that is no number, languages by English. Whole numbers are top-coded when there are
    /// ten or more different ones from 0 or 1 on, as counts have; other numbers may be the names of something.
    ///
    /// - Complexity: O(values) time, O(records) for numbers.
    ///
    /// - Parameters:
    ///   - column: The field.
    ///   - dates: The order of day, month and year in numbers; found from the values when `nil`.
    ///   - source: What the column was read from, for messages.
    /// - Throws: `MicrodataError` as for `DateHierarchy`, for a field of dates.
    package static func recognised(
        _ column: Column, dates: DateOrder? = nil, source: String
    ) throws(MicrodataError) -> (any BuiltInHierarchy)? {
        if column.isDates { return try DateHierarchy(of: column, order: dates, source: source) }
        let codes = (0..<column.cardinality).filter { UInt32($0) != column.missingCode }
        if codes.isEmpty { return nil }
        for hierarchy in plain
        where codes.allSatisfy({ hierarchy.labels(of: column.dictionary[utf8: $0]) != nil }) {
            func has(_ texts: [String]) -> Bool {
                codes.contains { code in texts.contains { column.dictionary[utf8: code].elementsEqual($0.utf8) } }
            }
            switch hierarchy {
            case is YearGroupHierarchy where !has(["N1", "N2", "R", "X"]): continue
            case is LanguageHierarchy where !has(["ENG", "ENB"]): continue
            default: return hierarchy
            }
        }
        if codes.count < fewestNumbers { return nil }
        let numbers = codes.lazy.map { TopCoding.number(column.dictionary[utf8: $0]) }
        guard numbers.allSatisfy({ $0.map { $0 >= 0 } ?? false }), numbers.contains(0) || numbers.contains(1) else {
            return nil
        }
        return TopCoding(sharesOf: column)
    }
}
