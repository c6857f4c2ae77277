import Counting
import Foundation
import LinearAlgebra
import Microdata
import Testing

@testable import PopulationModels

/// Log-linear models against glm and loglin of R, and iteratively reweighted least squares against proportional fitting.
struct LogLinearTests {
    private struct Model: Decodable {
        let tau1: Double
        let tau2: Double
        let criterion: Double
        let deviance: Double
        let fitted: [Double]
    }

    private struct Reference: Decodable {
        let levels: [Int]
        let fraction: Double
        let counts: [Int]
        let loglinAll2way: [Double]
        let models: [String: Model]

        /// The rows of the table, the first field fastest, as R has them.
        var cells: [[Int]] {
            (0..<counts.count).map { cell in
                var rest = cell
                return levels.map { level in
                    defer { rest /= level }
                    return rest % level
                }
            }
        }

        func sample() throws -> PopulationSample {
            let rows = zip(cells, counts).flatMap { Array(repeating: $0.0, count: $0.1) }
            let columns = levels.indices.map { field in
                Column(name: ["a", "b", "c", "d"][field], values: rows.map { String($0[field]) })
            }
            return try PopulationSample(
                cells: SampleCells(columns, classes: EquivalenceClasses(of: columns)),
                populationSize: Int((Double(rows.count) / fraction).rounded()))
        }
    }

    private func reference() throws -> Reference {
        try JSONDecoder().decode(Reference.self, from: EstimatorReference.data("log_linear.json"))
    }

