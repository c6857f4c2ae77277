import Foundation
import Microdata

/// Reads a damaged file of SPSS, Stata or SAS in this process, which must end with a table or an error of the file.
///
/// The first byte of an input chooses the format, the rest is the file. What is read of one field alone is what is read of it with all
/// others, and the header has the names of the table.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    if size < 1 { return 0 }
    let path = folder + ["p.sav", "p.zsav", "p.dta", "p.sas7bdat"][unsafe Int(data[0] & 3)]
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    precondition(file >= 0, "no file can be made in \(folder)")
    let written = unsafe write(file, data + 1, size - 1)
    close(file)
    precondition(written == size - 1, "there is no room in \(folder)")
    var reading = DelimitedReading()
    reading.threads = 1
    reading.windowSize = 1 << 16
    reading.recordLimit = 100_000
    guard let table = read({ () throws(MicrodataError) in try reading.table(fromFileAt: path) }) else { return 0 }
    let names = read { () throws(MicrodataError) in try reading.header(ofFileAt: path) }
    precondition(names == table.columns.map(\.name), "the header has other names than the table")
    for column in table.columns.prefix(4) {
        reading.columns = [column.name]
        let alone = read { () throws(MicrodataError) in try reading.table(fromFileAt: path) }
        precondition(alone?.columns == [column], "a field alone has other values")
    }
    return 0
}

/// What is read, unless the file is damaged, which its error tells.
private func read<Found>(_ body: () throws(MicrodataError) -> Found) -> Found? {
    do throws(MicrodataError) { return try body() } catch {
        precondition(error.description.hasPrefix(folder), "an error does not name its file: \(error)")
        return nil
    }
}

/// A folder of this process, in memory where the system has such a place.
private let folder: String = {
    let memory = "/dev/shm"
    let place = FileManager.default.isWritableFile(atPath: memory) ? memory : NSTemporaryDirectory()
    let path = place + "/singleout-fuzz-\(getpid())/"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
}()
