import Counting
import Microdata
import SingleoutTesting
import Testing

/// Compares the classes and the histogram of one combination with the slow twin.
func expectClassesAgree(
    _ columns: [Column], missing: MissingSemantics, threads: Int = 2, _ what: @autoclosure () -> String,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    do {
        let classes = try EquivalenceClasses(of: columns, missing: missing, threads: threads)
        let expected = SlowCounting.classes(of: columns, missing: missing)
        let found = classes.classOf.map { $0 == EquivalenceClasses.excluded ? nil : Int($0) }
        let histogram = SlowCounting.histogram(of: columns, missing: missing)
        var sizes = [UInt32](repeating: 0, count: classes.sizes.count)
        for case let number? in found { sizes[number] += 1 }
        let description = "\(what()), \(missing.name), \(threads) threads"
        #expect((found == expected) as Bool, "classes differ: \(description)", sourceLocation: sourceLocation)
        #expect((classes.sizes == sizes) as Bool, "sizes differ: \(description)", sourceLocation: sourceLocation)
        #expect((classes.histogram == histogram) as Bool, "\(description)", sourceLocation: sourceLocation)
        let counted = try SizeHistogram(counting: columns, missing: missing, threads: threads)
        #expect((counted == histogram) as Bool, "counting only: \(description)", sourceLocation: sourceLocation)
    } catch {
        Issue.record("\(error): \(what())", sourceLocation: sourceLocation)
    }
}

/// One combination against its slow twin.
struct ClassesAgreementTests {
    @Test(arguments: 0..<20)
    func smallTables(block: Int) {
        for seed in block * 50..<block * 50 + 50 {
            let table = SeededTable.random(seed: UInt64(70_000 + seed), records: 0...60, fields: 1...8)
            for missing in [MissingSemantics.category, .exclude] {
                expectClassesAgree(table.columns, missing: missing, threads: 1 + seed % 3, table.description)
            }
        }
    }

    @Test(arguments: [300, 3_000, 32_767, 32_768, 32_769, 60_000])
    func largerTables(records: Int) {
        for seed in 0..<6 {
            let table = SeededTable.random(seed: UInt64(72_000 + seed), records: records...records, fields: 1...6)
            for missing in [MissingSemantics.category, .exclude] {
                expectClassesAgree(table.columns, missing: missing, threads: 1 + seed % 3, table.description)
            }
        }
    }

    /// Few possible keys are counted by a dense table, many by hash: domains around the border.
    @Test(arguments: [4_095, 4_096, 4_097])
    func denseDomains(values: Int) {
        for second in [FieldShape.constant, .binary] {
            let table = SeededTable(
                seed: UInt64(values), records: 9_000, fields: [.init(.uniform(values)), .init(second, missing: 0.01)])
            for missing in [MissingSemantics.category, .exclude] {
                expectClassesAgree(table.columns, missing: missing, table.description)
            }
        }
    }

    @Test func separationIsTheShareOfPairsToldApart() throws {
        for seed in 73_000..<73_300 {
            let table = SeededTable.random(seed: UInt64(seed), records: 0...50, fields: 1...4)
            let found = try SizeHistogram(counting: table.columns).separation
            #expect(found == SlowCounting.separation(of: table.columns), "\(table)")
        }
    }
}
