/// Classes by size of several combinations, added up.
struct LatticeSums {
    /// Sizes up to this have a place of their own.
    private static let denseSizes = 512

    private let combinations: Int
    private var dense: [Int]
    private var large: [UInt64: Int] = [:]

    init(combinations: Int) {
        self.combinations = combinations
        dense = [Int](repeating: 0, count: combinations * (Self.denseSizes + 1))
    }

    /// Adds the classes of a combination.
    mutating func add(_ histogram: SizeHistogram, to combination: Int) {
        for entry in histogram.entries { add(entry.classes, of: entry.size, to: combination) }
    }

    /// Adds all classes of other sums over the same combinations.
    mutating func add(_ other: LatticeSums) {
        for place in dense.indices { dense[place] += other.dense[place] }
        for (key, classes) in other.large { large[key, default: 0] += classes }
    }

    /// The histogram of each combination.
    func histograms() -> [SizeHistogram] {
        var bySize = (0..<combinations).map { combination in
            (1...Self.denseSizes).map { size in
                (size: size, classes: dense[combination * (Self.denseSizes + 1) + size])
            }
        }
        for (key, classes) in large {
            bySize[Int(key >> 40)].append((size: Int(key & 0xff_ffff_ffff), classes: classes))
        }
        return bySize.map { SizeHistogram(classesBySize: $0) }
    }

    private mutating func add(_ classes: Int, of size: Int, to combination: Int) {
        if size <= Self.denseSizes {
            dense[combination * (Self.denseSizes + 1) + size] += classes
        } else {
            large[(UInt64(combination) << 40) | UInt64(size), default: 0] += classes
        }
    }
}
