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
                rules: PolicyRules(
                    minK: limits.min_k > 1 ? Int(limits.min_k) : nil,
                    maxUniqueness: limits.max_uniqueness < 1 ? limits.max_uniqueness : nil,
                    maxRisk: limits.max_risk < 1 ? limits.max_risk : nil),
                threads: Arguments.threads(threads)))
    }
}

/// See singleout.h.
@_cdecl("singleout_check_release")
public func checkRelease(
    release: UnsafePointer<CChar>?, message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
    unsafe Answer.verdict(message) {
        let release = try Release(contentsOfFile: unsafe Arguments.text(release, "release"))
        return failures(try AnalysisPlan(AnalysisArguments(), release: release).check())
    }
}

/// A line for each rule that is not met; `nil` when all are.
private func failures(_ findings: PolicyFindings) -> String? {
    let lines = findings.testReport.cases.compactMap(\.failure)
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
}
