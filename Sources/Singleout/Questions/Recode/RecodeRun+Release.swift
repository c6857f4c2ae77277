import Microdata

/// What was found, and what is needed to write the recoded file.
public struct RecodedRelease: Sendable {
    /// What is reported; the figures of the written file are added once it is there.
    public var findings: RecodeFindings
    /// The recoded fields; empty where nothing is to be written.
    let columns: [Column]
    /// The level of each field; empty where none was chosen.
    let levels: [Int]
    /// The records of the file.
    let records: Int
    /// What was noticed when it was read.
    var facts: ReadingFacts?

    /// Whether there is something to write.
    public var isWritable: Bool { !columns.isEmpty }
}
