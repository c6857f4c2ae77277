/// Walks through the combinations of values field by field and turns back where a margin is empty.
struct CellWalk {
    private(set) var stripes: [CellStripe] = []
    private(set) var places: [(stripe: Int, cell: Int)]
    private(set) var isOverLimit = false
    /// For each margin the number of its places that are not empty.
    let sizes: [Int]

    private let order: [Int]
    private let values: [[Int]]
    private let strides: [[Int]]
    private let checks: [[Int]]
    /// For each place of each margin 0 when it is empty, else its number among those that are not, from 1.
    private let numbers: [[UInt32]]
    private let keys: [(key: UInt64, cell: Int)]
    private let keyStrides: [UInt64]
    private let counts: [UInt32]
    private let stripeSize: Int
    private var at: [Int]
    private var key: UInt64 = 0
    private var next = 0
    private var cells = 0

    init(_ sample: SampleCells, margins: [[Int]]) throws(CellTable.Failure) {
        let fields = sample.fields.count
        let order = (0..<fields).sorted { (sample.cardinalities[$1], $0) < (sample.cardinalities[$0], $1) }
        self.order = order
        counts = sample.counts
        values = order.map { field in
            var seen = [Bool](repeating: false, count: sample.cardinalities[field])
            for code in sample.codes[field] { seen[Int(code)] = true }
            return seen.indices.filter { seen[$0] }
        }
        var sizes: [Int] = []
        var strides = Array(repeating: Array(repeating: 0, count: margins.count), count: fields)
        var numbers: [[UInt32]] = []
        for (number, margin) in margins.enumerated() {
            let table = try Self.table(of: margin, sample)
            for (field, stride) in zip(margin, table.strides) {
                strides[order.firstIndex(of: field) ?? 0][number] = stride
            }
            let (size, places) = Self.numbered(margin, sample, table)
            sizes.append(size)
            numbers.append(places)
        }
        self.sizes = sizes
        self.strides = strides
        self.numbers = numbers
        // A margin is checked as soon as its last field has a value.
        checks = order.indices.map { depth in
            margins.indices.filter { number in
                margins[number].contains(order[depth])
                    && margins[number].allSatisfy { field in order[...depth].contains(field) }
            }
        }
        keyStrides = try Self.keyStrides(order.map { sample.cardinalities[$0] })
        keys = Self.keys(sample, order, keyStrides)
        at = Array(repeating: 0, count: margins.count)
        places = Array(repeating: (0, 0), count: sample.count)
        stripeSize = max(1 << 17, 2 * (sizes.max() ?? 0))
        stripes = [CellStripe(margins: margins.count)]
    }

    /// How the values of a margin's fields make a place in its table: the first field's lie next to each other.
    private static func table(
        of margin: [Int], _ sample: SampleCells
    ) throws(CellTable.Failure) -> (size: Int, strides: [Int]) {
        var size = 1
        var strides: [Int] = []
        for field in margin {
            strides.append(size)
            let (product, overflow) = size.multipliedReportingOverflow(by: sample.cardinalities[field])
            if overflow || product > CellTable.marginLimit { throw .tooLargeMargin(fields: margin) }
            size = product
        }
        return (size, strides)
    }

    /// The places of a margin that hold a cell of the sample, numbered from 1; 0 for the others.
    private static func numbered(
        _ margin: [Int], _ sample: SampleCells, _ table: (size: Int, strides: [Int])
    ) -> (size: Int, places: [UInt32]) {
        var places = [UInt32](repeating: 0, count: table.size)
        for cell in 0..<sample.count {
            var place = 0
            for (field, stride) in zip(margin, table.strides) { place += Int(sample.codes[field][cell]) * stride }
            places[place] = 1
        }
        var seen: UInt32 = 0
        for place in places.indices where places[place] > 0 {
            seen += 1
            places[place] = seen
        }
        return (Int(seen), places)
    }

    /// How the values of all fields make one key: the last field's lie next to each other.
    private static func keyStrides(_ cardinalities: [Int]) throws(CellTable.Failure) -> [UInt64] {
        var stride: UInt64 = 1
        var strides = [UInt64](repeating: 0, count: cardinalities.count)
        for depth in cardinalities.indices.reversed() {
            strides[depth] = stride
            let (product, overflow) = stride.multipliedReportingOverflow(by: UInt64(cardinalities[depth]))
            if overflow { throw .tooManyCells }
            stride = product
        }
        return strides
    }

    /// The keys of the sample's cells in ascending order, as the walk comes to them.
    private static func keys(
        _ sample: SampleCells, _ order: [Int], _ strides: [UInt64]
    ) -> [(key: UInt64, cell: Int)] {
        var keys: [(key: UInt64, cell: Int)] = (0..<sample.count).map { (0, $0) }
        for (field, stride) in zip(order, strides) {
            let codes = sample.codes[field]
            for cell in keys.indices { keys[cell].key += UInt64(codes[cell]) * stride }
        }
        keys.sort { $0.key < $1.key }
        return keys
    }

    /// Gives the field at a depth each of its values in turn.
    mutating func enter(_ depth: Int) {
        if isOverLimit { return }
        if depth == order.count {
            add()
            return
        }
        let start = at
        let startKey = key
        for value in values[depth] {
            for margin in at.indices { at[margin] = start[margin] + value * strides[depth][margin] }
            key = startKey + UInt64(value) * keyStrides[depth]
            if checks[depth].allSatisfy({ numbers[$0][at[$0]] > 0 }) { enter(depth + 1) }
        }
        at = start
        key = startKey
    }

    private mutating func add() {
        if cells == CellTable.cellLimit {
            isOverLimit = true
            return
        }
        if stripes[stripes.count - 1].count == stripeSize { stripes.append(CellStripe(margins: at.count)) }
        let stripe = stripes[stripes.count - 1]
        var count = 0.0
        if next < keys.count, keys[next].key == key {
            let cell = keys[next].cell
            count = Double(counts[cell])
            places[cell] = (stripes.count - 1, stripe.count)
            next += 1
        }
        stripe.append(count: count) { numbers[$0][at[$0]] - 1 }
        cells += 1
    }
}
