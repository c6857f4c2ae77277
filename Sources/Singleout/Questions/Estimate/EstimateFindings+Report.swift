public import Briefing
import PopulationModels

extension EstimateFindings {
    /// The report for terminal, Markdown and LaTeX.
    public var report: Report {
        var sections = [
            Section(blocks: findings.map(Block.paragraph)),
            Section("Persons alone in their class of the population", blocks: [.table(modelTable)] + diagnosticNotes),
            Section("A match with a record alone in the sample", blocks: [.table(matchTable)]),
        ]
        if !models.curve.isEmpty {
            sections.append(Section("Other sizes of the population, by Pitman-Yor", blocks: [.table(curveTable)]))
        }
        if let groups {
            if groups.comparisons.isEmpty {
                sections.append(Section("By group", blocks: [.paragraph("No answer: \(Self.noModelByGroup).")]))
            }
            sections += groups.sections
        }
        if let backTest { sections.append(Section("Back-test", blocks: Self.blocks(backTest))) }
        sections.append(Section("What each model assumes", blocks: [.table(assumptionTable)]))
        sections.append(Section("How to read this", blocks: readingNotes.map(Block.paragraph)))
        return Report(title: "Population uniques from " + subject.name, sections: sections)
    }

    private static func title(_ name: String) -> String {
        (Figure.uniqueModels + [.disModel]).first { $0.key == name }?.label ?? name
    }

    private var uniqueEntries: [ModelEstimates.Entry] {
        models.entries.filter { $0.estimate.quantity == .populationUniques }
    }

    private var findings: [String] {
        let known = "With " + Wording.known(subject.quasiIdentifiers) + " known, "
        if sample.records == 0 { return [known + "nothing can be said: " + Subject.noRecords + "."] }
        let uniques = sample.histogram.uniques
        var findings = [
            known + Wording.share(uniques, of: sample.records)
                + (uniques == 1 ? " is alone in the sample" : " are alone in the sample")
                + ", which is \(NumberText.share(sample.samplingFraction)) of a population of "
                + NumberText.integer(sample.populationSize) + "."
        ]
        let values = uniqueEntries.compactMap(\.estimate.value)
        if let least = values.min(), let most = values.max() {
            findings.append(
                "The models put the persons alone in their class of the population between "
                    + "\(Self.whole(least)) and \(Self.whole(most)), \(NumberText.share(least / population)) to "
                    + "\(NumberText.share(most / population)) of it.")
        }
        return findings
    }

    private static func whole(_ value: Double) -> String { NumberText.integer(Int(value.rounded())) }

    private var modelTable: Tabulation {
        Tabulation(
            columns: [
                Figure.model.words(), Figure.populationUniques.column(), Figure.fraction.column(),
                Figure.lower.column("95 % from"), Figure.upper.column("to"),
            ],
            rows: uniqueEntries.map { entry in
                let estimate = entry.estimate
                guard let value = estimate.value, case let reason = intervalReason(estimate, "") else {
                    let why = Self.title(entry.name) + ": " + entry.reason
                    return [.text(Self.title(entry.name))] + Array(repeating: .missing(reason: why), count: 4)
                }
                let ends = estimate.interval.map { [$0.lower, $0.upper] }
                return [
                    .text(Self.title(entry.name)), .integer(Int(value.rounded())), .share(value / population),
                ]
                    + (ends?.map { .integer(Int($0.rounded())) } ?? Array(repeating: .missing(reason: reason), count: 2))
            })
    }

    private var diagnosticNotes: [Block] {
        models.entries.flatMap { entry in
            let diagnostics = entry.estimate.diagnostics
            var notes = diagnostics.notes
            if let fallback = diagnostics.fallback { notes.append("Fallback: \(fallback).") }
            if entry.estimate.value != nil, !diagnostics.converged {
                notes.append("The fit did not settle in \(Wording.count(diagnostics.iterations, "step")).")
            }
            return notes.map { Block.note(Self.title(entry.name) + ": " + $0) }
        }
    }

    private var matchTable: Tabulation {
        let reason = "no record is alone in the sample"
        let dis = models[DISEstimator.name]
        var rows: [[Cell]] = [
            [
                .text(Figure.disModel.explained("the probability that it is correct")),
                .share(orMissing: dis?.value, reason),
            ]
        ]
        if let estimate = models[LogLinearEstimator.name] {
            let missing = "the log-linear model has no answer, or its cells are not listed"
            func cell(_ figure: Figure) -> Cell {
                estimate.parameter(figure.key).map { .real($0, decimals: 1) } ?? .missing(reason: missing)
            }
            let (tau1, tau2, criterion) = (Figure.tau1, Figure.tau2, Figure.criterion)
            let model = models.formula.map { " (\($0))" } ?? ""
            rows += [
                [.text(tau1.explained("log-linear\(model)")), cell(tau1)],
                [.text(tau2.explained("log-linear")), cell(tau2)],
                [.text(criterion.explained("log-linear, best near 0")), cell(criterion)],
            ]
        }
        return Tabulation(columns: [Figure.figure.words(), Figure.value.column()], rows: rows)
    }

    private var curveTable: Tabulation {
        Tabulation(
            columns: [
                Figure.persons.column(), Figure.uniquenessAtSize.column(), Figure.correctness.column(),
            ],
            rows: models.curve.map { [.integer($0.size), .share($0.uniqueness), .share($0.correctness)] })
    }

    private static func blocks(_ backTest: Result<BackTest, NoAnswer>) -> [Block] {
        switch backTest {
        case .failure(let none): return [.paragraph("No back-test: " + none.reason + ".")]
        case .success(let test):
            let reason = "the model had no answer for any sub-sample"
            func cell(_ value: Double?) -> Cell { value.map { .real($0, decimals: 2) } ?? .missing(reason: reason) }
            return [
                .paragraph(
                    "\(BackTest.repetitions) sub-samples of \(Wording.count(test.records, "record")) of the file, as if it "
                        + "were the population; its own uniques are \(NumberText.integer(test.uniques)). A ratio of 1 "
                        + "is right."),
                .table(
                    Tabulation(
                        columns: [
                            Figure.model.words(), Figure.answers.column(), Figure.meanRatio.column(),
                            Figure.lowestRatio.column(), Figure.highestRatio.column(),
                        ],
                        rows: test.entries.map {
                            [
                                .text(title($0.name)), .integer($0.answers), cell($0.meanRatio), cell($0.lowestRatio),
                                cell($0.highestRatio),
                            ]
                        })),
            ]
        }
    }

    private var assumptionTable: Tabulation {
        Tabulation(
            columns: [
                Figure.model.words(), Figure.assumptions.words(), Figure.directionOfError.words(),
            ],
            rows: models.entries.map {
                [
                    .text(Self.title($0.name)),
                    .text($0.assumptions.isEmpty ? "nothing more" : $0.assumptions.joined(separator: "; ")),
                    .text($0.directionOfError),
                ]
            })
    }

    private var readingNotes: [String] {
        [
            "Every model treats the file as a simple random sample of the population. A class is the set of persons that "
                + "agree on \(Wording.list(subject.quasiIdentifiers)); a person alone in it is unique in the population.",
            settings.draws == 0
                ? "Intervals were not asked for."
                : "An interval holds the truth in 95 of 100 samples if the model's assumptions hold; it does not cover their failing. Seed \(settings.seed).",
            subject.missingNote,
        ] + subject.syntheticNotes
    }
}
