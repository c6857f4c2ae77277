internal import CKernels
internal import Microdata

/// For each query name the names of the register that are not different from it, with their level.
///
/// Every query name is held beside every register name once, whatever the number of pairs of records; most are turned
/// away by their letters alone, in about 2 ns.
struct NameNeighbours: Sendable {
    private static let share = 16
    /// A bit that says that a name has three letters.
    private static let hasThree: UInt32 = 1 << 30

    /// Where the neighbours of each query value start.
    private let starts: [Int]
    /// The register's codes, ascending for each query value.
    let codes: [UInt32]
    /// Their levels.
    let levels: [UInt8]

    /// - Parameter field: A field of names.
    /// - Complexity: O(different query names x different register names) time; 12 bytes per register name, and 5 per
    ///   neighbour.
    init(_ field: LinkedField, workers: Workers) {
        let (known, codeOf) = Self.described(field.register)
        let queries = field.sampleOf.count
        let chunks = (queries + Self.share - 1) / Self.share
        let found = DisjointBuffer<[[(code: UInt32, level: UInt8)]]?>(chunks)
        let vectors = singleout_product_vectors()
        workers.run(chunks) { _, chunk in
            var near = [UInt32](repeating: 0, count: known.count)
            found[chunk] = (chunk * Self.share..<min(queries, (chunk + 1) * Self.share)).map { value in
                let sample = field.sampleOf[value]
                let name = Self.description(field.queries, sample)
                let count = unsafe singleout_near_names(name, known, UInt32(known.count), &near, vectors)
                let (own, all) = (field.queries.scalars, field.register.scalars)
                return near[..<Int(count)].compactMap { number in
                    let code = codeOf[Int(number)]
                    let level = Comparator.nameLevel(
                        own.span.extracting(field.queries.place(sample)),
                        all.span.extracting(field.register.place(Int(code))))
                    return level == Comparator.differentName ? nil : (code, level)
                }
            }
        }
        let all = found.results().flatMap(\.self)
        var starts = [0]
        for neighbours in all { starts.append(starts[starts.count - 1] + neighbours.count) }
        self.starts = starts
        codes = all.flatMap { $0.map(\.code) }
        levels = all.flatMap { $0.map(\.level) }
    }

    /// The places of a query value's neighbours.
    func places(of value: Int) -> Range<Int> { starts[value]..<starts[value + 1] }

    private static func described(_ values: PreparedValues) -> (names: [singleout_name], codes: [UInt32]) {
        var names: [singleout_name] = []
        var codes: [UInt32] = []
        for code in values.keys.indices where values.keys[code] != 0 {
            names.append(description(values, code))
            codes.append(UInt32(code))
        }
        return (names, codes)
    }

    private static func description(_ values: PreparedValues, _ value: Int) -> singleout_name {
        let place = values.place(value)
        var letters: UInt32 = 0
        for scalar in values.scalars[place] { letters |= 1 &<< (scalar & 31) }
        func letter(_ number: Int) -> UInt32 {
            number < place.count ? values.scalars[place.lowerBound + number] : 0
        }
        let beginning =
            letter(0) & 0xff | (letter(1) & 0x7ff) << 8 | (letter(2) & 0x7ff) << 19
            | (place.count >= Comparator.shortestBeginning ? hasThree : 0)
        return singleout_name(letters: letters, length: UInt32(min(place.count, 32767)), beginning: beginning)
    }
}
