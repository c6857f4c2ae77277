internal import LinearAlgebra
internal import Microdata

/// The scores of a logistic regression by class, whose records share their outcome.
enum ClassScores {
    /// `C/(C-1) sum_c s_c s_c^T` over the C classes with records of the regression, `s_c = sum x (y - p)` over their records.
    ///
    /// - Complexity: O(records x fields^2) time for small classes; 8 bytes per record.
    static func sum(
        _ fit: LogisticRegression, _ rows: PatternRows, trials: [UInt32], _ outcomes: ClusterOutcomes,
        classOf: [UInt32], _ outcome: AdjustedOutcome, threads: Int?
    ) -> Matrix {
        let design = fit.design
        let expected = (0..<rows.count).map { row in
            LogisticRegression.probability(design.predictor(row, fit.coefficients.span, design.entries.span))
        }
        let records = ClusterRecords(
            clusterOf: classOf, clusters: outcomes.kindOf.count, numberOf: rows.patternOf)
        let parts = design.columns <= 128 ? ClusterRecords.parts : 8
        let slots = DisjointBuffer<ScoreSum?>(parts)
        Workers(threads).run(parts) { _, part in
            var sum = ScoreSum(design)
            for cluster in records.clusters * part / parts..<records.clusters * (part + 1) / parts {
                let kind = Int(outcomes.kindOf[cluster])
                let y = outcomes.values[kind * outcomes.count + outcome.place]
                for place in Int(records.starts[cluster])..<Int(records.starts[cluster + 1]) {
                    let row = Int(records.numbers[place])
                    if trials[row] > 0 { sum.add(y - expected[row], ofRow: row) }
                }
                sum.endClass()
            }
            slots[part] = sum
        }
        var meat = Matrix(rows: design.columns, columns: design.columns)
        var classes = 0
        for sum in slots.results() {
            for index in meat.elements.indices { meat.elements[index] += sum.meat.elements[index] }
            classes += sum.classes
        }
        let correction = classes < 2 ? 1 : Double(classes) / Double(classes - 1)
        for index in meat.elements.indices { meat.elements[index] *= correction }
        return meat
    }

    /// The products of scores with themselves, over classes that come one after the other.
    private struct ScoreSum {
        private(set) var meat: Matrix
        /// The classes with records of the regression.
        private(set) var classes = 0
        private let design: IndicatorDesign
        /// The score of the class that is being added up, and its columns that are not 0.
        private var score: [Double]
        private var touched: [Int] = []

        init(_ design: IndicatorDesign) {
            self.design = design
            meat = Matrix(rows: design.columns, columns: design.columns)
            score = [Double](repeating: 0, count: design.columns)
        }

        /// Adds a record to the score of its class.
        @inline(__always)
        mutating func add(_ residual: Double, ofRow row: Int) {
            if touched.isEmpty { touched.append(0) }
            score[0] += residual
            for field in 0..<design.fields {
                let column = Int(design.entries[row * design.fields + field])
                if column == 0 { continue }
                if score[column] == 0, !touched.contains(column) { touched.append(column) }
                score[column] += residual
            }
        }

        /// Adds the score of a class to the sum; nothing where it has no record of the regression.
        @inline(__always)
        mutating func endClass() {
            if touched.isEmpty { return }
            classes += 1
            for first in touched {
                for second in touched { meat[first, second] += score[first] * score[second] }
            }
            for column in touched { score[column] = 0 }
            touched.removeAll(keepingCapacity: true)
        }
    }
}
