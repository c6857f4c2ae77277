internal import Foundation

/// A latent-class model fitted to a sample by EM.
///
/// The number of classes is given, or the one of 1, 2, 3, 5, 8, 12 and 20 up to which Schwarz's criterion (BIC) falls. Each is
/// begun from several seeded starts; the best after a few steps is carried to the end.
package struct LatentClassFit: Sendable {
    /// The most classes.
    package static let classLimit = 200
    /// The numbers of classes that are tried.
    static let ladder = [1, 2, 3, 5, 8, 12, 20]

    /// The model.
    package let model: LatentClassModel
    /// The log-likelihood of the records.
    package let logLikelihood: Double
    /// `-2 logLikelihood + parameters ln n`.
    package let bic: Double
    /// The EM steps of the start that was carried to the end.
    package let iterations: Int
    /// Whether the objective settled before the steps ran out.
    package let converged: Bool
    /// The objective (log-likelihood plus log-prior) after each step; it never falls but for rounding.
    package let objectives: [Double]

    /// Fits a number of classes, or the best one.
    init(_ data: LatentClassData, classes: Int?, seed: UInt64, threads: Int?) {
        if let classes {
            self.init(data, exactly: classes, seed: seed, threads: threads)
            return
        }
        var best = LatentClassFit(data, exactly: 1, seed: seed, threads: threads)
        for classes in Self.ladder.dropFirst() where classes <= max(1, data.rows / 2) {
            let fit = LatentClassFit(data, exactly: classes, seed: seed, threads: threads)
            if fit.bic >= best.bic { break }
            best = fit
        }
        self = best
    }

    /// Carries one start a number of steps and no further, to time a step or to look at the objective.
    ///
    /// - Parameters:
    ///   - cells: The distinct rows, at least one.
    ///   - classes: In `[1, classLimit]`.
    ///   - steps: At least 1; fewer are taken when the objective stops growing altogether.
    ///   - seed: The seed of the start.
    ///   - threads: At least 1; all cores when `nil`.
    package init(_ cells: SampleCells, classes: Int, steps: Int, seed: UInt64, threads: Int?) {
        let data = LatentClassData(cells)
        let start = LatentClassModel(data, classes: classes, seed: seed, start: 0)
        self.init(data, from: start, steps: steps, tolerance: 0, threads: threads)
    }

    private init(_ data: LatentClassData, exactly classes: Int, seed: UInt64, threads: Int?) {
        let starts = classes == 1 ? 1 : 3
        var best: LatentClassFit?
        for start in 0..<starts {
            let model = LatentClassModel(data, classes: classes, seed: seed, start: start)
            let fit = LatentClassFit(
                data, from: model, steps: classes == 1 ? 2 : 25, tolerance: 1e-8, threads: threads)
            if fit.logLikelihood > best?.logLikelihood ?? -.infinity { best = fit }
        }
        guard let best, !best.converged else {
            self =
                best
                ?? LatentClassFit(
                    data, from: LatentClassModel(data, classes: classes, seed: seed, start: 0), steps: 1, tolerance: 0,
                    threads: threads)
            return
        }
        self.init(data, from: best.model, steps: 1000, tolerance: 1e-8, threads: threads)
    }

    /// Carries a model on.
    ///
    /// - Parameters:
    ///   - steps: The most steps, at least 1.
    ///   - tolerance: Stop when the objective grows by less than this per record.
    init(_ data: LatentClassData, from start: LatentClassModel, steps: Int, tolerance: Double, threads: Int?) {
        var model = start
        var objectives: [Double] = []
        var logLikelihood = -Double.infinity
        var (taken, settled) = (0, false)
        while taken < steps, !settled {
            let sums = LatentClassPass.run(data, model, threads: threads)
            logLikelihood = sums.logLikelihood
            let objective = logLikelihood + model.logPrior(data)
            settled = objectives.last.map { objective - $0 <= tolerance * data.records } ?? false
            objectives.append(objective)
            if !settled { model.maximise(data, sums) }
            taken += 1
        }
        self.model = model
        self.logLikelihood = logLikelihood
        bic = -2 * logLikelihood + Double(data.parameters(classes: model.classes)) * log(data.records)
        iterations = taken
        converged = settled || model.classes == 1
        self.objectives = objectives
    }

    /// For each row of the data the persons expected beyond the sample, `(1 - pi) N p(x)`.
    func beyond(_ sample: PopulationSample, _ data: LatentClassData) -> [Double] {
        let persons = Double(sample.populationSize - sample.records)
        return model.probabilities(data).map { persons * $0 }
    }
}
