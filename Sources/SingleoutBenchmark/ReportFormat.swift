import ArgumentParser
import Foundation

/// How benchmark reports are printed.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
    case json
    case markdown

    /// Prints reports: one JSON object for one, an array for several; or the rows of a table.
    func print(_ reports: [BenchmarkReport]) throws {
        switch self {
        case .json:
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            let text = reports.count == 1 ? try encoder.encode(reports[0]) : try encoder.encode(reports)
            Swift.print(String(decoding: text, as: UTF8.self))
        case .markdown:
            guard let first = reports.first else { return }
            let gibibytes = String(format: "%.1f", Double(first.machine.memoryBytes) / 1_073_741_824)
            Swift.print(
                "\(first.machine.processor), \(first.machine.cores) cores, \(gibibytes) GiB, \(first.machine.system); "
                    + "commit \(first.commit), \(first.date)\n")
            Swift.print(
                "| case | records | fields | threads | median, s | ns per record | peak, MiB | bytes per record |")
            Swift.print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
            for report in reports { Swift.print(Self.row(report)) }
        }
    }

    private static func row(_ report: BenchmarkReport) -> String {
        let records = Double(max(report.records, 1))
        let cells = [
            report.name, "\(report.records)", "\(report.fields.count)", "\(report.threads)",
            String(format: "%.3f", report.medianSeconds), String(format: "%.1f", report.medianSeconds / records * 1e9),
            String(format: "%.0f", Double(report.peakBytes) / 1_048_576),
            String(format: "%.1f", Double(report.peakBytes) / records),
        ]
        return "| " + cells.joined(separator: " | ") + " |"
    }
}
