import Briefing

/// Method, assumptions and limits.
struct MethodSection: BriefSection {
    func headlines(_ findings: BriefFindings) -> [Statement] { Self.survey(findings) }

    func section(_ findings: BriefFindings) -> Section? {
        let unit = findings.unit
        var method: [Statement] = [
            """
            Records with the same values in all fields of a combination make a class. Every record is \
            counted, for every combination, so a figure has an interval only where its table says what the interval means.
            """,
            "\(findings.subject.missingNote)",
        ]
        method += Self.survey(findings)
        if let rule = findings.terms.rule {
            method.append(
                """
                Published counts are protected: from 1 to \(rule.threshold - 1) withheld, others rounded to \
                \(rule.base). Some further counts are withheld because sums would reveal a withheld one. What all tables reveal together has \
                not been checked.
                """
            )
        }
        let assumptions: [Statement] = [
            """
            The intruder knows the fields exactly. Misspelt, outdated or rounded knowledge finds fewer people, and sometimes \
            the wrong ones.
            """,
            """
            The intruder knows that the person is in the data. In a sample, a record that is alone may not be alone in the \
            population, and the risk is lower than stated.
            """,
        ]
        let limits: [Statement] = [
            """
            Being alone is not the only harm: a class of many \(unit) that share a sensitive value gives it away \
            without singling anyone out.
            """,
            """
            A low number does not make a release safe. It is one input to a decision that also weighs who receives \
            the data and what for.
            """,
        ]
        return Section(
            "Method, assumptions, limits", name: "method",
            blocks: [
                .heading("Method"), .list(method), .heading("Assumptions"), .list(assumptions), .heading("Limits"),
                .list(limits),
            ])
    }

    /// That the data are part of a population, which the figures do not look at; nothing where nothing says so.
    static func survey(_ findings: BriefFindings) -> [Statement] {
        let analysis = findings.terms.asked
        var reasons: [String] = []
        if let weight = analysis.individual.weight { reasons.append("each record has a weight (\(weight))") }
        if case .size = analysis.population { reasons.append("a population size is stated") }
        if analysis.samplingFraction != nil { reasons.append("a sampling fraction is stated") }
        if reasons.isEmpty { return [] }
        return [
            """
            The data are a sample, as \(Wording.list(reasons)). The figures of this briefing are about the sample \
            alone. They assume an intruder who knows that the person is in it, and overstate the risk from all others. \
            'singleout measure' and 'singleout estimate' say what is known of the population.
            """
        ]
    }
}
