import Foundation
import Statistics
import Testing

@testable import PupilRegister

struct SamplingTests {
    /// The C library's functions, which the portable ones replace where bits must not depend on the machine.
    @Test func portableFunctions() {
        for x in stride(from: -60.0, through: 60, by: 0.37) {
            #expect(abs(PortableMath.exp(x) / exp(x) - 1) < 1e-11)
        }
        for x in [1e-12, 0.003, 0.5, 0.999_999, 1, 1.4142, 1.4143, 2, 3.7, 1e9] {
            #expect(abs(PortableMath.log(x) - log(x)) < 1e-13 * max(1, abs(log(x))))
        }
        #expect(abs(PortableMath.power(2.5, 1.3) - pow(2.5, 1.3)) < 1e-11)
    }

    /// Quantiles by R 4.2, qnorm.
    @Test(arguments: [
        (0.5, 0.0), (0.975, 1.959963984540054), (0.001, -3.090232306167813), (0.1, -1.281551565544600),
        (1e-7, -5.199337582187471), (0.999999, 4.753424308822899),
    ])
    func normalQuantiles(p: Double, z: Double) { #expect(abs(PortableMath.normalQuantile(p) - z) < 1e-9) }

    @Test func normalGrid() {
        let grid = NormalGrid()
        var stream = RandomStream(seed: 5, purpose: 0, item: 0)
        var (sum, squares, fourth) = (0.0, 0.0, 0.0)
        let count = 400_000
        for _ in 0..<count {
            let z = stream.nextNormal(grid)
            sum += z
            squares += z * z
            fourth += z * z * z * z
        }
        // Six standard errors: a chance below 1e-8 for a seed, and the seed is fixed.
        #expect(abs(sum / Double(count)) < 6 * 0.0016)
        #expect(abs(squares / Double(count) - 1) < 6 * 0.0022)
        #expect(abs(fourth / Double(count) - 3) < 6 * 0.016)
        #expect(abs(Int(grid.rank(1.959963984540054)) - 63_897) <= 1)
        #expect(grid.rank(-9) == 0 && grid.rank(9) == 65_535 && abs(Int(grid.rank(0)) - 32_767) <= 1)
    }

    /// Within a cell the quantiles go on evenly: 2^28 different random bits give the exact quantile at every place.
    @Test func normalGridIsLinearWithinItsCells() {
        let grid = NormalGrid()
        for cell in [1, 7, 100, 2_047, 2_048, 3_000, 4_094] {
            for part in [0, 1, 9_999, 32_768, 65_535] {
                let p = (Double(cell) + Double(part) / 65_536) / 4_096
                let z = Double(grid.quantile(UInt64(cell) | (UInt64(part) << 12))) / NormalGrid.scale
                let (low, high) = (Double(cell) / 4_096, Double(cell + 1) / 4_096)
                let chord = (PortableMath.normalQuantile(high) - PortableMath.normalQuantile(low)) * (p - low) * 4_096
                #expect(abs(z - PortableMath.normalQuantile(low) - chord) < 2 / NormalGrid.scale, "\(cell) \(part)")
            }
        }
        // The values are nearly as many as the draws, not one for each of the cells.
        var stream = RandomStream(seed: 5, purpose: 0, item: 0)
        #expect(Set((0..<20_000).map { _ in stream.nextNormal(grid) }).count > 15_000)
    }

    /// Sums of products of grid numbers are exact, in any order: the reason why a register is the same on every machine.
    @Test func correlatedScoresAreExact() throws {
        let copula = try AttributeCopula(AttributeSettings(), grid: NormalGrid())
        var stream = RandomStream(seed: 9, purpose: 0, item: 0)
        let scores = (0..<4_000).map { _ in Double(copula.grid.quantile(stream.next())) }
        let correlated = copula.correlate(scores)
        for (index, value) in correlated.enumerated() {
            #expect(value * 0x1p20 == (value * 0x1p20).rounded(), "score \(index) is off the grid")
        }
        // The first score of a row stays itself.
        #expect(correlated[0] == scores[0] && correlated[4] == scores[4])
    }

    @Test func positions() {
        let index = PositionIndex(weights: [1, 2, 3, 0.001, 4])
        #expect(index.count == 5)
        for interval in 0..<5 {
            let positions = index.positions(of: interval)
            #expect(index.interval(of: positions.lowerBound) == interval)
            #expect(index.interval(of: positions.upperBound - 1) == interval)
        }
        #expect(index.positions(of: 0).lowerBound == 0 && index.positions(of: 4).upperBound == 1 << 32)
        #expect(PositionIndex.moved(5, by: -7) == 1)
        #expect(PositionIndex.moved(1 << 32 - 1, by: 1) == 1 << 32 - 1)
    }

    /// A step that meets every address once.
    @Test func addressesAreGivenOutOnce() throws {
        let settings = try RegisterSettings(pupils: 1_000)
        for (area, count) in [1, 2, 7, 360, 694, 1_547].enumerated() {
            let steps = AddressSteps(addresses: count, area: area, settings: settings)
            #expect(Set((0..<count).map(steps.address)) == Set(0..<count))
        }
    }

    @Test func hilbertsCurveVisitsEveryCellAndNeverJumps() {
        let cells = (0..<256).map { HilbertCurve.cell($0, order: 4) }
        #expect(Set(cells.map { $0.x * 16 + $0.y }).count == 256)
        for (one, next) in zip(cells, cells.dropFirst()) { #expect(abs(one.x - next.x) + abs(one.y - next.y) == 1) }
    }

    @Test func apportionedNumbersAddUp() {
        #expect(Layout.apportioned(10, by: [1, 1, 1]) == [4, 3, 3])
        #expect(Layout.apportioned(100, by: [0.0001, 1, 2]) == [1, 33, 66])
        #expect(Layout.apportioned(2, by: [1, 1, 1]) == [1, 1, 1])
    }

    @Test func serialsArePermuted() throws {
        let numbers = PupilNumber(try RegisterSettings(seed: 4))
        let serials = (0..<100_000).map(numbers.serial)
        #expect(Set(serials).count == serials.count)
        #expect(serials.allSatisfy { $0 < 1_000_000_000 })
    }
}
