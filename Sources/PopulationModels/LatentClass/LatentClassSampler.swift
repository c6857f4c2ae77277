internal import Statistics

/// Draws records from a latent-class model.
struct LatentClassSampler {
    private let data: LatentClassData
    private let classes: [Double]
    /// For each class and field the running sums of the chances of its values.
    private let sums: [[[Double]]]

    init(_ model: LatentClassModel, _ data: LatentClassData) {
        self.data = data
        func running(_ chances: [Double]) -> [Double] {
            var sum = 0.0
            return chances.map {
                sum += $0
                return sum
            }
        }
        classes = running(model.shares)
        sums = (0..<model.classes).map { c in
            data.starts.indices.map { field in
                let end = field + 1 < data.starts.count ? data.starts[field + 1] : data.values
                return running((data.starts[field]..<end).map { model.chances[$0 * model.classes + c] })
            }
        }
    }

    /// Distinct rows of a number of records, by first appearance.
    ///
    /// - Complexity: O(records x fields x log(values)) time.
    func draw(records: Int, _ stream: inout RandomStream) -> LatentClassData {
        var rowOf: [[UInt32]: Int] = [:]
        var places: [UInt32] = []
        var weights: [Double] = []
        var row = [UInt32](repeating: 0, count: data.fields)
        for _ in 0..<records {
            let c = Self.pick(classes, &stream)
            for field in 0..<data.fields {
                row[field] = UInt32(data.starts[field] + Self.pick(sums[c][field], &stream))
            }
            if let known = rowOf[row] {
                weights[known] += 1
            } else {
                rowOf[row] = weights.count
                weights.append(1)
                places += row
            }
        }
        return LatentClassData(data, places: places, weights: weights)
    }

    private static func pick(_ sums: [Double], _ stream: inout RandomStream) -> Int {
        let wanted = stream.nextUnit() * (sums.last ?? 1)
        var (low, high) = (0, sums.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > wanted { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
