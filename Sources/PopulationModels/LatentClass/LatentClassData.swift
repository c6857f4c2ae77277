internal import Microdata

/// The distinct rows of a sample as the EM passes read them: for each row the places of its values among all values.
struct LatentClassData: Sendable {
    /// The number of distinct rows.
    let rows: Int
    /// The number of fields.
    let fields: Int
    /// For each field where its values begin among all values.
    let starts: [Int]
    /// The number of values of all fields.
    let values: Int
    /// Row by row the place of the value of each field.
    let places: [UInt32]
    /// The records of each row.
    let weights: [Double]
    /// For each value its share of the records.
    let shares: [Double]
    /// For each value a number that follows from the field's name and the value alone.
    let marks: [UInt64]

    init(_ cells: SampleCells) {
        rows = cells.count
        fields = cells.fields.count
        var starts: [Int] = []
        var values = 0
        for cardinality in cells.cardinalities {
            starts.append(values)
            values += cardinality
        }
        self.starts = starts
        self.values = values
        var places = [UInt32](repeating: 0, count: rows * fields)
        var shares = [Double](repeating: 0, count: values)
        weights = cells.counts.map(Double.init)
        let records = weights.reduce(0, +)
        for field in 0..<fields {
            for (row, code) in cells.codes[field].enumerated() {
                let place = starts[field] + Int(code)
                places[row * fields + field] = UInt32(place)
                shares[place] += weights[row] / records
            }
        }
        self.places = places
        self.shares = shares
        marks = cells.marks.flatMap { $0 }
    }

    /// Other rows with the same fields and values, whose shares, and with them the prior, are their own.
    init(_ other: LatentClassData, places: [UInt32], weights: [Double]) {
        rows = weights.count
        (fields, starts, values, marks) = (other.fields, other.starts, other.values, other.marks)
        self.places = places
        self.weights = weights
        var shares = [Double](repeating: 0, count: values)
        let records = weights.reduce(0, +)
        for (index, place) in places.enumerated() { shares[Int(place)] += weights[index / fields] / records }
        self.shares = shares
    }

    /// The records of all rows.
    var records: Double { weights.reduce(0, +) }

    /// The free parameters of a model of so many classes.
    func parameters(classes: Int) -> Int {
        let free = shares.count { $0 > 0 } - fields
        return classes - 1 + classes * free
    }
}
