internal import Microdata

/// The cells of the table of all combinations of values that a log-linear model gives any records.
///
/// A cell whose place in a margin of the model is empty is fitted 0, whatever its other margins, so that it is left out: of
/// sparse tables much less is held than there are combinations.
struct CellTable {
    /// Why a table is not made.
    enum Failure: Error {
        /// The table has more cells than are held.
        case tooManyCells
        /// A margin has more places than are held.
        case tooLargeMargin(fields: [Int])

        func reason(fields names: [String]) -> String {
            switch self {
            case .tooManyCells:
                "the combinations of values that the model allows are more than \(CellTable.cellLimit); leave out a field, "
                    + "coarsen one, or add interactions"
            case .tooLargeMargin(let fields):
                "\(fields.map { names[$0] }.joined(separator: " and ")) have more than \(CellTable.marginLimit) combinations; "
                    + "coarsen one"
            }
        }
    }

    /// The most cells that are held.
    static let cellLimit = 1 << 23
    /// The most places of a margin.
    static let marginLimit = 1 << 24

    /// The cells, cut into stripes.
    let stripes: DisjointBuffer<CellStripe>
    /// For each margin the number of its places that hold anybody.
    let marginSizes: [Int]
    /// For each cell of the sample its stripe and its place there.
    let places: [(stripe: Int, cell: Int)]

    /// The number of cells.
    var count: Int { stripes.elements.reduce(0) { $0 + $1.count } }

    /// Lists the cells.
    ///
    /// - Complexity: O(cells x fields) time at least; 4 bytes per cell and margin, 16 bytes per cell.
    init(_ sample: SampleCells, margins: [[Int]]) throws(Failure) {
        var walk = try CellWalk(sample, margins: margins)
        walk.enter(0)
        if walk.isOverLimit { throw .tooManyCells }
        stripes = DisjointBuffer(walk.stripes)
        marginSizes = walk.sizes
        places = walk.places
    }

    /// The same cells with other numbers of records and fitted values, stripe by stripe.
    init(_ other: CellTable, stripes: [CellStripe]) {
        self.stripes = DisjointBuffer(stripes)
        marginSizes = other.marginSizes
        places = other.places
    }
}
