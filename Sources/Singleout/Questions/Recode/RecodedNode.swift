public import Counting
internal import Disclosure
import Microdata

/// A level for each field, and what that makes of the classes.
public struct RecodedNode: Sendable, Hashable {
    /// The level of each field, in the user's order.
    public let levels: [Int]
    /// The class sizes of all records, before any is suppressed.
    public let histogram: SizeHistogram
    /// The fewest records of a class that is released; 1 where no record is suppressed.
    public let k: Int
    /// The class sizes of the records that are not suppressed.
    public let released: SizeHistogram
    /// Records in classes below k.
    public let suppressed: Int
    /// What each field says less, in bits per record: how much its Shannon entropy falls, nothing being suppressed.
    public let bitsLost: [Double]
    /// Whether all fields are dropped.
    let isAllDropped: Bool

    init(levels: [Int], before histogram: SizeHistogram, k: Int, classes: RecodingClasses) {
        self.levels = levels
        self.histogram = histogram
        self.k = k
        released = SizeHistogram(
            classesBySize: histogram.entries.filter { $0.size >= k }.map { (size: $0.size, classes: $0.classes) })
        suppressed = histogram.records(below: k)
        bitsLost = zip(levels, classes.entropies).map { max(0, $1[0] - $1[$0]) }
        isAllDropped = zip(levels, classes.generalisations).allSatisfy {
            $1.levels[$0].name == Generalisation.droppedName
        }
    }
}
