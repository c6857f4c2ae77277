import Briefing
import Disclosure

extension MeasureFindings {
    /// How the risk of single records is spread.
    var distributionSections: [Section] {
        guard let distribution else { return [] }
        let bands = zip(RiskDistribution.bounds, distribution.bandRecords).enumerated().filter { $0.element.1 > 0 }
        let isWeighted = individual.map { $0.method != "inverseSize" } ?? false
        let table = Tabulation(
            columns: [
                Figure.thresholdRisk.words("Risk of a record"), Figure.records.column(),
                Figure.quantileShare.column(),
            ],
            rows: bands.map { index, band in
                let (bound, records) = band
                let name = index == 0 ? "up to \(bound)" : "above \(RiskDistribution.bounds[index - 1]) to \(bound)"
                return [.text(name), .integer(records), .share(Double(records) / Double(distribution.records))]
            })
        let quantiles = Tabulation(
            columns: [Figure.quantileShare.words(), Figure.quantileRisk.column("Risk at most")],
            rows: zip(RiskDistribution.quantileShares, distribution.quantiles).map {
                [.text(Self.quantileName($0)), .real($1, decimals: 6)]
            })
        let risk =
            isWeighted
            ? "The risk of a record follows from its weight; see the individual risk below."
            : "The risk of a record is 1/f."
        return [Section("Risk of single records", blocks: [.table(table), .table(quantiles), .note(risk)])]
    }

    private static func quantileName(_ share: String) -> String {
        switch share {
        case "0": "lowest"
        case "1": "highest"
        default: Wording.stated(Double(share) ?? 0)
        }
    }

    /// The risk of single records, added up, and of households.
    var individualSections: [Section] {
        var sections: [Section] = []
        if let individual { sections.append(section(individual)) }
        if let households { sections.append(section(households)) }
        return sections
    }

    private func section(_ individual: IndividualFigures) -> Section {
        var rows: [[Cell]] = [
            [.text(Figure.expectedReidentifications.label), .real(individual.expectedReidentifications, decimals: 4)],
            [
                .text(Figure.rate.explained("expected re-identifications / records")),
                .share(orMissing: individual.rate),
            ],
            [.text("\(Figure.highestRisk.label) of a record"), .share(orMissing: individual.highestRisk)],
        ]
        if let maxRate = individual.maxRate {
            let reason = individual.rate == nil ? Subject.noRecords : Self.rateNotReached
            let threshold = individual.threshold
            rows += [
                [
                    .text("Risk threshold for a rate below \(Wording.stated(maxRate))"),
                    threshold.map { .real($0.risk, decimals: 6) } ?? .missing(reason: reason),
                ],
                [
                    .text(Figure.unsafeRecords.explained("with a risk above it")),
                    .integer(orMissing: threshold?.unsafeRecords, reason),
                ],
                [
                    .text(Figure.rateAfter.explained("these protected down to it")),
                    .share(orMissing: threshold?.rateAfter, reason),
                ],
            ]
        }
        return Section(
            "Individual risk",
            blocks: [
                .table(
                    Tabulation(columns: [Figure.figure.words(), Figure.value.column()], rows: rows)),
                .note(Self.methodNote(individual.method)),
            ])
    }

    private static func methodNote(_ method: String) -> String {
        switch method {
        case BenedettiFranconi.exact.rawValue:
            "Benedetti and Franconi: the weights of the records of a class estimate its persons in the population, and the risk "
                + "is the mean of one over their number."
        case BenedettiFranconi.approximate.rawValue:
            "Benedetti and Franconi, approximated for classes of more than 2 records as sdcMicro does by default."
        default: "Without weights the file is its own population, and the risk of a record is 1/f."
        }
    }

    private func section(_ households: HouseholdRisks) -> Section {
        var rows: [[Cell]] = [
            [.text(Figure.householdCount.label), .integer(households.count)],
            [.text(Figure.recordsWithout.explained("each its own")), .integer(households.recordsWithout)],
            [
                .text("\(Figure.expectedReidentifications.label) through households"),
                .real(households.expectedReidentifications, decimals: 4),
            ],
            [
                .text(Figure.rate.explained("expected re-identifications / records")),
                .share(orMissing: households.rate),
            ],
            [.text(Figure.highestHouseholdRisk.label), .share(orMissing: households.highestRisk)],
        ]
        if let threshold = households.threshold, let unsafe = households.unsafe, let above = households.membersAbove {
            rows += [
                [
                    .text(Figure.unsafeHouseholds.explained("with a risk above \(Wording.stated(threshold))")),
                    .integer(unsafe),
                ],
                [.text("Members of these at or above their own member threshold"), .integer(above)],
            ]
        }
        return Section(
            "Households",
            blocks: [
                .table(
                    Tabulation(columns: [Figure.figure.words(), Figure.value.column()], rows: rows)),
                .table(Self.sizes(households)),
                .note(
                    "The risk of a household is that at least one member is found, when members are found independently. An intruder who "
                        + "knows whole households finds more."),
            ])
    }

    /// Households by size in bands that fit on a screen; JSON has every size.
    private static func sizes(_ households: HouseholdRisks) -> Tabulation {
        let shown = 10
        let hasThreshold = households.threshold != nil
        let rows = households.sizes.prefix(shown).map { size -> [Cell] in
            var cells: [Cell] = [.text(String(size.members)), .integer(size.households)]
            if let unsafe = size.unsafe, let threshold = size.memberThreshold, let above = size.membersAbove {
                cells += [.integer(unsafe), .real(threshold, decimals: 6), .integer(above)]
            }
            return cells
        }
        let rest = households.sizes.dropFirst(shown)
        let more = rest.isEmpty ? nil : "The \(shown) smallest sizes of households; JSON has all."
        return Tabulation(
            caption: more,
            columns: [Figure.householdMembers.words(), Figure.householdsOfSize.column()]
                + (hasThreshold
                    ? [
                        Figure.unsafeHouseholds.column("Unsafe"), Figure.memberThreshold.column("Member threshold"),
                        Figure.membersAbove.column(),
                    ] : []),
            rows: Array(rows))
    }
}
