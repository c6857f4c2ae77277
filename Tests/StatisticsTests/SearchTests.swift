import Statistics
import Testing

struct SearchTests {
    @Test func findsRoots() throws {
        let two = try #require(RootFinding.bracketed(0, 10) { $0 * $0 - 4 })
        #expect(abs(two - 2) < 1e-13)
        let flat = try #require(RootFinding.bracketed(-1, 3) { ($0 - 1) * ($0 - 1) * ($0 - 1) })
        #expect(abs(flat - 1) < 1e-4)
        #expect(RootFinding.bracketed(3, 5) { $0 - 3 } == 3)
        #expect(RootFinding.bracketed(1, 2, { $0 }) == nil)
    }

    /// Rosenbrock's valley.
    @Test func minimises() {
        let outcome = NelderMead().minimise(from: [-1.2, 1], scale: [0.5, 0.5]) { point in
            let (x, y) = (point[0], point[1])
            return (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x)
        }
        #expect(outcome.converged)
        #expect(abs(outcome.point[0] - 1) < 1e-4 && abs(outcome.point[1] - 1) < 1e-4)
    }

    @Test func staysInTheDomain() {
        let outcome = NelderMead().minimise(from: [1], scale: [1]) { $0[0] <= 0.5 ? .infinity : $0[0] }
        #expect(abs(outcome.point[0] - 0.5) < 1e-4)
    }

    @Test func saysWhenTheStepsRanOut() {
        var search = NelderMead()
        search.iterations = 3
        #expect(!search.minimise(from: [5], scale: [1], { $0[0] * $0[0] }).converged)
    }
}
