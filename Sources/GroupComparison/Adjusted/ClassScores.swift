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
        let sums = DisjointBuffer<(meat: Matrix, classes: Int)?>(parts)
        Workers(threads).run(parts) { _, part in
            var meat = Matrix(rows: design.columns, columns: design.columns)
            var classes = 0
            var score = [Double](repeating: 0, count: design.columns)
            var touched: [Int] = []
            let clusters = records.clusters * part / parts..<records.clusters * (part + 1) / parts
            for cluster in clusters {
                let own = Int(records.starts[cluster])..<Int(records.starts[cluster + 1])
                let kind = Int(outcomes.kindOf[cluster])
                let y = outcomes.values[kind * outcomes.count + outcome.place]
                for place in own {
                    let row = Int(records.numbers[place])
                    if trials[row] == 0 { continue }
                    let residual = y - expected[row]
                    if touched.isEmpty { touched.append(0) }
                    score[0] += residual
                    for field in 0..<design.fields {
                        let column = Int(design.entries[row * design.fields + field])
                        if column == 0 { continue }
                        if score[column] == 0, !touched.contains(column) { touched.append(column) }
                        score[column] += residual
                    }
                }
                if touched.isEmpty { continue }
                classes += 1
                for first in touched {
                    for second in touched { meat[first, second] += score[first] * score[second] }
                }
                for column in touched { score[column] = 0 }
                touched.removeAll(keepingCapacity: true)
            }
            sums[part] = (meat, classes)
        }
        var meat = Matrix(rows: design.columns, columns: design.columns)
        var classes = 0
        for sum in sums.results() {
            for index in meat.elements.indices { meat.elements[index] += sum.meat.elements[index] }
            classes += sum.classes
        }
        let correction = classes < 2 ? 1 : Double(classes) / Double(classes - 1)
        for index in meat.elements.indices { meat.elements[index] *= correction }
        return meat
    }
}