    @Test(arguments: ["independence", "all2way", "a*b+c+d", "a*b", "a*b+b*c+d"])
    func agreesWithR(formula: String) throws {
        let reference = try reference()
        let model = try #require(reference.models[formula])
        let sample = try reference.sample()
        let fit = try LogLinearFit(sample, LogLinearFormula(formula, names: ["a", "b", "c", "d"]), threads: 1)
        #expect(fit.converged)
        #expect(abs(fit.tau1 / model.tau1 - 1) < 1e-6)
        #expect(abs(fit.tau2 / model.tau2 - 1) < 1e-6)
        #expect(abs((fit.criterion ?? 0) - model.criterion) < 1e-5)
        let table = try #require(fit.table)
        #expect(table.count == reference.counts.count)
        let fitted = table.stripes.elements.flatMap(\.fitted).sorted()
        for (value, expected) in zip(fitted, model.fitted.sorted()) { #expect(abs(value - expected) < 1e-6) }
    }

    @Test func irlsAgreesWithR() throws {
        let reference = try reference()
        let model = try #require(reference.models["all2way"])
        // Treatment contrasts of all main effects and two-way interactions.
        let rows = reference.cells.map { cell -> [Double] in
            let main = zip(cell, reference.levels).map { value, level in (1..<level).map { value == $0 ? 1.0 : 0 } }
            var row = [1.0] + main.flatMap { $0 }
            for one in 0..<4 {
                for other in one + 1..<4 { row += main[one].flatMap { x in main[other].map { x * $0 } } }
            }
            return row
        }
        let design = Matrix(rows: rows.count, columns: rows[0].count, elements: rows.flatMap { $0 })
        let fit = try PoissonRegression(design: design, counts: reference.counts.map(Double.init))
        #expect(fit.converged)
        #expect(abs(fit.deviance - model.deviance) < 1e-8)
        for (value, expected) in zip(fit.fitted, model.fitted) { #expect(abs(value - expected) < 1e-7) }
        for (value, expected) in zip(fit.fitted, reference.loglinAll2way) { #expect(abs(value - expected) < 1e-6) }
    }

    @Test func singularDesignsAreErrors() {
        let design = Matrix(rows: 3, columns: 2, elements: [1, 2, 1, 2, 1, 2])
        #expect(throws: LinearAlgebraError.notPositiveDefinite(leadingMinor: 2)) {
            try PoissonRegression(design: design, counts: [1, 2, 3])
        }
    }

    @Test func emptyMarginsAreLeftOut() throws {
        // Diagonal: of 3 x 3 x 2 cells only those on it have records.
        let columns = [
            Column(name: "a", values: ["x", "y", "z", "x"]), Column(name: "b", values: ["x", "y", "z", "x"]),
            Column(name: "c", values: ["0", "1", "0", "1"]),
        ]
        let cells = SampleCells(columns, classes: try EquivalenceClasses(of: columns))
        let sample = try PopulationSample(cells: cells, populationSize: 40)
        let fit = try LogLinearFit(sample, LogLinearFormula("a*b+c", names: ["a", "b", "c"]), threads: 1)
        #expect(fit.cells == 6)
        // c has two values, a and b three combinations; the other six hold nobody.
        #expect(fit.table?.marginSizes == [2, 3])
        // mu = n(ab) n(c) / n: 1 for (x, x), a half for the others.
        #expect(fit.rates.map { ($0 * 1e9).rounded() / 1e9 } == [1, 0.5, 0.5, 1])
    }

    /// Of 2 x 2 x 2 cells two opposite ones are empty: with all two-way margins given nothing can move into them, so that the
    /// fit is the table itself, to which the sweeps come near as one over their number.
    @Test func fitsOnTheBorderSettle() throws {
        let counts = [0, 3, 1, 4, 1, 5, 1, 0]
        let rows = counts.indices.flatMap { Array(repeating: $0, count: counts[$0]) }
        let columns = ["a", "b", "c"].enumerated().map { place, name in
            Column(name: name, values: rows.map { String($0 >> place & 1) })
        }
        let cells = SampleCells(columns, classes: try EquivalenceClasses(of: columns))
        let sample = try PopulationSample(cells: cells, populationSize: 2 * rows.count)
        let formula = try LogLinearFormula("all2way", names: ["a", "b", "c"])
        let fit = try LogLinearFit(sample, formula, threads: 1)
        #expect(fit.converged)
        let reach = try #require(fit.reach)
        #expect(reach > 0 && reach <= 1e-3)
        #expect(fit.sweeps > 64)
        // Three uniques that the model expects to be one record each, half the population.
        #expect(abs(fit.tau1 / (3 * exp(-1)) - 1) <= 2e-3)
        // Each of the three is alone in an interaction.
        #expect(fit.repeated == 1)
    }

    /// Fields that set nearly every record apart two at a time: an interaction of them repeats the sample.
    @Test func noAnswerWhereAnInteractionRepeatsTheSample() throws {
        // 60 records; a and b are alone together in all but the last two, c tells few apart.
        let places = (0..<59) + [58]
        let columns = [
            Column(name: "a", values: places.map { String($0 % 10) }),
            Column(name: "b", values: places.map { String($0 / 10) }),
            Column(name: "c", values: (0..<60).map { String($0 % 3 % 2) }),
        ]
        let cells = SampleCells(columns, classes: try EquivalenceClasses(of: columns))
        let sample = try PopulationSample(cells: cells, populationSize: 600)
        let formula = try LogLinearFormula("all2way", names: ["a", "b", "c"])
        let fit = try LogLinearFit(sample, formula, threads: 1)
        #expect(fit.repeated == 58.0 / 60)
        let estimate = LogLinearEstimator(.formula(formula)).estimate(sample)
        guard case .none(let reason) = estimate.answer else {
            Issue.record("an answer")
            return
        }
        #expect(reason.hasPrefix("97 % of the sample uniques are alone in an interaction"))
        let independence = try LogLinearFormula("independence", names: ["a", "b", "c"])
        #expect(try LogLinearFit(sample, independence, threads: 1).repeated == 0)
        #expect(LogLinearEstimator(.formula(independence)).estimate(sample).value != nil)
    }

    @Test func independenceOfManyCellsIsClosed() throws {
        // 2^24 combinations are more than are listed.
        let values = (0..<4).map { field in (0..<64).map { String(($0 * (2 * field + 1) + field) % 64) } }
        let columns = values.enumerated().map { Column(name: "f\($0.offset)", values: $0.element) }
        let cells = SampleCells(columns, classes: try EquivalenceClasses(of: columns))
        let sample = try PopulationSample(cells: cells, populationSize: 640)
        let names = columns.map(\.name)
        let fit = try LogLinearFit(sample, LogLinearFormula("independence", names: names), threads: 1)
        #expect(fit.criterion == nil && fit.cells == nil)
        #expect(fit.rates.allSatisfy { abs($0 - 64 / 16_777_216.0) < 1e-15 })
        let estimate = LogLinearEstimator(.formula(try LogLinearFormula("independence", names: names)))
            .estimate(sample, bootstrap: try Bootstrap(draws: 20))
        #expect(estimate.interval?.method == .conditionalVariance)
    }

    @Test(arguments: [
        ("a+", 3), ("", 1), ("a*b+*c", 5), ("a*a", 3), ("a + b:", 7), ("a*\"b", 4), ("\"a\"b", 1),
    ])
    func unreadableFormulas(text: String, place: Int) {
        #expect { try LogLinearFormula(text, names: ["a", "b", "c"]) } throws: { error in
            guard case EstimationError.formula(let at, _)? = error as? EstimationError else { return false }
            return at == place
        }
    }

    @Test func formulaOfUnknownField() {
        #expect(throws: EstimationError.formulaField(name: "sexx", nearest: "sex")) {
            try LogLinearFormula("sexx*area", names: ["sex", "area"])
        }
    }

