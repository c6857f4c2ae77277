/// The simplex search of Nelder and Mead for the least value of a function without derivatives.
///
/// Source: Nelder & Mead, A simplex method for function minimization, 1965, with the usual coefficients 1, 2, 1/2, 1/2.
package struct NelderMead: Sendable {
    /// What a search found.
    package struct Outcome: Sendable, Hashable {
        /// The best point.
        package let point: [Double]
        /// The value there.
        package let value: Double
        /// The number of steps.
        package let iterations: Int
        /// Whether the simplex shrank to the tolerance before the steps ran out.
        package let converged: Bool
    }

    /// Stop when the simplex and its values are this small beside the best point and value.
    package var tolerance = 1e-10
    /// The most steps.
    package var iterations = 1000

    /// A search with the default tolerance and number of steps.
    package init() {}

    /// Minimises a function; points where it is infinite are outside its domain.
    ///
    /// - Parameters:
    ///   - start: A point of the domain, with at least one coordinate.
    ///   - scale: The first step along each coordinate.
    ///   - function: Must not be NaN.
    package func minimise(from start: [Double], scale: [Double], _ function: ([Double]) -> Double) -> Outcome {
        precondition(!start.isEmpty && start.count == scale.count, "a search needs a step for each coordinate")
        var simplex = [(point: start, value: function(start))]
        for axis in start.indices {
            var point = start
            point[axis] += scale[axis]
            simplex.append((point, function(point)))
        }
        for step in 0..<iterations {
            simplex.sort { $0.value < $1.value }
            if isSmall(simplex) {
                return Outcome(point: simplex[0].point, value: simplex[0].value, iterations: step, converged: true)
            }
            move(&simplex, function)
        }
        simplex.sort { $0.value < $1.value }
        return Outcome(point: simplex[0].point, value: simplex[0].value, iterations: iterations, converged: false)
    }

    private func isSmall(_ simplex: [(point: [Double], value: Double)]) -> Bool {
        let best = simplex[0]
        let spread = simplex[simplex.count - 1].value - best.value
        if !(spread <= tolerance * max(abs(best.value), 1e-12)) { return false }
        return simplex.allSatisfy { vertex in
            zip(vertex.point, best.point).allSatisfy { abs($0 - $1) <= 1e-6 * max(abs($1), 1e-6) }
        }
    }

    private func move(_ simplex: inout [(point: [Double], value: Double)], _ function: ([Double]) -> Double) {
        let worst = simplex.count - 1
        let centre = simplex[0].point.indices.map { axis in
            simplex[..<worst].reduce(0) { $0 + $1.point[axis] } / Double(worst)
        }
        func along(_ factor: Double) -> (point: [Double], value: Double) {
            let point = zip(centre, simplex[worst].point).map { $0 + factor * ($0 - $1) }
            return (point, function(point))
        }
        let reflected = along(1)
        if reflected.value < simplex[0].value {
            let expanded = along(2)
            simplex[worst] = expanded.value < reflected.value ? expanded : reflected
        } else if reflected.value < simplex[worst - 1].value {
            simplex[worst] = reflected
        } else {
            let contracted = along(reflected.value < simplex[worst].value ? 0.5 : -0.5)
            if contracted.value < min(reflected.value, simplex[worst].value) {
                simplex[worst] = contracted
            } else {
                for index in 1...worst {
                    let point = zip(simplex[0].point, simplex[index].point).map { ($0 + $1) / 2 }
                    simplex[index] = (point, function(point))
                }
            }
        }
    }
}
