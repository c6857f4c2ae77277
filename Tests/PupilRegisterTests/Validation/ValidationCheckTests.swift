import Testing

@testable import PupilRegister
@testable import RegisterValidation

/// Targets and verdicts.
struct ValidationCheckTests {
    private func figure(
        _ value: Double?, _ unit: PublishedFigure.Unit, _ target: PublishedFigure.Target, tolerance: Double? = nil,
        direction: PublishedFigure.Direction = .either
    ) -> PublishedFigure {
        PublishedFigure(
            key: "key", group: .areas, name: "name", value: value, unit: unit, target: target, tolerance: tolerance,
            direction: direction, year: 2016, basis: .same, source: "", note: "the note")
    }

    private func verdict(_ figure: PublishedFigure, _ value: Double, error: Double? = nil) -> ValidationCheck.Verdict {
        ValidationCheck(figure, .value(value, expected: nil, error: error)).verdict
    }

    @Test func allowances() {
        #expect(figure(0.1, .share, .marginal).allowance(0.1) == 0.005)
        #expect(figure(0.5, .share, .marginal).allowance(0.5) == 0.01)
        #expect(figure(200, .number, .marginal).allowance(200) == 4)
        #expect(figure(200, .number, .quantile).allowance(200) == 10)
        #expect(figure(0.3, .share, .uniqueness).allowance(0.3) == 0.10)
        #expect(figure(0.3, .share, .sibling).allowance(0.3) == 0.03)
        #expect(figure(2, .number, .sibling).allowance(2) == 0.06)
        #expect(figure(2, .number, .range, tolerance: 0.5).allowance(2) == 0.5)
        #expect(figure(2, .number, .marginal, tolerance: 0.5).allowance(2) == 1)
        #expect(figure(nil, .share, .none).allowance(0.3) == nil)
    }

    @Test func metUpToTheTarget() {
        let figure = figure(200, .number, .quantile)
        #expect(verdict(figure, 190) == .met)
        #expect(verdict(figure, 210) == .met)
        #expect(verdict(figure, 189.9) == .missed)
    }

    @Test func theSideCounts() {
        let lower = figure(0.5, .share, .uniqueness, direction: .lower)
        #expect(verdict(lower, 0.45) == .met)
        #expect(verdict(lower, 0.5) == .met)
        #expect(verdict(lower, 0.501) == .missed)
        #expect(verdict(lower, 0.39) == .missed)
        let higher = figure(0.5, .share, .uniqueness, direction: .higher)
        #expect(verdict(higher, 0.45) == .missed)
        #expect(verdict(higher, 0.55) == .met)
    }

    /// Beyond the target of 10, with two standard errors of more than that and at most three beyond it.
    @Test func chanceHidesAMiss() {
        let figure = figure(200, .number, .quantile)
        #expect(verdict(figure, 225, error: 6) == .undecided)
        #expect(verdict(figure, 229, error: 6) == .missed)
        #expect(verdict(figure, 213, error: 4.9) == .missed)
        #expect(verdict(figure, 205, error: 6) == .met)
    }

    @Test func remarks() {
        let figure = figure(200, .number, .quantile)
        #expect(ValidationCheck(figure, .value(300, expected: nil, error: nil)).remark == "the note")
        #expect(ValidationCheck(figure, .value(200, expected: nil, error: nil)).remark.isEmpty)
        #expect(ValidationCheck(figure, .none("why")).remark == "why")
    }

    @Test func differences() {
        let number = ValidationCheck(figure(200, .number, .quantile), .value(210, expected: 100, error: nil))
        #expect(number.difference == 1.1)
        let share = ValidationCheck(figure(0.25, .share, .marginal), .value(0.5, expected: nil, error: nil))
        #expect(share.difference == 0.25)
        #expect(ValidationCheck(figure(0, .number, .none), .value(1, expected: nil, error: nil)).difference == nil)
    }
}
