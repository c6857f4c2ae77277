import Foundation
import Microdata
import SingleoutTesting
import Testing

/// What reading a text gives: a table, or the error that was thrown.
enum Outcome: Hashable, CustomStringConvertible {
    case table(Table)
    case error(MicrodataError)

    init(_ read: () throws(MicrodataError) -> Table) {
        do throws(MicrodataError) { self = .table(try read()) } catch { self = .error(error) }
    }

    /// Header and records, a missing value as `nil`; `nil` for an error.
    var rows: [[String?]]? {
        guard case .table(let table) = self else { return nil }
        let records = (0..<table.records).map { record in
            table.columns.map { column -> String? in
                let code = column.codes.widened()[record]
                return code == column.missingCode ? nil : column.dictionary[Int(code)]
            }
        }
        return [table.columns.map(\.name)] + records
    }

    var description: String {
        switch self {
        case .table: "table \(rows ?? [])"
        case .error(let error): "error \(error)"
        }
    }
}

/// A folder for one test's files, removed with this object.
final class TemporaryFolder {
    let url = FileManager.default.temporaryDirectory.appending(path: "singleout-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Writes a file and returns its path.
    func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        let place = url.appending(path: name)
        try Data(bytes).write(to: place)
        return place.path
    }
}

/// The outcome of reading bytes with every setting as given.
func outcome(_ bytes: [UInt8], _ reading: DelimitedReading = DelimitedReading(), named name: String = "f") -> Outcome {
    Outcome { () throws(MicrodataError) in try reading.table(from: bytes, named: name) }
}

/// The outcome of the slow twin under the same settings.
func slowOutcome(_ bytes: [UInt8], _ reading: DelimitedReading, named name: String = "f") -> Outcome {
    var slow = SlowDelimitedParser()
    slow.delimiter = reading.delimiter
    slow.missingValues = reading.missingValues
    slow.columns = reading.columns
    slow.skippedLines = reading.skippedLines
    slow.rows = reading.rows
    slow.keepsEmptyRecords = reading.keepsEmptyRecords
    return Outcome { () throws(MicrodataError) in try slow.table(from: bytes, named: name) }
}

/// Settings that cut a text into random pieces.
func randomPieces(_ random: inout SeededGenerator) -> DelimitedReading {
    var reading = DelimitedReading()
    reading.threads = 1 + random.next(below: 4)
    reading.batchSize = 1 + random.next(below: 40)
    reading.blockSize = 1 + random.next(below: 60)
    reading.windowSize = 1 + random.next(below: 200)
    reading.vectors = Int32(random.next(below: Int(reading.vectors) + 1))
    return reading
}
