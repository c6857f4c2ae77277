import Counting
import Microdata
import PopulationModels
import Statistics

/// Populations whose law is known, and samples of them.
enum KnownPopulation: String, CaseIterable, Sendable {
    case pitmanYor
    case negativeBinomial
    case logLinear
    case latentClass

    /// A sample and the number of uniques of its population.
    struct Draw {
        let sample: PopulationSample
        let uniques: Int
    }

    /// The estimator that assumes this law.
    func estimator() throws -> any PopulationEstimator {
        switch self {
        case .pitmanYor: PitmanEstimator()
        case .negativeBinomial: SlideNegativeBinomialEstimator()
        case .logLinear: LogLinearEstimator(.formula(try LogLinearFormula("all2way", names: Self.names)), threads: 1)
        case .latentClass: try LatentClassEstimator(classes: 3, threads: 1)
        }
    }

    private static let levels = [2, 5, 8, 6, 10]
    private static let names = ["f0", "f1", "f2", "f3", "f4"]

    /// The population of a number and its sample without replacement.
    func draw(item: UInt64) throws -> Draw {
        var stream = RandomStream(seed: 20_261_124, purpose: 0x6b70, item: item)
        switch self {
        case .pitmanYor:
            // theta = 100, alpha = 0.5, one seat after another.
            var classOf: [Int] = []
            var sizes: [Int] = []
            for person in 0..<40_000 {
                var number = sizes.count
                if person > 0, stream.nextUnit() * (100 + Double(person)) >= 100 + Double(sizes.count) * 0.5 {
                    repeat {
                        number = classOf[stream.next(below: person)]
                    } while stream.nextUnit() * Double(sizes[number]) < 0.5
                }
                if number == sizes.count { sizes.append(1) } else { sizes[number] += 1 }
                classOf.append(number)
            }
            return try Self.sampled(classOf, 4_000, &stream)
        case .negativeBinomial:
            // 20,000 classes of 1 + NB(0.5, 0.2) persons.
            let classOf = (0..<20_000).flatMap { number in
                Array(repeating: number, count: 1 + stream.nextPoisson(mean: stream.nextGamma(shape: 0.5) * 4))
            }
            return try Self.sampled(classOf, classOf.count * 15 / 100, &stream)
        case .logLinear:
            let weights = Self.logLinearWeights
            return try Self.sampled((0..<20_000).map { _ in Self.pick(weights, &stream) }, 6_000, cells: true, &stream)
        case .latentClass:
            let classes = Self.latentClasses
            let persons = (0..<20_000).map { _ in
                let law = classes[Self.pick([0.2, 0.55, 1], &stream)]
                var cell = 0
                for field in Self.levels.indices.reversed() {
                    cell = cell * Self.levels[field] + Self.pick(law[field], &stream)
                }
                return cell
            }
            return try Self.sampled(persons, 2_000, cells: true, &stream)
        }
    }

    /// Running sums of the cells of a model with all two-way interactions.
    private static let logLinearWeights: [Double] = {
        var stream = RandomStream(seed: 1, purpose: 0x6c6c, item: 0)
        let main = levels.map { level in (0..<level).map { _ in stream.nextNormal() } }
        var pairs: [[[Double]]] = []
        for one in levels.indices {
            for other in one + 1..<levels.count {
                pairs.append((0..<levels[one]).map { _ in (0..<levels[other]).map { _ in 0.8 * stream.nextNormal() } })
            }
        }
        var sum = 0.0
        return (0..<levels.reduce(1, *)).map { cell in
            let values = decode(cell)
            var logarithm = zip(main, values).reduce(0) { $0 + $1.0[$1.1] }
            var pair = 0
            for one in levels.indices {
                for other in one + 1..<levels.count {
                    logarithm += pairs[pair][values[one]][values[other]]
                    pair += 1
                }
            }
            sum += exponential(logarithm)
            return sum
        }
    }()

    /// For each of three classes and each field the running sums of the values.
    private static let latentClasses: [[[Double]]] = {
        var stream = RandomStream(seed: 1, purpose: 0x6c63, item: 0)
        return (0..<3).map { _ in
            levels.map { level in
                var sum = 0.0
                return (0..<level).map { _ in
                    sum += stream.nextGamma(shape: 0.7)
                    return sum
                }
            }
        }
    }()

    private static func exponential(_ x: Double) -> Double {
        // e^x by its series at x / 1024, so that no import decides between two functions of one name.
        var (term, sum) = (1.0, 1.0)
        for step in 1..<20 {
            term *= x / 1024 / Double(step)
            sum += term
        }
        for _ in 0..<10 { sum *= sum }
        return sum
    }

    private static func decode(_ cell: Int) -> [Int] {
        var rest = cell
        return levels.map { level in
            defer { rest /= level }
            return rest % level
        }
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

    /// Takes a number of persons without replacement.
    private static func sampled(
        _ classOf: [Int], _ records: Int, cells: Bool = false, _ stream: inout RandomStream
    ) throws -> Draw {
        var (needed, left) = (records, classOf.count)
        var all: [Int: Int] = [:]
        var kept: [Int] = []
        for number in classOf {
            all[number, default: 0] += 1
            if stream.next(below: left) < needed {
                kept.append(number)
                needed -= 1
            }
            left -= 1
        }
        let uniques = all.values.count { $0 == 1 }
        if !cells {
            var sizes: [Int: Int] = [:]
            for number in kept { sizes[number, default: 0] += 1 }
            return Draw(
                sample: try PopulationSample(
                    histogram: SizeHistogram(sizes: sizes.values), populationSize: classOf.count), uniques: uniques)
        }
        let rows = kept.map(decode)
        let columns = levels.indices.map { field in
            Column(
                name: names[field],
                codes: CodeArray(narrowing: rows.map { UInt32($0[field]) }, cardinality: levels[field]),
                dictionary: ValueDictionary((0..<levels[field]).map { "\($0)" }))
        }
        let sample = SampleCells(columns, classes: try EquivalenceClasses(of: columns))
        return Draw(
            sample: try PopulationSample(cells: sample, populationSize: classOf.count), uniques: uniques)
    }
}
