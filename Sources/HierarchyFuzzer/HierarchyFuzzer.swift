import Disclosure
import Microdata

/// Feeds a text to the readers of hierarchy files, which must read a hierarchy or say why there is none.
///
/// The values of the hierarchy's first column are the field, so that every value has its row.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    let text = unsafe Array(UnsafeBufferPointer(start: data, count: size))
    var reading = DelimitedReading()
    reading.threads = 1
    guard let table = try? reading.table(from: text, named: "h.csv"), let column = table.columns.first else { return 0 }
    do {
        let levels = try Generalisation(column, lookup: table)
        for (level, above) in zip(levels.levels, levels.levels.dropFirst()) {
            precondition(level.groupOf.count == column.cardinality, "a value has no group")
            precondition(above.groups.count < level.groups.count, "a level merges nothing")
        }
        for level in 0...levels.height {
            precondition(levels.column(column, at: level).count == column.count, "a record is lost")
        }
    } catch {
        precondition(!"\(error)".isEmpty, "an error says nothing")
    }
    do {
        _ = try ValueHierarchy(table)
    } catch {
        precondition("\(error)".contains("h.csv"), "an error does not name the file")
    }
    return 0
}
