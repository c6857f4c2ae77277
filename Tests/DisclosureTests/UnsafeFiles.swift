/// Where the package works with memory by pointers, and where it says by itself that threads may share something.
///
/// A new file here is a reason to think again: `Span` and the calls of `SystemCall` need none.
enum UnsafeFiles {
    /// The most files with unsafe code, the fuzzers left out.
    static let limit = 60

    /// The files with unsafe code, by their places in Sources.
    static let unsafe: Set<String> = [
        "Briefing/Renderers/CLibraries.swift",
        "Briefing/Renderers/Workbook/Workbook.swift",
        "Counting/Engine/Cells.swift",
        "Counting/Engine/CodeArray+Packing.swift",
        "Counting/Engine/LevelBuffers.swift",
        "Counting/Lattice/LatticeCounter+Words.swift",
        "Counting/Lattice/LatticeCounter.swift",
        "Disclosure/Attackers/SpecialUniques/MinimalSets.swift",
        "Disclosure/Attackers/SpecialUniques/SpecialUniqueWalker.swift",
        "Disclosure/Histories/PointWalker.swift",
        "LinearAlgebra/MatrixRoutines.swift",
        "LinearAlgebra/ProductBuffers.swift",
        "Linkage/Search/NameNeighbours.swift",
        "Microdata/Parallel/AtomicNumbers.swift",
        "Microdata/Parallel/DisjointBuffer.swift",
        "Microdata/Parallel/SharedBytes.swift",
        "Microdata/Parallel/ThreadPool.swift",
        "Microdata/Reading/ByteStream.swift",
        "Microdata/Reading/CodeBuffer.swift",
        "Microdata/Reading/DictionaryBuilder.swift",
        "Microdata/Reading/Foreign/ReaderProcess.swift",
        "Microdata/Reading/Foreign/StatisticalFile.swift",
        "Microdata/Reading/Foreign/StatisticalInput.swift",
        "Microdata/Reading/Foreign/StatisticalPass.swift",
        "Microdata/Reading/GzipStream.swift",
        "Microdata/Reading/MappedFile.swift",
        "Microdata/Reading/RecordTokenizer.swift",
        "Microdata/Reading/TextSegment.swift",
        "Microdata/Reading/TextWindow.swift",
        "Microdata/Reading/ZstdStream.swift",
        "Microdata/Recoding/RecodedCopy.swift",
        "Microdata/SystemCall.swift",
        "Microdata/Writing/CompressedChunk.swift",
        "Microdata/Writing/Digest.swift",
        "PopulationModels/LatentClass/LatentClassPass.swift",
        "PupilRegister/Names/NameSpelling.swift",
        "PupilRegister/Sampling/Prefetch.swift",
        "PupilRegister/Simulation/Register.swift",
        "PupilRegister/Tables/ParameterTable.swift",
        "PupilRegister/Writing/RowBuffer.swift",
        "SingleoutCommand/Main.swift",
        "SingleoutLibrary/CValues.swift",
        "SingleoutLibrary/CheckFunctions.swift",
        "SingleoutLibrary/CombinationFunctions.swift",
        "SingleoutLibrary/CountFunctions.swift",
        "SingleoutLibrary/TableFunctions.swift",
        "SparkCounting/Running/SparkRun.swift",
    ]

    /// The files of fuzzers with unsafe code, who call what is written in C as its callers do.
    static let fuzzers: Set<String> = [
        "CInterfaceFuzzer/Answer.swift",
        "CInterfaceFuzzer/CInterfaceFuzzer.swift",
        "CInterfaceFuzzer/CTexts.swift",
        "CInterfaceFuzzer/Folder.swift",
        "CInterfaceFuzzer/Held.swift",
        "CInterfaceFuzzer/Session+Checks.swift",
        "CInterfaceFuzzer/Session+Combinations.swift",
        "CInterfaceFuzzer/Session+Counts.swift",
        "CInterfaceFuzzer/Session+Tables.swift",
        "CInterfaceFuzzer/Session.swift",
        "ForeignFuzzer/ForeignFuzzer.swift",
        "HierarchyFuzzer/HierarchyFuzzer.swift",
        "ReaderFuzzer/ReaderFuzzer.swift",
        "ReleaseFuzzer/ReleaseFuzzer.swift",
    ]

    /// The files with types whose sharing the compiler does not check: memory of threads, and the engine that counts.
    static let unchecked: Set<String> = [
        "Counting/Engine/Cells.swift",
        "Counting/Engine/OpenTable.swift",
        "Counting/Engine/RadixPartition.swift",
        "Counting/Joins/MatchTable.swift",
        "Counting/Lattice/LatticeCounter.swift",
        "Microdata/Parallel/AtomicNumbers.swift",
        "Microdata/Parallel/DisjointBuffer.swift",
        "Microdata/Parallel/Monitor.swift",
        "Microdata/Parallel/SharedBytes.swift",
    ]
}
