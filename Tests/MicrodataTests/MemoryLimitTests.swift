import Foundation
import Microdata
import Testing

struct MemoryLimitTests {
    @Test(arguments: [
        ("2G", 2 << 30), ("512M", 512 << 20), ("1.5 GiB", 3 << 29), ("64kb", 64 << 10), ("1T", 1 << 40), ("700", 700),
    ])
    func sizes(text: String, bytes: Int) { #expect(MemorySize(text)?.bytes == bytes) }

    @Test(arguments: ["", "G", "-1G", "2X", "2GG", "1e3", "0", "0.5", "99999999T", "1.2.3G", "two", "٢G"])
    func noSizes(text: String) { #expect(MemorySize(text) == nil) }

    @Test func written() {
        #expect(MemorySize(1).description == "1 bytes")
        #expect(MemorySize(1 << 20).description == "1.0 MiB")
        #expect(MemorySize(3 << 29).description == "1.5 GiB")
        #expect(MemorySize(5 << 50).description == "5120.0 TiB")
    }

    /// Two fields of 40,000 records, one of which has 300 values: 40,000 x (1 + 2) bytes of codes, and 2 more while they are put
    /// together.
    private static let text =
        "sex,area\n" + (0..<40_000).map { "\($0 % 2 == 0 ? "F" : "M"),\($0 % 300)\n" }.joined()

    private func read(limit: Int?, windowSize: Int = 1 << 14, columns: [String]? = nil) throws -> Table {
        var reading = DelimitedReading()
        reading.windowSize = windowSize
        reading.memoryLimit = limit
        reading.columns = columns
        reading.threads = 1
        return try reading.table(from: Array(Self.text.utf8), named: "t.csv")
    }

    @Test func enoughMemoryChangesNothing() throws {
        #expect(try read(limit: 400_000) == read(limit: nil))
        #expect(try read(limit: 1 << 40) == read(limit: nil))
    }

    /// The first window tells how many records there will be.
    @Test func saidAtOnce() throws {
        do {
            _ = try read(limit: 150_000)
            Issue.record("it was read")
        } catch MicrodataError.tooLittleMemory(let source, let fields, let needed, let limit, let isEstimate) {
            #expect((source, fields, limit) == ("t.csv", 2, 150_000))
            #expect(isEstimate)
            #expect(needed > 150_000 && needed < 400_000, "\(needed)")
        }
    }

    /// A file that turns out larger is refused at its end at the latest.
    @Test func saidAtTheEnd() throws {
        #expect {
            try read(limit: 150_000, windowSize: 1 << 24)
        } throws: { error in
            "\(error)".hasPrefix("t.csv: 2 fields take ") && "\(error)".contains("--memory leaves 146.5 KiB")
        }
        #expect(try read(limit: 150_000, columns: ["sex"]).records == 40_000)
    }
}
