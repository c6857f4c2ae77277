import Foundation

/// Which modules of the package may import which.
enum ImportRules {
    /// Each layer may import the layers before it, and nothing beside it.
    static let layers: [Set<String>] = [
        [
            "CCompression", "CDigest", "CKernels", "COpenBLAS", "CReadStat", "CRegisterTables", "CSpecialFunctions",
            "CXLSXWriter", "ErrorReports",
        ],
        ["LinearAlgebra", "Microdata", "Statistics"],
        ["Counting", "Linkage", "PupilRegister"],
        ["Disclosure", "PopulationModels", "RegisterValidation"],
        ["GroupComparison", "SparkCounting"],
        ["Singleout"],
        ["SingleoutCommand", "SingleoutBenchmark", "ReaderFuzzer", "ReleaseFuzzer", "HierarchyFuzzer"],
    ]

    /// Modules of the package beside the layers, and what they may import of it.
    static let beside: [String: Set<String>] = [
        // Knows no statistics.
        "Briefing": ["CCompression", "CDigest", "CXLSXWriter", "ErrorReports"],
        // Knows the counts, but not the program.
        "SingleoutTesting": ["Counting", "Disclosure", "Microdata"],
        // Holds other people's files against rules.
        "SingleoutExpectations": [
            "Briefing", "Counting", "Disclosure", "ErrorReports", "Microdata", "Singleout", "SingleoutTesting",
        ],
        // The C interface.
        "CSingleout": [],
        "SingleoutLibrary": ["CSingleout", "Counting", "Disclosure", "ErrorReports", "Microdata", "Singleout"],
        // Compares the reader with its slow twin.
        "ReaderFuzzer": ["Microdata", "SingleoutTesting"],
        "ForeignFuzzer": ["Microdata"],
        // Calls it as C code does.
        "CInterfaceFuzzer": ["CSingleout", "SingleoutLibrary"],
    ]

    /// Modules that only some others may import.
    static let onlyImporters: [String: Set<String>] = [
        "COpenBLAS": ["LinearAlgebra"], "CCompression": ["Briefing", "Microdata"],
        "CDigest": ["Briefing", "Microdata"],
        "CReadStat": ["Microdata"], "CRegisterTables": ["PupilRegister"], "CSpecialFunctions": ["Statistics"],
        "CXLSXWriter": ["Briefing"],
        // What counts and measures needs no matrices.
        "LinearAlgebra": ["GroupComparison", "Linkage", "PopulationModels", "PupilRegister", "Singleout"],
    ]

    /// Modules that a program can link without a library for matrices: they count and measure, and fit no model.
    static let withoutMatrices = ["Counting", "Disclosure", "Microdata", "SingleoutTesting", "SparkCounting"]

    /// Every module of the package that a module brings along, itself included.
    static func closure(of module: String, _ imports: [(module: String, file: String, imported: String)]) -> Set<String>
    {
        var found: Set = [module]
        var next = [module]
        while let module = next.popLast() {
            for other in imports where other.module == module && modules.contains(other.imported) {
                if found.insert(other.imported).inserted { next.append(other.imported) }
            }
        }
        return found
    }

    static let modules = layers.reduce(into: Set(beside.keys)) { $0.formUnion($1) }

    /// Whether a module may import another; modules from outside the package are not judged.
    static func allows(_ module: String, toImport other: String) -> Bool {
        guard modules.contains(other), module != other else { return true }
        if let only = onlyImporters[other], !only.contains(module) { return false }
        if let allowed = beside[module] { return allowed.contains(other) }
        guard let layer = layers.firstIndex(where: { $0.contains(module) }) else { return false }
        switch other {
        case "Briefing": return layer >= 5
        case "SingleoutTesting": return ["SingleoutBenchmark", "ReaderFuzzer"].contains(module)
        default: return layers[..<layer].contains { $0.contains(other) }
        }
    }

    /// The modules that a Swift file imports.
    static func imports(of source: String) -> [String] {
        let pattern = /(?:@\w+ +)*(?:(?:public|package|internal|fileprivate|private) +)?import +(?:[a-z]+ +)?(\w+).*/
        return source.split(whereSeparator: \.isNewline).compactMap { line in
            line.wholeMatch(of: pattern).map { String($0.1) }
        }
    }

    static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources")

    /// The header files that ask for extensions of the C library.
    ///
    /// Swift reads a header as a module, whose structures must be those of every other module; such a file sees others.
    static func headersWithExtensions() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: sources.path).filter { file in
            guard file.hasSuffix(".h") else { return false }
            return asksForExtensions(try String(contentsOf: sources.appending(path: file), encoding: .utf8))
        }
    }

    /// Whether C code asks for extensions of the C library.
    static func asksForExtensions(_ source: String) -> Bool {
        source.contains(/# *define +_(?:GNU|XOPEN|POSIX_C|POSIX|DEFAULT|ATFILE|LARGEFILE64)_SOURCE\b/)
    }

    /// Every import of the package's Swift sources: module, file, imported module.
    static func all() throws -> [(module: String, file: String, imported: String)] {
        var found: [(module: String, file: String, imported: String)] = []
        for module in try FileManager.default.contentsOfDirectory(atPath: sources.path) {
            let folder = sources.appending(path: module)
            for file in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where file.hasSuffix(".swift")
            {
                let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
                found += imports(of: text).map { (module, "\(module)/\(file)", $0) }
            }
        }
        return found
    }
}
