/// A handle that an input holds, and what is known of it.
@safe
struct Held<Knowledge> {
    let pointer: OpaquePointer
    let known: Knowledge

    init(_ pointer: OpaquePointer, _ known: Knowledge) {
        unsafe self.pointer = pointer
        self.known = known
    }
}

/// What is known of a table.
struct KnownTable {
    let records: Int64
    let path: String
    /// Whether it was read as a release file without more in it would have it read.
    let isPlain: Bool
}

/// What is known of counts.
struct KnownCounts {
    let records: Int64
    /// Whether records can have been left out.
    let leavesOut: Bool
}

/// What is known of combinations.
struct KnownCombinations {
    let records: Int64
    let fields: Int
    let maximumSize: Int
    let leavesOut: Bool
}
