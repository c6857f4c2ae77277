import Microdata
import SingleoutTesting

/// Feeds a text to the reader and to its slow twin, which must agree on the table or on the mistake.
///
/// The first two bytes choose the settings: threads, sizes of the pieces, delimiter, missing values and kept columns.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
    if size < 2 { return 0 }
    let (first, second) = unsafe (Int(data[0]), Int(data[1]))
    let text = unsafe Array(UnsafeBufferPointer(start: data + 2, count: size - 2))
    var reading = DelimitedReading()
    reading.threads = 1 + first % 2
    reading.batchSize = [1, 7, 64, 1 << 15][first >> 1 & 3]
    reading.blockSize = [1, 11, 100, 1 << 20][first >> 3 & 3]
    reading.windowSize = [2, 64, 1000, 1 << 24][first >> 5 & 3]
    reading.vectors = first & 0x80 == 0 ? reading.vectors : 0
    reading.delimiter = [nil, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "a")][second & 3]
    reading.missingValues = second & 4 == 0 ? [""] : ["NA", "?", "not available"]
    reading.columns = second & 8 == 0 ? nil : ["a"]
    let read = outcome { () throws(MicrodataError) in try reading.table(from: text, named: "f") }
    if DelimitedReading.isOtherFormat(text) { return 0 }
    if text.starts(with: [0x1f, 0x8b]) || text.starts(with: [0x28, 0xb5, 0x2f, 0xfd]) { return 0 }
    var slow = SlowDelimitedParser()
    slow.delimiter = reading.delimiter
    slow.missingValues = reading.missingValues
    slow.columns = reading.columns
    let expected = outcome { () throws(MicrodataError) in try slow.table(from: text, named: "f") }
    precondition(read == expected, "the reader and its slow twin disagree: \(read) and \(expected)")
    return 0
}

private func outcome(_ read: () throws(MicrodataError) -> Table) -> Result<Table, MicrodataError> {
    do throws(MicrodataError) { return .success(try read()) } catch { return .failure(error) }
}
