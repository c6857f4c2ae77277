import Briefing

/// Rows for an impact assessment: likelihood by the figures, severity by what the record tells.
struct AssessmentSection: BriefSection {
    /// How likely something is, by its share.
    private enum Likelihood: String {
        case remote = "Remote"
        case possible = "Possible"
        case probable = "Probable"

        /// 0.09 is the threshold of 1 in 11 that medicines agencies use; above one half it is more likely than not.
        init(_ share: Double) { self = share <= 0.09 ? .remote : share <= 0.5 ? .possible : .probable }
    }

    func section(_ findings: BriefFindings) -> PublicationSection? {
        let figures = findings.figures[findings.whole]
        let sensitive = findings.plan.analysis.sensitive.fields
        let isSevere = !sensitive.isEmpty
        let known =
            findings.hasWhole
            ? "all shared fields" : Wording.known(findings.combinations.names(findings.lattice.entries[findings.whole]))
        let histogram = findings.lattice.entries[findings.whole].histogram
        let classes =
            findings.plan.rule.map { rule in
                rule.isSmall(histogram.classes)
                    ? Cell.symbol(.confidential) : Cell.integer(rule.rounded(histogram.classes))
            } ?? .integer(histogram.classes)
        let risks: [(String, String, Cell)] = [
            (
                "A person is singled out by the shared fields", "\(findings.unit) alone in their class",
                findings.publisher.share(figures.below[0], of: figures.records)
            ),
            (
                "Who knows that a person is in the data picks the right record", "mean of 1 / class size",
                findings.publisher.share(classes, of: figures.records)
            ),
            (
                "A person hides among fewer than 5", "\(findings.unit) in classes below 5",
                findings.publisher.share(figures.below[2], of: figures.records)
            ),
            (
                "A person hides among fewer than 10", "\(findings.unit) in classes below 10",
                findings.publisher.share(figures.below[3], of: figures.records)
            ),
        ]
        let rows = risks.map { risk, measure, share -> [Cell] in
            let likelihood = share.shareValue.map(Likelihood.init)
            return [
                .text(risk), .text(measure), share, .text(likelihood?.rawValue ?? "Not known, the share is withheld"),
                .text(isSevere ? "Severe" : "Significant"),
                .text(likelihood.map { Self.overall($0, isSevere: isSevere) } ?? "To be judged"),
            ]
        }
        let severity =
            isSevere
            ? "Severity is set to severe, as a record found tells \(Wording.list(sensitive))."
            : "Severity is set to significant, as no sensitive field was named."
        let table = PublishedTable(
            name: "assessment", title: "Likelihood and severity, with \(known) known", base: findings.wholeBase,
            unit: "share of \(findings.unit)", source: findings.source,
            notes: [
                """
                Likelihood: remote up to 9 % (1 in 11, the threshold of medicines agencies for releases), possible up \
                to 50 %, probable above. It is that of somebody who knows these fields without error; for \
                others it is lower.
                """,
                """
                \(severity) It is a judgement, and the controller's to make: who may look, for what, and what follows \
                for the person.
                """,
                """
                Overall after the matrix in the Information Commissioner's guidance on impact assessments: remote is low, \
                possible is medium or, where harm is severe, high, and probable is high.
                """,
            ] + findings.controlNotes,
            columns: [
                .init("Risk", key: "risk", .text), .init("Measured by", key: "measure", .text),
                .init("Share", key: "share", .share), .init("Likelihood", key: "likelihood", .text),
                .init("Severity", key: "severity", .text), .init("Overall", key: "overall", .text),
            ], rows: rows)
        return PublicationSection(
            name: "assessment", heading: "For an impact assessment",
            parts: [
                .statement(
                    """
                    These rows can be taken over into step 5 of a data protection impact assessment. They are about \
                    singling out from the shared fields, and about nothing else that may harm a person.
                    """
                ),
                .table(table),
            ])
    }

    private static func overall(_ likelihood: Likelihood, isSevere: Bool) -> String {
        switch likelihood {
        case .remote: "Low"
        case .possible: isSevere ? "High" : "Medium"
        case .probable: "High"
        }
    }
}
