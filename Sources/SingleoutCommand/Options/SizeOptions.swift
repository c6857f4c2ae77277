import ArgumentParser
import Singleout

/// How many fields a combination may have.
struct SizeOptions: ParsableArguments {
    @Option(.maxSize) var maxSize: Int?
}

/// How many combinations are shown.
struct TopOptions: ParsableArguments {
    @Option(.top) var top: Int?
}
