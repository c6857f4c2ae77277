internal import Foundation
internal import LinearAlgebra
internal import Microdata

/// What one pass over the rows of a logistic regression adds up at some coefficients.
struct LogisticStep: Sendable {
    /// `-2 sum (y ln p + (n - y) ln(1 - p))`, the deviance of single trials.
    private(set) var deviance = 0.0
    /// `X^T (y - n p)`.
    private(set) var score: [Double]
    /// `X^T W X` with `W = n p (1 - p)`.
    private(set) var information: Matrix

    private init(columns: Int) {
        score = [Double](repeating: 0, count: columns)
        information = Matrix(rows: columns, columns: columns)
    }

    /// Passes over the rows, in parts that do not depend on the number of workers; `syrk` adds up each block of rows.
    static func pass(
        _ design: IndicatorDesign, events: [UInt32], trials: [UInt32], _ coefficients: [Double], _ workers: Workers
    ) -> LogisticStep {
        // Each part has a matrix of its own, so that wide designs have fewer.
        let parts = design.columns <= 128 ? 64 : 8
        let steps = DisjointBuffer<LogisticStep?>(parts)
        workers.run(parts) { _, part in
            var step = LogisticStep(columns: design.columns)
            let rows = design.rows * part / parts..<design.rows * (part + 1) / parts
            step.add(design, rows, events, trials, coefficients)
            steps[part] = step
        }
        var sum = LogisticStep(columns: design.columns)
        for step in steps.results() {
            sum.deviance += step.deviance
            for column in sum.score.indices { sum.score[column] += step.score[column] }
            for index in sum.information.elements.indices {
                sum.information.elements[index] += step.information.elements[index]
            }
        }
        return sum
    }

    private mutating func add(
        _ design: IndicatorDesign, _ rows: Range<Int>, _ events: [UInt32], _ trials: [UInt32],
        _ coefficients: [Double]
    ) {
        let blockRows = 1024
        var start = rows.lowerBound
        while start < rows.upperBound {
            let end = min(start + blockRows, rows.upperBound)
            var block = Matrix(rows: end - start, columns: design.columns)
            fill(&block, design, start..<end, events, trials, coefficients)
            information.addGram(of: block)
            start = end
        }
    }

    private mutating func fill(
        _ block: inout Matrix, _ design: IndicatorDesign, _ rows: Range<Int>, _ events: [UInt32], _ trials: [UInt32],
        _ coefficients: [Double]
    ) {
        let (entries, beta, y, n) = (design.entries.span, coefficients.span, events.span, trials.span)
        let width = design.columns
        // Apart from the rest of the step, so that both can be written.
        var sums = score
        var deviance = 0.0
        var score = sums.mutableSpan
        var cells = block.elements.mutableSpan
        for row in rows {
            let all = Double(n[row])
            if all == 0 { continue }
            let with = Double(y[row])
            let p = LogisticRegression.probability(design.predictor(row, beta, entries))
            let expected = all * p
            deviance -= 2 * (Self.term(with, p) + Self.term(all - with, 1 - p))
            let residual = with - expected
            let root = (expected * (1 - p)).squareRoot()
            let base = (row - rows.lowerBound) * width
            score[0] += residual
            cells[base] = root
            for field in 0..<design.fields {
                let column = Int(entries[row * design.fields + field])
                if column > 0 {
                    score[column] += residual
                    cells[base + column] = root
                }
            }
        }
        self.score = sums
        self.deviance += deviance
    }

    private static func term(_ count: Double, _ probability: Double) -> Double {
        count == 0 ? 0 : count * log(max(probability, 1e-300))
    }
}
