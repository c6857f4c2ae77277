import Microdata
import SingleoutTesting
import Testing

@testable import Counting

/// Tables taken part by part, as there is little memory.
struct MemoryBudgetTests {
    private static func outcome(_ run: LatticeRun) -> Result<[SizeHistogram], CountingError> {
        Result { () throws(CountingError) in try run.histograms() }
    }

    /// The bytes that are missing, 0 when the error is another.
    private static func lacking(_ error: CountingError) -> Int {
        if case .tooLittleMemory(let bytes) = error { bytes } else { 0 }
    }

    /// Less and less memory, until it is too little; the answer is that of the slow twin all the way.
    @Test(arguments: 0..<10)
    func lessAndLess(block: Int) throws {
        var rounds = 0
        for seed in block * 20..<block * 20 + 20 {
            let table = SeededTable.random(seed: UInt64(73_000 + seed), records: 2...300, fields: 1...6)
            let size = seed % 4 == 0 ? 1 + seed % table.columns.count : table.columns.count
            let missing = seed % 2 == 0 ? MissingSemantics.category : .exclude
            let shape = LatticeShape(table.columns, maximumSize: size, missing: missing)
            let expected = shape.fieldsOfCombinations().dropFirst().map { fields in
                SlowCounting.histogram(of: fields.map { table.columns[$0] }, missing: missing)
            }
            var memory = 100 * table.columns[0].count
            while true {
                let run = LatticeRun(
                    table.columns, shape: shape, threads: 1 + seed % 3, parallelRecords: 0, memory: memory)
                switch Self.outcome(run) {
                case .success(let found):
                    #expect((found == expected) as Bool, "\(table), \(missing.name), \(memory) bytes")
                case .failure(let error):
                    #expect(Self.lacking(error) > 0)
                    memory = 0
                }
                if memory == 0 { break }
                rounds += 1
                memory = memory * 3 / 4
            }
        }
        #expect(rounds > 40)
    }

    /// What is said to be missing is enough, at the latest for the last field.
    @Test(arguments: 0..<20)
    func whatIsMissingIsEnough(seed: Int) throws {
        let table = SeededTable.random(seed: UInt64(74_000 + seed), records: 50...300, fields: 2...5)
        let shape = LatticeShape(table.columns, maximumSize: table.columns.count, missing: .category)
        let expected = try LatticeRun(table.columns, shape: shape, threads: 2, parallelRecords: 0).histograms()
        var memory = 0
        for _ in 0...table.columns.count {
            let run = LatticeRun(table.columns, shape: shape, threads: 2, parallelRecords: 0, memory: memory)
            switch Self.outcome(run) {
            case .success(let found):
                #expect((found == expected) as Bool, "\(table), \(memory) bytes")
                #expect(memory <= 100 * table.columns[0].count)
                return
            case .failure(let error): memory += Self.lacking(error)
            }
        }
        Issue.record("\(table): \(memory) bytes are not enough")
    }

    /// A table of half a million records in an eighth of the memory that its keys take.
    @Test func manyParts() throws {
        let table = SeededTable(
            seed: 75_000, records: 500_000,
            fields: [.init(.uniform(20_000)), .init(.uniform(700)), .init(.uniform(9), missing: 0.1), .init(.binary)])
        let whole = try CombinationLattice(counting: table.columns, threads: 2)
        let parts = try CombinationLattice(
            counting: table.columns, threads: 2,
            memory: 500_000 * 12 / 8 + 2
                * LatticeCounter.memory(of: LatticeShape(table.columns, maximumSize: 4, missing: .category)))
        #expect((parts == whole) as Bool)
    }

    /// So many fields with missing values that each combination is counted by itself: what is said to be missing is enough.
    @Test func countedOneByOne() throws {
        let columns = SeededTable(
            seed: 77_000, records: 5_000,
            fields: Array(repeating: .init(.uniform(9), missing: 0.2), count: LatticeShape.excludingLimit + 1)
        ).columns
        func count(_ memory: Int?) throws(CountingError) -> CombinationLattice {
            try CombinationLattice(
                counting: columns, maximumSize: 2, missing: .exclude, threads: 2, memory: memory)
        }
        let lacking = #expect(throws: CountingError.self) { try count(10_000) }.map(Self.lacking) ?? 0
        #expect(lacking > 0)
        #expect(try count(10_000 + lacking) == count(nil))
        #expect(throws: CountingError.tooLittleMemory(missing: 1)) { try count(10_000 + lacking - 1) }
    }

    /// The public entry says what is missing, too.
    @Test func tooLittle() {
        let table = SeededTable(seed: 76_000, records: 1 << 16, fields: [.init(.uniform(5_000)), .init(.binary)])
        #expect(throws: CountingError.self) {
            try CombinationLattice(counting: table.columns, threads: 2, memory: 1 << 20)
        }
    }
}
