internal import Counting
public import Microdata

extension DisclosureRule {
    /// What becomes of rules about a table in memory.
    ///
    /// - Parameters:
    ///   - rules: At least one.
    ///   - table: The records.
    ///   - fields: The fields that an intruder could know, at least one.
    ///   - missing: What a missing value means; with wildcards there are no rules about sensitive fields.
    /// - Returns: An outcome for each rule, in order.
    /// - Throws: `DisclosureRuleError`, `MicrodataError` for a field that the table lacks, or `CountingError`; none holds a value
    ///   of a record.
    /// - Complexity: O(records x fields) time and 24 bytes per record; 16 more for each rule about a sensitive field, in
    ///   O(records log records) time at most.
    public static func outcomes(
        _ rules: [DisclosureRule], of table: Table, on fields: [String], missing: MissingSemantics = .category
    ) throws -> [DisclosureOutcome] {
        let asked = try validated(rules, fields)
        return try DisclosureMeasures(table: table, fields: fields, missing: missing).outcomes(rules, asked)
    }

    /// What becomes of rules about a file.
    ///
    /// - Parameters:
    ///   - rules: At least one.
    ///   - path: The file, as every command reads it.
    ///   - fields: The fields that an intruder could know, at least one.
    ///   - missing: What a missing value means; with wildcards there are no rules about sensitive fields.
    ///   - missingValues: Values that mean 'missing', beside the empty one.
    /// - Returns: An outcome for each rule, in order.
    /// - Throws: As for a table, and `MicrodataError` for a file that cannot be read.
    /// - Complexity: As for a table, and O(bytes) time and 1 to 4 bytes per record and field to read it.
    public static func outcomes(
        _ rules: [DisclosureRule], ofFile path: String, on fields: [String], missing: MissingSemantics = .category,
        missingValues: Set<String> = []
    ) throws -> [DisclosureOutcome] {
        let asked = try validated(rules, fields)
        var reading = DelimitedReading()
        reading.missingValues = missingValues.union([""])
        var wanted = fields
        for field in asked.flatMap(\.fields) where !wanted.contains(field) { wanted.append(field) }
        reading.columns = wanted
        return try outcomes(rules, of: reading.table(fromFileAt: path), on: fields, missing: missing)
    }

    /// Refuses what is wrong whatever the data hold, before they are read.
    private static func validated(_ rules: [DisclosureRule], _ fields: [String]) throws -> [Rule] {
        if rules.isEmpty { throw DisclosureRuleError.noRules }
        if fields.isEmpty { throw CountingError.noFields }
        return try rules.map { stated in
            let rule = try stated.rule()
            if let field = rule.fields.first(where: fields.contains) {
                throw DisclosureRuleError.sensitiveFieldKnown(field)
            }
            return rule
        }
    }
}
