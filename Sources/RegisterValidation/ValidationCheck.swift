/// A published figure beside the value of a register.
package struct ValidationCheck: Hashable, Sendable {
    /// How a comparison went.
    package enum Verdict: String, Hashable, Sendable {
        case met
        case missed
        /// The register is so small that chance alone can have moved its value beyond the target: two standard errors are
        /// more than the target, and the value is at most three beyond it.
        case undecided
        /// The register has nothing to compare, for a reason.
        case notApplicable
        /// There is no target.
        case shown
    }

    /// The published figure that is compared.
    package let figure: PublishedFigure
    /// The register's value.
    package let generated: Double?
    /// What is expected of it: the figure, scaled where it is of another year.
    package let expected: Double?
    /// One standard error of the register's value by chance, where it is known.
    package let error: Double?
    /// How the value compares with its target.
    package let verdict: Verdict
    /// Why there is no value or no verdict, or what is known about a miss; may be empty.
    package let remark: String

    package init(_ figure: PublishedFigure, _ finding: Measurements.Finding) {
        self.figure = figure
        guard case .value(let generated, let scaled, let error) = finding else {
            self.generated = nil
            expected = figure.value
            error = nil
            verdict = .notApplicable
            if case .none(let reason) = finding { remark = reason } else { remark = "" }
            return
        }
        self.generated = generated
        self.error = error
        expected = scaled ?? figure.value
        guard let expected, let allowance = figure.allowance(expected) else {
            verdict = .shown
            remark = figure.note
            return
        }
        let difference = generated - expected
        let isOnSide =
            switch figure.direction {
            case .lower: difference <= 0
            case .higher: difference >= 0
            case .either: true
            }
        // The least digit of a double is no miss.
        if difference.magnitude <= allowance * (1 + 1e-9) && isOnSide {
            verdict = .met
            remark = ""
        } else if let error, 2 * error > allowance, difference.magnitude <= allowance + 3 * error {
            verdict = .undecided
            remark = "this register is too small: chance alone moves the value beyond the target"
        } else {
            verdict = .missed
            remark =
                isOnSide
                ? figure.note
                : "it is on the other side than predicted" + (figure.note.isEmpty ? "" : "; ") + figure.note
        }
    }

    /// Generated less expected: points of a share, or relative to the expected number.
    package var difference: Double? {
        guard let generated, let expected else { return nil }
        if figure.unit == .share { return generated - expected }
        return expected == 0 ? nil : (generated - expected) / expected
    }
}
