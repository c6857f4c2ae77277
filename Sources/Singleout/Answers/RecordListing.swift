public import Briefing

/// What a command finds about every single record, in addition to its answer: disclosive, for `--records` only.
public protocol RecordListing: Sendable {
    /// A row per record, in their order.
    var recordTabulation: Tabulation { get }
}
