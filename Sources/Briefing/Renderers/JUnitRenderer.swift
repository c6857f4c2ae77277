/// Renders checks as the JUnit XML that build servers read.
package struct JUnitRenderer: Sendable {
    /// A JUnit renderer.
    package init() {}

    /// Writes the report.
    ///
    /// - Throws: What the stream's receiver throws.
    package func render(_ report: TestReport, into stream: inout ByteStream) throws {
        let name = Markup.escaped(report.name)
        let failures = report.cases.count { $0.failure != nil }
        let counts = "tests=\"\(report.cases.count)\" failures=\"\(failures)\" errors=\"0\""
        try stream.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        try stream.write("<testsuites \(counts)>\n  <testsuite name=\"\(name)\" \(counts) skipped=\"0\">\n")
        if !report.properties.isEmpty {
            try stream.write("    <properties>\n")
            for property in report.properties {
                let value = Markup.escaped(property.value)
                try stream.write(
                    "      <property name=\"\(Markup.escaped(property.name))\" value=\"\(value)\"/>\n")
            }
            try stream.write("    </properties>\n")
        }
        for test in report.cases {
            try stream.write("    <testcase classname=\"\(name)\" name=\"\(Markup.escaped(test.name))\"")
            if let failure = test.failure {
                try stream.write(">\n      <failure message=\"\(Markup.escaped(failure))\"/>\n    </testcase>\n")
            } else {
                try stream.write("/>\n")
            }
        }
        try stream.write("  </testsuite>\n</testsuites>\n")
    }
}
