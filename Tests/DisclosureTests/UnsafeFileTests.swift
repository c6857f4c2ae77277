import Foundation
import Testing

/// Unsafe code stands in named files only.
struct UnsafeFileTests {
    @Test func theListIsWhole() throws {
        var (unsafe, unchecked): (Set<String>, Set<String>) = ([], [])
        let files = try FileManager.default.subpathsOfDirectory(atPath: ImportRules.sources.path)
        for file in files where file.hasSuffix(".swift") {
            let text = try String(contentsOf: ImportRules.sources.appending(path: file), encoding: .utf8)
            if Self.isUnsafe(text) { unsafe.insert(file) }
            if Self.isUnchecked(text) { unchecked.insert(file) }
        }
        let listed = UnsafeFiles.unsafe.union(UnsafeFiles.fuzzers)
        #expect(unsafe.subtracting(listed).sorted() == [], "unsafe code in a file that is not listed")
        #expect(listed.subtracting(unsafe).sorted() == [], "a listed file has no unsafe code any more")
        let (more, fewer) = (unchecked.subtracting(UnsafeFiles.unchecked), UnsafeFiles.unchecked.subtracting(unchecked))
        #expect(more.sorted() == [], "unchecked sharing in a file that is not listed")
        #expect(fewer.sorted() == [], "a listed file shares nothing unchecked any more")
    }

    /// Few files have unsafe code, and only the layer of threads and the engine that counts share what is not checked.
    @Test func theListIsShort() {
        #expect(UnsafeFiles.unsafe.count <= UnsafeFiles.limit)
        #expect(UnsafeFiles.fuzzers.allSatisfy { $0.prefix { $0 != "/" }.hasSuffix("Fuzzer") })
        #expect(UnsafeFiles.unchecked.allSatisfy { $0.hasPrefix("Microdata/Parallel/") || $0.hasPrefix("Counting/") })
    }

    @Test(arguments: [
        ("let x = unsafe places[3]", true), ("    unsafe (a, b) = (c, d)", true), ("return try unsafe read(&b)", true),
        ("// unsafe code", false), ("let text = \"unsafe when\"", false), ("let share = households.unsafe", false),
        ("if let unsafe = size.unsafe {", false), ("f(unsafe)", false),
    ])
    func everySpelling(source: String, isFound: Bool) {
        #expect(Self.isUnsafe(source) == isFound)
    }

    @Test func uncheckedSharing() {
        #expect(Self.isUnchecked("final class A: @unchecked Sendable {}"))
        #expect(!Self.isUnchecked("/// Not @unchecked Sendable.\nfinal class A: Sendable {}"))
    }

    private static func isUnsafe(_ source: String) -> Bool {
        code(of: source).contains(/(?:^|[^.\w])unsafe [\w(&.]/)
    }

    private static func isUnchecked(_ source: String) -> Bool { code(of: source).contains("@unchecked") }

    /// A source without comments and texts.
    private static func code(of source: String) -> String {
        source.replacing(/"""[\s\S]*?"""/, with: "").replacing(/\/\/.*/, with: "")
            .replacing(/"(?:\\.|[^"\\\n])*"/, with: "")
    }
}
