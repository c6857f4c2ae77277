import ArgumentParser
import Singleout

/// How many threads a command may use.
struct ThreadOptions: ParsableArguments {
    @Option(.threads) var threads: Int?
}

/// How much memory a command may use.
struct MemoryOptions: ParsableArguments {
    @Option(.memory) var memory: String?
}

/// What a command draws by chance.
struct SeedOptions: ParsableArguments {
    @Option(.seed) var seed: UInt64?
}