    @Test func namesInQuotesOrWithBlanks() throws {
        let names = ["a+b", " c", "d\"*"]
        let formula = try LogLinearFormula("\"a+b\" * c + \"d\"\"*\"", names: names)
        #expect(formula.terms == [[0], [1], [0, 1], [2]])
    }

    @Test func colonIsTheSameModel() throws {
        let names = ["a", "b", "c", "d"]
        #expect(
            try LogLinearFormula("a:b+b:c+d", names: names).terms == LogLinearFormula("a*b+b*c+d", names: names).terms)
    }

    @Test func forwardAddsInteractionsUntilTheCriterionIsNearZero() throws {
        let sample = try KnownPopulation.logLinear.draw(item: 0).sample
        let names = try #require(sample.cells).fields
        let fit = try LogLinearEstimator(.forward).fitted(sample).get()
        let independence = try LogLinearFit(sample, LogLinearFormula("independence", names: names), threads: 1)
        let (found, first) = (try #require(fit.criterion), try #require(independence.criterion))
        #expect(first > 0)
        #expect(abs(found) < first)
        #expect(fit.formula.terms.count > independence.formula.terms.count)
        // The text of the model that was chosen reads back as the model.
        #expect(try LogLinearFormula(fit.formula.text, names: names).terms == fit.formula.terms)
    }

    /// E(1/F | f) against the plain sum.
    @Test(arguments: [(1, 0.0), (1, 1e-9), (1, 3.5), (2, 0.3), (7, 40), (3, 900), (1, 5e4), (2, 2e6)])
    func matchProbability(size: Int, beyond: Double) {
        let fast = SampleUniqueRisk.match(size: size, beyond: beyond)
        if beyond > 1e6 {
            #expect(abs(fast * (Double(size) + beyond) - 1) < 1e-5)
            return
        }
        var sum = 0.0
        for j in 0...Int(beyond + 15 * beyond.squareRoot() + 40) {
            let logarithm = beyond == 0 ? (j == 0 ? 0 : -1e9) : Double(j) * log(beyond) - beyond - lgamma(Double(j) + 1)
            sum += exp(logarithm) / Double(size + j)
        }
        #expect(abs(fast / sum - 1) < 1e-9)
    }
}
