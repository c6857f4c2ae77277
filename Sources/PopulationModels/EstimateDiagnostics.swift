/// How a fit went.
package struct EstimateDiagnostics: Sendable, Hashable {
    /// Whether the fit reached its tolerance.
    package let converged: Bool
    /// The number of steps that it took; 0 for a closed form.
    package let iterations: Int
    /// What was done instead of the usual way, when something was.
    package let fallback: String?
    /// What a reader should know about this number.
    package let notes: [String]

    init(converged: Bool = true, iterations: Int = 0, fallback: String? = nil, notes: [String] = []) {
        self.converged = converged
        self.iterations = iterations
        self.fallback = fallback
        self.notes = notes
    }

    func adding(_ notes: [String]) -> EstimateDiagnostics {
        EstimateDiagnostics(converged: converged, iterations: iterations, fallback: fallback, notes: self.notes + notes)
    }
}
