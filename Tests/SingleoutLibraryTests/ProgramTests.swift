import Foundation
import Testing

/// A program in C is compiled with the header, linked with the library that stands beside the tests, and run.
struct ProgramTests {
    static let compiler = path(of: "cc") ?? path(of: "clang")
    static let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    static let headers = here.deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/CSingleout/include")
    static let library = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent()
        .appendingPathComponent("libsingleout-c.so")

    static func path(of name: String) -> String? {
        let folders =
            ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":").map(String.init) ?? []
        return folders.map { $0 + "/" + name }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
    }

    /// Runs a program until it ends, and returns its status and all that it printed.
    static func run(_ program: String, _ arguments: [String], in folder: Folder) throws -> (
        status: Int32, text: String
    ) {
        let output = URL(fileURLWithPath: try folder.write("", to: "output"))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let handle = try FileHandle(forWritingTo: output)
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        process.waitUntilExit()
        try handle.close()
        return (process.terminationStatus, try String(contentsOf: output, encoding: .utf8))
    }

    @Test(
        .enabled(if: compiler != nil, "no C compiler is installed"),
        .disabled(
            if: ProcessInfo.processInfo.environment["SINGLEOUT_SANITIZER"] != nil,
            "the program is without the sanitizer that the library needs"))
    func programInC() throws {
        let folder = try Folder()
        let compiler = try #require(Self.compiler)
        // As it is installed.
        let library = folder.url.appendingPathComponent("libsingleout.so")
        try FileManager.default.createSymbolicLink(at: library, withDestinationURL: Self.library)
        let program = folder.url.appendingPathComponent("gate").path
        let compiled = try Self.run(
            compiler,
            [
                "-std=c99", "-Wall", "-Wextra", "-pedantic", "-Werror", "-I", Self.headers.path,
                Self.here.appendingPathComponent("Programs/gate.c").path, "-o", program, "-L",
                folder.url.path,
                "-lsingleout", "-Wl,--allow-shlib-undefined", "-Wl,-rpath," + folder.url.path,
            ], in: folder)
        try #require(compiled.status == 0, "\(compiled.text)")

        let data = try folder.write(Folder.pupils, to: "p.csv")
        let failing = try Self.run(program, [data], in: folder)
        #expect(failing.status == 1)
        let lines = failing.text.split(separator: "\n")
        for line in [
            "records 5 excluded 1 k 1 uniqueness 0.40", "sex uniques 0", "area uniques 2",
            "sex area uniques 3",
        ] {
            #expect(lines.contains { $0.trimmingCharacters(in: .whitespaces) == line }, "\(failing.text)")
        }
        #expect(
            failing.text.contains(
                "check: status 1: The smallest class has 1 where the policy asks for at least 2"))

        let safe = try folder.write("sex,area\nF,A\nF,A\nM,B\nM,B\n", to: "safe.csv")
        let passing = try Self.run(program, [safe], in: folder)
        #expect(passing.status == 0, "\(passing.text)")
        #expect(try Self.run(program, ["/nowhere.csv"], in: folder).status == 2)
    }

    @Test(.enabled(if: path(of: "c++") != nil, "no C++ compiler is installed"))
    func headerInCPlusPlus() throws {
        let folder = try Folder()
        let source = try folder.write(
            "#include <singleout.h>\nint main() { return singleout_interface() != SINGLEOUT_INTERFACE; }\n",
            to: "a.cpp"
        )
        let compiled = try Self.run(
            try #require(Self.path(of: "c++")),
            [
                "-Wall", "-Wextra", "-pedantic", "-Werror", "-fsyntax-only", "-I", Self.headers.path,
                source,
            ], in: folder)
        #expect(compiled.status == 0, "\(compiled.text)")
    }
}
