import Foundation
import Testing

@testable import Microdata

/// Files of other formats are named by their first bytes, with the way in; text that merely looks like one stays text.
struct OtherFormatTests {
    private static func bytes(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8($0.value) } }

    private static let known: [(start: [UInt8], name: String, remedy: String)] = [
        (bytes("PK\u{3}\u{4}\u{14}\0\0\0\u{8}\0docProps/app.xml"), "an Excel workbook (xlsx)", "CSV"),
        (bytes("PK\u{3}\u{4}\u{14}\0\0\0\u{8}\0[Content_Types].xml"), "an Excel workbook (xlsx)", "CSV"),
        (
            bytes("PK\u{3}\u{4}mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
            "an OpenDocument spreadsheet (ods)", "CSV"
        ),
        (bytes("PK\u{3}\u{4}\u{14}\0\0\0\u{8}\0z.csv"), "a zip archive", "unzip"),
        (bytes("BZh91AY&SY\0"), "a bzip2 file", "bunzip2"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 0, 4], "an xz file", "unxz"),
        (bytes("ARROW1\0\0"), "an Arrow or Feather file", "CSV"), (bytes("FEA1\0\0\0\0"), "a Feather file", "CSV"),
        (bytes("PAR1\u{15}\u{4}\u{15}\u{10}"), "a Parquet file", ".parquet"),
        (bytes("SQLite format 3\0\u{10}\0"), "an SQLite database", "sqlite3"),
        (bytes("\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\u{7}\u{8}DUCK\u{40}\0\0"), "a DuckDB database", "duckdb"),
        (bytes("{\"a\": 1, \"b\": 2}\n{\"a\": 2}\n"), "JSON or JSON lines", "CSV"),
        (bytes("\n [ {\"a\":1}]"), "JSON or JSON lines", "CSV"),
        (bytes("HEADER RECORD*******LIBRARY HEADER RECORD!!!!!!!000000"), "a SAS transport file (xpt)", "haven"),
        (
            bytes(
                String(repeating: "0", count: 40) + "ASCII SPSS PORT FILE" + String(repeating: " ", count: 396)
                    + "SPSSPORT"),
            "an SPSS portable file (por)", "haven"
        ),
        (bytes("$FL2@(#) SPSS DATA FILE"), "an SPSS file", ".sav"),
        (bytes("$FL3@(#) SPSS DATA FILE"), "a compressed SPSS file", ".zsav"),
        (bytes("<stata_dta><header>"), "a Stata file", ".dta"), ([0x72, 2, 1, 0, 3, 0], "a Stata file", ".dta"),
        (
            [UInt8](repeating: 0, count: 12) + [0xC2, 0xEA, 0x81, 0x60, 0xB3, 0x14, 0x11, 0xCF, 0xBD, 0x92],
            "a SAS file", ".sas7bdat"
        ),
        ([0xFF, 0xFE, 0x61, 0, 0x2C, 0], "UTF-16 text", "iconv"), ([0xFE, 0xFF, 0, 0x61], "UTF-16 text", "iconv"),
        (bytes("a\0,\0b\0\n\01\0,\02\0\n\0"), "UTF-16 text", "iconv"),
        (bytes("\0a\0,\0b\0\n\01\0,"), "UTF-16 text", "iconv"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Excel workbook (xls)", "CSV"),
        (bytes("%PDF-1.7"), "a PDF document", "CSV"), (bytes("<!DOCTYPE html><html>"), "an HTML page", "login"),
        (bytes("RDX3\nX\n\0\0\0\u{3}"), "an R data file", "write.csv"),
        (bytes("a.csv") + [UInt8](repeating: 0, count: 252) + bytes("ustar\000"), "a tar archive", "unpack"),
    ]

    @Test(arguments: known.indices)
    func isNamed(number: Int) throws {
        let (start, name, remedy) = Self.known[number]
        let error = try #require(throws: MicrodataError.self) { try DelimitedReading().table(from: start, named: "f") }
        #expect(error.description.hasPrefix("f: this is \(name); "), "\(error)")
        #expect(error.description.contains(remedy) && error.description.hasSuffix("."), "\(error)")
    }

    /// Whatever the name says, from disk, through a pipe's bytes, and within gzip.
    @Test func everyWayOfReading() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("singleout-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let workbook = Data(Self.known[0].start)
        for name in ["d.csv", "d.xlsx", "d", "d.sav", "d.parquet", "d.dta", "d.sas7bdat"] {
            let file = folder.appendingPathComponent(name)
            try workbook.write(to: file)
            for _ in 0..<2 {
                let error = try #require(throws: MicrodataError.self) {
                    try DelimitedReading().table(fromFileAt: file.path)
                }
                #expect(error.description.contains("this is an Excel workbook (xlsx)"), "\(error)")
            }
            let error = try #require(throws: MicrodataError.self) { try DelimitedReading().header(ofFileAt: file.path) }
            #expect(error.description.contains("this is an Excel workbook (xlsx)"), "\(error)")
        }
    }

    /// Compressed, a file of another format is decompressed first; the same where its name says that it is of the format.
    @Test func compressed() throws {
        let folder = try TemporaryFolder()
        // gzip of "$FL2@(#) SPSS DATA FILE", made by gzip -9.
        let bytes: [UInt8] = [
            0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x53, 0x71, 0xF3, 0x31, 0x72, 0xD0, 0x50, 0xD6,
            0x54, 0x08, 0x0E, 0x08, 0x0E, 0x56, 0x70, 0x71, 0x0C, 0x71, 0x54, 0x70, 0xF3, 0xF4, 0x71, 0x05, 0x00, 0x56,
            0xA3, 0x43, 0x9B, 0x17, 0x00, 0x00, 0x00,
        ]
        for (name, words) in [
            ("s.sav.gz", "this is an SPSS file, compressed with gzip; decompress it (gunzip < FILE > NEW) and give"),
            ("s.sav", "it is compressed with gzip and not an SPSS file; decompress it (gunzip < FILE > NEW)"),
        ] {
            let path = try folder.file(name, bytes)
            let error = try #require(throws: MicrodataError.self) { try DelimitedReading().table(fromFileAt: path) }
            #expect(error.description.contains(words), "\(error)")
        }
    }

    /// The command that a message names for a file that is not UTF-8 makes one that is read.
    @Test func windowsText() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file(
            "w.csv", Array("name,n\nJos".utf8) + [0xE9] + Array(",1\nZo".utf8) + [0xEB] + Array(",2\n".utf8))
        let error = try #require(throws: MicrodataError.self) { try DelimitedReading().table(fromFileAt: path) }
        let found = try #require(error.description.firstMatch(of: /iconv .* FILE > NEW/))
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
            "-c", String(found.output).replacing("FILE", with: "w.csv").replacing("NEW", with: "new.csv"),
        ]
        process.currentDirectoryURL = folder.url
        try process.run()
        process.waitUntilExit()
        let table = try DelimitedReading().table(fromFileAt: folder.url.appending(path: "new.csv").path)
        #expect(process.terminationStatus == 0 && table.columns[0].dictionary[0] == "José")
    }

    @Test(arguments: [
        "PAR1,a\nx,1\n", "ORC,b\n1,2\n", "BZh,a\n1,2\n", "RDX2\n1\n", "DUCK\n1\n", "12345678DUCK\n1\n",
        "[a],[b]\n1,2\n", "{a},b\n1,2\n",
        "\"{\",b\n1,2\n", "{\"a\"},b\n1,2\n", "PK\n1\n", "HEADER RECORD,b\n1,2\n", "SPSSPORT,b\n1,2\n", "7z,b\n1,2\n",
        "Rar!,b\n1,2\n",
        "sqlite,b\n1,2\n", "ustar,b\n1,2\n", "xml,b\n1,2\n",
    ])
    func textStaysText(text: String) throws {
        #expect(try DelimitedReading().table(from: Array(text.utf8), named: "f").records >= 1)
    }

    @Test(arguments: [
        ("https://example.org/d.csv", "download"), ("s3://bucket/d.parquet", "download"),
        ("HTTP://x/y.sav", "download"),
        ("file:///tmp/nowhere.csv", "without file://"),
    ])
    func addresses(path: String, remedy: String) throws {
        let error = try #require(throws: MicrodataError.self) { try DelimitedReading().table(fromFileAt: path) }
        #expect(error.description.hasPrefix("\(path): this is an address, not a file; "), "\(error)")
        #expect(error.description.contains(remedy))
        #expect(throws: MicrodataError.self) { try DelimitedReading().header(ofFileAt: path) }
        let missing = try #require(throws: MicrodataError.self) {
            try DelimitedReading().table(fromFileAt: "/nowhere/a:b.csv")
        }
        #expect(missing.description.contains("cannot be read"))
    }
}
