import Counting

/// The class sizes of a combination, and how many records were left out of them.
struct Counts: Sendable {
    let histogram: SizeHistogram
    let excluded: Int
}
