import Briefing
public import Counting
package import Disclosure
package import Microdata

/// What `recode` finds: what making each field coarser would buy, and the levels that lose least and meet a target.
public struct RecodeFindings: ShapedFindings {
    /// The name and version of the JSON output.
    public static let schema = "singleout.recode/1"
    static let noRelease = "not even dropping all fields meets the target"

    let subject: Subject
    /// The levels of each field, in the user's order.
    package let generalisations: [Generalisation]
    /// Whether the levels of each field were found by its values, and not stated.
    public let areFound: [Bool]
    /// The records that were counted; those left out are not among them.
    public let records: Int
    /// Records left out because a value is missing; `nil` unless the semantics leave records out.
    public let excluded: Int?
    /// The class sizes before any change.
    public let before: SizeHistogram
    /// The Shannon entropy of each level of each field, in bits per record.
    public let entropies: [[Double]]
    /// The groups of each level of each field that have records.
    public let groups: [[Int]]
    /// Every single change, that which makes most records no longer unique first; among equals that which loses fewest bits.
    package let changes: [SingleChange]
    /// The nodes of the lattice of all levels; `nil` when there are more than can be searched.
    public let nodes: Int?
    /// The release that loses least, where a target was stated.
    package let optimum: RecodingOptimum?
    /// The levels that were stated or found; `nil` without a target or levels, and where nothing meets the target.
    public internal(set) var chosen: RecodedNode?
    /// The class sizes of the written file, measured there, without its suppressed records.
    public internal(set) var written: SizeHistogram?
    /// The fields of the file that are written unchanged.
    var unchanged: [String]?
    /// The fields of the file that are not written.
    var leftOut: [String] = []

    init(
        subject: Subject, classes: RecodingClasses, areFound: [Bool], excluded: Int?, changes: [SingleChange],
        optimum: RecodingOptimum?
    ) {
        self.subject = subject
        generalisations = classes.generalisations
        self.areFound = areFound
        records = classes.records
        self.excluded = excluded
        before = classes.histogram
        entropies = classes.entropies
        groups = classes.groups
        self.changes = changes.sorted {
            if $0.noLongerUnique != $1.noLongerUnique { return $0.noLongerUnique > $1.noLongerUnique }
            if $0.bitsLost != $1.bitsLost { return $0.bitsLost < $1.bitsLost }
            return ($0.field, $0.level) < ($1.field, $1.level)
        }
        nodes = classes.nodes
        self.optimum = optimum
    }

    /// Adds the figures of the written file.
    public mutating func add(written histogram: SizeHistogram) { written = histogram }

    /// Whether the target is met by some release; `true` without a target.
    public var isMet: Bool { optimum.map { $0.release != nil } ?? true }

    /// The name of a field's level.
    func name(_ field: Int, _ level: Int) -> String { generalisations[field].levels[level].name }

    /// What a single change is, as `date_of_birth to month` or `sex dropped`.
    func wording(_ field: Int, _ level: Int) -> String {
        let name = name(field, level)
        if level == 0 { return generalisations[field].field + " unchanged" }
        return generalisations[field].field + (name == Generalisation.droppedName ? " dropped" : " to \(name)")
    }
}
