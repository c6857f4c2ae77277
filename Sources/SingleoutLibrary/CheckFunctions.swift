public import CSingleout
import Disclosure
import Microdata
import Singleout

// What each function does, expects and returns stands in singleout.h.

/// See singleout.h.
@_cdecl("singleout_check")
public func check(
    table: OpaquePointer?, fields: UnsafePointer<UnsafePointer<CChar>?>?, fieldCount: Int, missing: Int32,
    threads: Int32, rules: UnsafePointer<singleout_rules>?,
    message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    unsafe Answer.verdict(message) {
        let table = try unsafe Handle<Table>.content(of: table, "table")
        guard let rules = unsafe rules else { throw LibraryError.missing("rules") }
        let limits = unsafe rules.pointee
        // Written so that a limit that is not a number fails too.
        guard limits.min_k >= 1 else { throw LibraryError.outOfRange("min_k", expected: "at least 1") }
        guard limits.max_uniqueness >= 0, limits.max_uniqueness <= 1 else {
            throw LibraryError.outOfRange("max_uniqueness", expected: "from 0 to 1")
        }
        guard limits.max_risk > 0, limits.max_risk <= 1 else {
            throw LibraryError.outOfRange("max_risk", expected: "above 0 and up to 1")
        }
        guard limits.min_k > 1 || limits.max_uniqueness < 1 || limits.max_risk < 1 else {
            throw LibraryError.outOfRange("One of the rules", expected: "one that not every file meets")
        }
        let columns = try unsafe Arguments.fields(fields, fieldCount).map { try table.column(named: $0) }
        return failures(
            try PolicyFindings(
                of: columns, source: table.source, missing: Arguments.missing(missing),
                rules: [
                    limits.min_k > 1 ? .minK(Int(limits.min_k)) : nil,
                    limits.max_uniqueness < 1 ? .maxUniqueness(limits.max_uniqueness) : nil,
                    limits.max_risk < 1 ? .maxRisk(limits.max_risk) : nil,
                ].compactMap(\.self),
                threads: Arguments.threads(threads)))
    }
}

/// See singleout.h.
@_cdecl("singleout_require")
public func require(
    table: OpaquePointer?, fields: UnsafePointer<UnsafePointer<CChar>?>?, fieldCount: Int, missing: Int32,
    threads: Int32, rules: UnsafePointer<UnsafePointer<CChar>?>?, ruleCount: Int,
    message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    unsafe Answer.verdict(message) {
        let table = try unsafe Handle<Table>.content(of: table, "table")
        let names = try unsafe Arguments.fields(fields, fieldCount)
        let texts = try unsafe Arguments.texts(rules, ruleCount, "rules")
        if texts.isEmpty { throw LibraryError.outOfRange("rule_count", expected: "at least 1") }
        let rules = try texts.map { text in
            do throws(RuleError) {
                return try Rule(text)
            } catch {
                throw LibraryError.outOfRange("A rule", expected: error.expectation)
            }
        }
        for rule in rules { try requireTable(rule.ruled, rule.subject, of: rule.fields, names) }
        let missing = try Arguments.missing(missing)
        let evidence = try RuleEvidence(
            of: table, on: names, sensitive: rules.flatMap(\.fields), missing: missing,
            threads: Arguments.threads(threads))
        return failures(
            PolicyFindings(of: evidence, outOf: table, on: names, missing: missing, rules: rules))
    }
}

/// See singleout.h.
@_cdecl("singleout_figure")
public func figure(
    table: OpaquePointer?, fields: UnsafePointer<UnsafePointer<CChar>?>?, fieldCount: Int, missing: Int32,
    threads: Int32, name: UnsafePointer<CChar>?, value: UnsafeMutablePointer<Double>?,
    message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    unsafe Answer.of(message) {
        let out = try unsafe Arguments.present(value, "value")
        let table = try unsafe Handle<Table>.content(of: table, "table")
        let names = try unsafe Arguments.fields(fields, fieldCount)
        let text = try unsafe Arguments.text(name, "figure")
        let asked: (ruled: RuledFigure, field: String?, l: Int?)
        do throws(RuleError) {
            asked = try Rule.figure(text)
        } catch {
            throw LibraryError.outOfRange("figure", expected: error.expectation)
        }
        let sensitive = asked.field.map { Rule.fields(of: asked.ruled, in: $0) } ?? []
        try requireTable(asked.ruled, text, of: sensitive, names)
        let evidence = try RuleEvidence(
            of: table, on: names, sensitive: sensitive, missing: Arguments.missing(missing),
            threads: Arguments.threads(threads))
        guard let found = evidence.value(of: asked.ruled, field: asked.field, l: asked.l) else {
            throw LibraryError.noRecords
        }
        unsafe out.pointee = found
    }
}

/// Refuses a figure that takes more than a table, and one of a field that an intruder knows.
private func requireTable(
    _ ruled: RuledFigure, _ subject: String, of fields: [String], _ known: [String]
) throws(LibraryError) {
    if !ruled.isOfTable {
        throw .outOfRange(subject, expected: "in the policy of a release, as it takes more than a table")
    }
    if fields.contains(where: known.contains) {
        throw .outOfRange(subject, expected: "of a field that is not among those that an intruder knows")
    }
}

/// See singleout.h.
@_cdecl("singleout_check_release")
public func checkRelease(
    release: UnsafePointer<CChar>?, message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    unsafe Answer.verdict(message) {
        let release = try Release(contentsOfFile: unsafe Arguments.text(release, "release"))
        return failures(try Selection(SelectionRequest(), release: release).check())
    }
}

/// A line for each rule that is not met; `nil` when all are.
private func failures(_ findings: PolicyFindings) -> String? {
    let lines = findings.testReport.cases.compactMap(\.failure)
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
}
