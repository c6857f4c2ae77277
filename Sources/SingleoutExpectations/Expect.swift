internal import Counting
public import Microdata
import Singleout

/// Expects a table in memory to meet rules on the fields that an intruder could know.
///
/// Each rule that is not met fails the test, under Swift Testing and under XCTest, with a message that names fields, figures
/// and numbers of records, and no value. Rules that say nothing, fields that do not exist and tables without records fail it
/// too.
///
/// - Parameters:
///   - table: The records.
///   - fields: The fields that an intruder could know, at least one.
///   - rules: At least one.
///   - missing: What a missing value means; with wildcards there are no rules about sensitive fields.
///   - fileID: The file where the failure is reported, as the compiler names it.
///   - filePath: Its path.
///   - line: The line there.
///   - column: The column there.
/// - Returns: Whether all rules are met.
/// - Complexity: As for `DisclosureRule.outcomes(_:of:on:missing:)`.
@discardableResult
public func expect(
    _ table: Table, on fields: [String], _ rules: DisclosureRule..., missing: MissingSemantics = .category,
    fileID: StaticString = #fileID, filePath: StaticString = #filePath, line: UInt = #line, column: UInt = #column
) -> Bool {
    let report = FailureReport(fileID: fileID, filePath: filePath, line: line, column: column)
    return report.record(
        failures { try DisclosureRule.outcomes(rules, of: table, on: fields, missing: missing) })
}

/// Expects a file to meet rules on the fields that an intruder could know.
///
/// As for a table; a file that is not there or cannot be read fails the test.
///
/// - Parameters:
///   - path: The file, as every command reads it.
///   - fields: The fields that an intruder could know, at least one.
///   - rules: At least one.
///   - missing: What a missing value means; with wildcards there are no rules about sensitive fields.
///   - missingValues: Values that mean 'missing', beside the empty one.
///   - fileID: The file where the failure is reported, as the compiler names it.
///   - filePath: Its path.
///   - line: The line there.
///   - column: The column there.
/// - Returns: Whether all rules are met.
/// - Complexity: As for `DisclosureRule.outcomes(_:ofFile:on:missing:missingValues:)`.
@discardableResult
public func expect(
    file path: String, on fields: [String], _ rules: DisclosureRule..., missing: MissingSemantics = .category,
    missingValues: Set<String> = [], fileID: StaticString = #fileID, filePath: StaticString = #filePath,
    line: UInt = #line, column: UInt = #column
) -> Bool {
    let report = FailureReport(fileID: fileID, filePath: filePath, line: line, column: column)
    return report.record(
        failures {
            try DisclosureRule.outcomes(
                rules, ofFile: path, on: fields, missing: missing, missingValues: missingValues)
        })
}

/// Expects the data of a release file to meet the policy that it states, as `singleout check --release` does.
///
/// Each rule of the policy that is not met fails the test, under Swift Testing and under XCTest; so does a release file
/// that cannot be read, or that states no rule.
///
/// - Parameters:
///   - release: The path of the release file.
///   - fileID: The file where the failure is reported, as the compiler names it.
///   - filePath: Its path.
///   - line: The line there.
///   - column: The column there.
/// - Returns: Whether all rules are met.
/// - Complexity: As for `Selection.check(progress:)`.
@discardableResult
public func expectPolicyMet(
    byRelease release: String, fileID: StaticString = #fileID, filePath: StaticString = #filePath,
    line: UInt = #line, column: UInt = #column
) -> Bool {
    let report = FailureReport(fileID: fileID, filePath: filePath, line: line, column: column)
    do {
        let plan = try Selection(SelectionRequest(), release: Release(contentsOfFile: release))
        let place = "\(plan.data), on \(plan.quasiIdentifiers.joined(separator: ", ")): "
        return report.record(try plan.check().testReport.cases.compactMap(\.failure).map { place + $0 })
    } catch {
        return report.record(["\(error)"])
    }
}

/// The messages of the rules that are not met, or why they could not be looked at.
private func failures(_ outcomes: () throws -> [DisclosureOutcome]) -> [String] {
    do {
        return try outcomes().filter { !$0.isMet }.map(\.message)
    } catch {
        return ["\(error)"]
    }
}
