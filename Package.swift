// swift-tools-version: 6.2
import PackageDescription

/// One set of rules for every Swift target: warnings are errors, unsafe code is spelled out, imports show what leaks.
let strict: [SwiftSetting] = [
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "singleout",
    products: [
        .executable(name: "singleout", targets: ["SingleoutCommand"]),
        .executable(name: "singleout-benchmark", targets: ["SingleoutBenchmark"]),
        // For any other language, with singleout.h; installed as libsingleout.so, a name that the tool has taken here.
        .library(name: "singleout-c", type: .dynamic, targets: ["SingleoutLibrary"]),
        .library(name: "Singleout", targets: ["Singleout"]),
        .library(name: "SingleoutTesting", targets: ["SingleoutExpectations", "SingleoutTesting"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", .upToNextMinor(from: "1.8.0")),
        .package(url: "https://github.com/jpsim/Yams", .upToNextMinor(from: "6.2.0")),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", .upToNextMinor(from: "2.1.0")),
        .package(url: "https://github.com/swiftlang/swift-subprocess", .upToNextMinor(from: "1.0.0"), traits: []),
        .package(url: "https://github.com/apple/swift-system", .upToNextMinor(from: "1.8.0")),
    ],
    targets: [
        .systemLibrary(name: "CCompression", providers: [.apt(["zlib1g-dev", "libzstd-dev"])]),
        .systemLibrary(name: "CDigest", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CReadStat", providers: [.apt(["libreadstat-dev"])]),
        .systemLibrary(name: "COpenBLAS", providers: [.apt(["libopenblas-dev", "liblapacke-dev"])]),
        .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(name: "CKernels", cSettings: [.treatAllWarnings(as: .error)]),
        .target(name: "CProcess", cSettings: [.treatAllWarnings(as: .error)]),
        .target(
            name: "CRegisterTables", exclude: ["derivation", "tables"], cSettings: [.treatAllWarnings(as: .error)]),
        .target(name: "ErrorReports", swiftSettings: strict),
        .target(
            name: "LinearAlgebra", dependencies: ["CKernels", "COpenBLAS", "ErrorReports"], swiftSettings: strict),
        .target(name: "CSpecialFunctions", cxxSettings: [.treatAllWarnings(as: .error)]),
        .target(name: "Statistics", dependencies: ["CSpecialFunctions"], swiftSettings: strict),
        .target(
            name: "Microdata", dependencies: ["CCompression", "CDigest", "CKernels", "CReadStat", "ErrorReports"],
            swiftSettings: strict),
        // No matrices, so that who only counts links no library for them.
        .target(name: "Counting", dependencies: ["CKernels", "ErrorReports", "Microdata"], swiftSettings: strict),
        .target(
            name: "PopulationModels",
            dependencies: ["CKernels", "Counting", "ErrorReports", "LinearAlgebra", "Microdata", "Statistics"],
            swiftSettings: strict),
        .target(
            name: "Disclosure", dependencies: ["Counting", "ErrorReports", "Microdata", "Statistics"],
            swiftSettings: strict),
        .target(
            name: "GroupComparison",
            dependencies: ["Counting", "Disclosure", "ErrorReports", "LinearAlgebra", "Microdata", "Statistics"],
            swiftSettings: strict),
        .target(
            name: "PupilRegister",
            dependencies: ["CKernels", "CRegisterTables", "ErrorReports", "LinearAlgebra", "Microdata", "Statistics"],
            swiftSettings: strict),
        .target(
            name: "RegisterValidation", dependencies: ["Counting", "Microdata", "PupilRegister", "Statistics"],
            swiftSettings: strict),
        .target(
            name: "Linkage", dependencies: ["CKernels", "ErrorReports", "LinearAlgebra", "Microdata", "Statistics"],
            swiftSettings: strict),
        .target(
            name: "SparkCounting",
            dependencies: [
                "Counting", "Disclosure", "ErrorReports", "Microdata",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict),
        .target(
            name: "Briefing",
            dependencies: [
                "CCompression", "CDigest", "CXLSXWriter", "ErrorReports",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: strict),
        .target(
            name: "Singleout",
            dependencies: [
                "Briefing", "CKernels", "Counting", "Disclosure", "ErrorReports", "GroupComparison", "LinearAlgebra",
                "Linkage", "Microdata", "PopulationModels", "PupilRegister", "RegisterValidation", "SparkCounting",
                "Statistics", .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict),
        .target(name: "CSingleout", cSettings: [.treatAllWarnings(as: .error)]),
        .target(
            name: "SingleoutLibrary",
            dependencies: ["CSingleout", "Counting", "Disclosure", "ErrorReports", "Microdata", "Singleout"],
            swiftSettings: strict),
        .target(
            name: "SingleoutTesting", dependencies: ["Counting", "Disclosure", "Microdata"], swiftSettings: strict),
        // Apart from the twins, as a test framework cannot be linked into a tool that brings its own standard library.
        .target(
            name: "SingleoutExpectations",
            dependencies: [
                "Briefing", "Counting", "Disclosure", "ErrorReports", "Microdata", "Singleout", "SingleoutTesting",
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "SingleoutCommand",
            dependencies: [
                "CProcess", "ErrorReports", "Singleout",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Manual"],
            swiftSettings: strict),
        .executableTarget(
            name: "SingleoutBenchmark",
            dependencies: [
                "Singleout", "SingleoutTesting",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Peers"],
            swiftSettings: strict),
        .testTarget(
            name: "MicrodataTests",
            dependencies: ["CCompression", "CKernels", "CReadStat", "Microdata", "SingleoutTesting"],
            swiftSettings: strict),
        .testTarget(
            name: "LinearAlgebraTests", dependencies: ["LinearAlgebra", "Statistics"], swiftSettings: strict),
        .testTarget(name: "StatisticsTests", dependencies: ["Statistics"], swiftSettings: strict),
        .testTarget(
            name: "PupilRegisterTests",
            dependencies: ["Microdata", "PupilRegister", "RegisterValidation", "Statistics"],
            swiftSettings: strict),
        .testTarget(
            name: "CountingTests", dependencies: ["Counting", "Microdata", "SingleoutTesting"], swiftSettings: strict),
        .testTarget(
            name: "PopulationModelsTests",
            dependencies: [
                "Counting", "LinearAlgebra", "Microdata", "PopulationModels", "SingleoutTesting", "Statistics",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "DisclosureTests",
            dependencies: [
                "Counting", "Disclosure", "GroupComparison", "Microdata", "SingleoutTesting", "Statistics",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "LinkageTests", dependencies: ["LinearAlgebra", "Linkage", "Microdata", "Statistics"],
            swiftSettings: strict),
        .testTarget(
            name: "AgreementTests", dependencies: ["CKernels", "Counting", "Disclosure", "SingleoutTesting"],
            swiftSettings: strict),
        .testTarget(
            name: "SingleoutTestingTests", dependencies: ["Counting", "Disclosure", "Microdata", "SingleoutTesting"],
            swiftSettings: strict),
        .testTarget(
            name: "SparkCountingTests",
            dependencies: ["Counting", "Disclosure", "Microdata", "SingleoutTesting", "SparkCounting"],
            swiftSettings: strict),
        .testTarget(
            name: "SingleoutExpectationsTests", dependencies: ["SingleoutExpectations"], swiftSettings: strict),
        .testTarget(
            name: "SingleoutLibraryTests", dependencies: ["CSingleout", "SingleoutLibrary"], exclude: ["Programs"],
            swiftSettings: strict),
        // Outside of the package, as a client is, so that it sees what is public alone.
        .testTarget(
            name: "ClientTests", dependencies: ["Singleout"], packageAccess: false, swiftSettings: strict),
        .testTarget(name: "BriefingTests", dependencies: ["Briefing"], swiftSettings: strict),
        .testTarget(
            name: "SingleoutTests",
            dependencies: ["Singleout", "SingleoutTesting", .product(name: "Yams", package: "Yams")],
            swiftSettings: strict),
        .testTarget(
            name: "CommandLineTests",
            dependencies: [
                "Briefing", "ErrorReports", "Microdata", "Singleout", "SingleoutCommand", "SingleoutExpectations",
                "SingleoutLibrary",
            ],
            exclude: ["Golden"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c17,
    cxxLanguageStandard: .cxx17
)

// Only `make test-long ONLY=fuzz` builds the fuzzers: libFuzzer brings a `main` of its own, which an ordinary build has no
// place for.
let fuzzers: [String: [Target.Dependency]] = [
    "ReaderFuzzer": ["Microdata", "SingleoutTesting"],
    "ReleaseFuzzer": ["Singleout"],
    "HierarchyFuzzer": ["Disclosure", "Microdata"],
    "ForeignFuzzer": ["Microdata"],
    "CInterfaceFuzzer": ["CSingleout", "SingleoutLibrary"],
]
if Context.environment["SINGLEOUT_FUZZ"] != nil {
    for (fuzzer, dependencies) in fuzzers {
        package.targets.append(.executableTarget(name: fuzzer, dependencies: dependencies, swiftSettings: strict))
    }
}

// Only `make docs` needs the plugin, so that an ordinary build fetches and trusts nothing for it.
if Context.environment["SINGLEOUT_DOCS"] != nil {
    package.dependencies.append(
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", .upToNextMinor(from: "1.5.0")))
}
