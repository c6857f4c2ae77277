internal import Microdata

/// The different codes of each class and how often each occurs, from the codes of all records, class after class.
struct ValueRuns {
    private(set) var starts: [Int] = [0]
    private(set) var codes: [UInt32] = []
    private(set) var counts: [UInt32] = []

    private struct Part: Sendable {
        var ends: [Int] = []
        var codes: [UInt32] = []
        var counts: [UInt32] = []
    }

    init(_ byClass: [UInt32], sizes: [UInt32], cardinality: Int, workers: Workers) {
        let offsets = sizes.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int($1)) }
        let parts = DisjointBuffer<Part?>(workers.count)
        workers.run(workers.count) { _, worker in
            var part = Part()
            var table = [UInt32](repeating: 0, count: cardinality)
            var own: [UInt32] = []
            for number in workers.share(of: sizes.count, worker: worker) {
                let records = offsets[number]..<offsets[number + 1]
                if records.count > 2 * cardinality {
                    for record in records { table[Int(byClass[record])] += 1 }
                    for code in 0..<cardinality where table[code] > 0 {
                        part.codes.append(UInt32(code))
                        part.counts.append(table[code])
                        table[code] = 0
                    }
                } else {
                    own.removeAll(keepingCapacity: true)
                    own += byClass[records]
                    own.sort()
                    var start = 0
                    while start < own.count {
                        var end = start + 1
                        while end < own.count && own[end] == own[start] { end += 1 }
                        part.codes.append(own[start])
                        part.counts.append(UInt32(end - start))
                        start = end
                    }
                }
                part.ends.append(part.codes.count)
            }
            parts[worker] = part
        }
        starts.reserveCapacity(sizes.count + 1)
        for part in parts.results() {
            let offset = codes.count
            for end in part.ends { starts.append(offset + end) }
            codes += part.codes
            counts += part.counts
        }
    }
}
