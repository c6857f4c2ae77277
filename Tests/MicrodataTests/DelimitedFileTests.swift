import CCompression
import Foundation
import Microdata
import SingleoutTesting
import Synchronization
import Testing

/// Files: plain and compressed, mapped and streamed, missing and damaged.
struct DelimitedFileTests {
    private let text = "a,b\n" + (0..<5000).map { "\($0 % 300),\"value \($0)\"\n" }.joined()

    /// One gzip member.
    private func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
        var state = unsafe z_stream()
        // 16 more than the window size asks zlib for gzip framing.
        try #require(
            unsafe deflateInit2_(
                &state, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
                == Z_OK)
        defer { unsafe deflateEnd(&state) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: Int(unsafe deflateBound(&state, UInt(bytes.count))))
        let room = output.count
        let result = unsafe input.withUnsafeMutableBufferPointer { input in
            unsafe output.withUnsafeMutableBufferPointer { output in
                unsafe state.next_in = input.baseAddress
                unsafe state.avail_in = UInt32(input.count)
                unsafe state.next_out = output.baseAddress
                unsafe state.avail_out = UInt32(room)
                return unsafe deflate(&state, Z_FINISH)
            }
        }
        try #require(result == Z_STREAM_END)
        return Array(output[..<(room - Int(unsafe state.avail_out))])
    }

    /// One zstd frame.
    private func zstd(_ bytes: [UInt8]) throws -> [UInt8] {
        var output = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
        let room = output.count
        let count = unsafe ZSTD_compress(&output, room, bytes, bytes.count, 3)
        try #require(ZSTD_isError(count) == 0)
        return Array(output[..<count])
    }

    private var plain: [UInt8] { Array(text.utf8) }

    private func read(_ path: String, windowSize: Int? = nil) -> Outcome {
        var reading = DelimitedReading()
        if let windowSize { reading.windowSize = windowSize }
        return Outcome { () throws(MicrodataError) in try reading.table(fromFileAt: path) }
    }

    /// The table of the text under the name of a path.
    private func expected(_ path: String) -> Outcome { slowOutcome(plain, DelimitedReading(), named: path) }

    @Test(arguments: [nil, 7, 1000, 4096]) func readsPlainAndCompressedFiles(windowSize: Int?) throws {
        let folder = try TemporaryFolder()
        let half = plain.count / 2
        let files: [(String, [UInt8])] = [
            ("plain.csv", plain),
            ("one.gz", try gzip(plain)),
            ("members.gz", try gzip(Array(plain[..<half])) + gzip([]) + gzip(Array(plain[half...]))),
            ("one.zst", try zstd(plain)),
            ("frames.csv", try zstd(Array(plain[..<half])) + zstd([]) + zstd(Array(plain[half...]))),
        ]
        for (name, bytes) in files {
            let path = try folder.file(name, bytes)
            #expect(read(path, windowSize: windowSize) == expected(path), "\(name)")
        }
    }

    /// Whatever is wrong with a file, it is not left open.
    @Test func closesFilesThatCannotBeRead() throws {
        let folder = try TemporaryFolder()
        let files = try [
            folder.url.path, folder.file("empty.csv", []), folder.file("ragged.csv", Array("a,b\n1\n".utf8)),
            folder.file("damaged.gz", [0x1f, 0x8b, 0, 0]),
        ]
        for path in files {
            #expect(throws: MicrodataError.self) { try DelimitedReading().table(fromFileAt: path) }
        }
        // Other tests open files of their own at the same time.
        let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap {
            try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/" + $0)
        }
        #expect(!open.contains { $0.hasPrefix(folder.url.path) })
    }

    /// A pipe cannot be mapped.
    @Test(arguments: [false, true]) func readsPipes(compressed: Bool) async throws {
        let folder = try TemporaryFolder()
        let path = folder.url.appending(path: "pipe").path
        try #require(unsafe mkfifo(path, 0o600) == 0)
        let bytes = compressed ? try zstd(plain) : plain
        let writer = Thread { try? Data(bytes).write(to: URL(filePath: path)) }
        writer.start()
        #expect(read(path, windowSize: 1000) == expected(path))
    }

    @Test func breaksOffAreErrors() throws {
        let folder = try TemporaryFolder()
        for (format, bytes) in [("gzip", try gzip(plain)), ("zstd", try zstd(plain))] {
            for kept in [5, 20, bytes.count / 2, bytes.count - 5, bytes.count - 1] {
                let path = try folder.file("cut", Array(bytes[..<kept]))
                #expect(read(path) == .error(.damagedCompression(source: path, format: format)), "\(format) \(kept)")
            }
            let trailing = try folder.file("trailing", bytes + Array("more".utf8))
            #expect(read(trailing) == .error(.damagedCompression(source: trailing, format: format)), "\(format)")
        }
        var damaged = try gzip(plain)
        damaged[damaged.count - 6] ^= 1
        let path = try folder.file("checksum", damaged)
        #expect(read(path) == .error(.damagedCompression(source: path, format: "gzip")))
    }

    @Test func errorsInStreamsNameTheLine() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("ragged.gz", try gzip(plain + Array("\"1\n2\",3\r\n4\n".utf8)))
        #expect(
            read(path, windowSize: 1000) == .error(.raggedRow(source: path, line: 5004, expected: 2, found: 1)))
    }

    @Test func filesThatCannotBeRead() throws {
        let folder = try TemporaryFolder()
        let missing = folder.url.appending(path: "missing.csv").path
        #expect(read(missing) == .error(.unreadable(source: missing, reason: "No such file or directory")))
        #expect(read(folder.url.path) == .error(.unreadable(source: folder.url.path, reason: "it is a folder")))
        let empty = try folder.file("empty.csv", [])
        #expect(read(empty) == .error(.emptyFile(source: empty)))
        let nothing = try folder.file("nothing.gz", try gzip([]))
        #expect(read(nothing) == .error(.emptyFile(source: nothing)))
    }

    /// What was read of a file that others change meanwhile does not count, nor does any mistake in it.
    @Test(arguments: [0, 20_000, 1 << 30], [false, true]) func filesThatChange(size: Int, compressed: Bool) throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("data", compressed ? gzip(plain) : plain)
        var reading = DelimitedReading()
        reading.windowSize = 4096
        let outcome = Outcome { () throws(MicrodataError) in
            try reading.table(fromFileAt: path) { _, _ in #expect(unsafe truncate(path, size) == 0) }
        }
        #expect(outcome == .error(.changedWhileRead(source: path)))
    }

    @Test func header() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("plain.csv", plain)
        #expect(try DelimitedReading().header(ofFileAt: path) == ["a", "b"])
        let compressed = try folder.file("one.gz", try gzip(plain))
        #expect(try DelimitedReading().header(ofFileAt: compressed) == ["a", "b"])
        var small = DelimitedReading()
        small.windowSize = 1
        #expect(try small.header(ofFileAt: compressed) == ["a", "b"])
    }

    @Test func progressEndsWithTheWholeFile() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("plain.csv", plain)
        var reading = DelimitedReading()
        reading.windowSize = 4096
        let reports = Mutex<[Int]>([])
        _ = try reading.table(fromFileAt: path) { done, all in
            #expect(all == plain.count)
            reports.withLock { $0.append(done) }
        }
        let done = reports.withLock { $0 }
        #expect(done.last == plain.count)
        #expect(done == done.sorted() && done.count > 10)
    }
}
