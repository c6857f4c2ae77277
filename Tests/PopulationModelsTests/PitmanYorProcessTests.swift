import PopulationModels
import Testing

/// VECTORS 7, to the printed digits, and the recurrences of the process.
struct PitmanYorProcessTests {
    @Test func vectors() throws {
        let process = try #require(PitmanYorProcess(discount: 0.5, concentration: 1))
        for (n, value) in [(2, 0.75), (10, 0.352394104), (100, 0.112696958), (1000, 0.0356780223)] {
            #expect(abs(process.uniqueness(of: n) - value) < 5e-10)
        }
        for (n, value) in [(10, 0.540027618), (100, 0.206520886), (1000, 0.0693917226)] {
            #expect(abs(process.correctness(of: n) - value) < 5e-10)
        }
        #expect(abs(process.entropy - 2.386294361) < 5e-10)
        #expect(abs(process.tail - 0.580940216) < 5e-10)
        let other = try #require(PitmanYorProcess(discount: 0.3, concentration: 50))
        #expect(abs(other.classSmaller(than: 2, of: 1000) - 0.119016153) < 5e-10)
        #expect(abs(other.classSmaller(than: 5, of: 1000) - 0.317866804) < 5e-10)
        #expect(other.classSmaller(than: 2, of: 1000) == other.uniqueness(of: 1000))
    }

    @Test(arguments: [(0.5, 1.0), (0.3, 50), (0.9, -0.4), (0, 7), (1e-9, 7), (1e-4, 7), (0.5, 0)])
    func recurrences(discount: Double, concentration: Double) throws {
        let process = try #require(PitmanYorProcess(discount: discount, concentration: concentration))
        for n in [1, 2, 5, 50, 1000, 1_000_000] {
            let (size, next) = (Double(n), process.uniqueness(of: n + 1))
            let expected = process.uniqueness(of: n) * (size + concentration + discount - 1) / (size + concentration)
            #expect(abs(next / expected - 1) < 1e-11)
            if discount > 0.01 {
                func r(_ n: Int) -> Double { concentration + Double(n) * discount * process.correctness(of: n) }
                #expect(abs(r(n + 1) / (r(n) * (size + concentration + discount) / (size + concentration)) - 1) < 1e-11)
            }
        }
        #expect(process.uniqueness(of: 1) == 1)
        #expect(abs(process.correctness(of: 1) - 1) < 1e-7)
        #expect(abs(process.classSmaller(than: 51, of: 50) - 1) < 1e-11)
    }

    @Test(arguments: [(0.5, 1.0), (0.05, 300), (0.9, 0.1)])
    func entropyAndTailGiveTheProcessBack(discount: Double, concentration: Double) throws {
        let process = try #require(PitmanYorProcess(discount: discount, concentration: concentration))
        let back = try #require(PitmanYorProcess(entropy: process.entropy, tail: process.tail))
        #expect(abs(back.discount - discount) < 1e-9)
        #expect(abs(back.concentration - concentration) < 1e-6 * concentration)
    }

    @Test func domain() {
        #expect(PitmanYorProcess(discount: 1, concentration: 1) == nil)
        #expect(PitmanYorProcess(discount: 0.2, concentration: -0.3) == nil)
        #expect(PitmanYorProcess(discount: -0.1, concentration: 1) == nil)
    }
}
