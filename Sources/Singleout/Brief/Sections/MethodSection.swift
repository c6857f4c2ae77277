import Briefing

/// Method, assumptions and limits.
struct MethodSection: BriefSection {
    func section(_ findings: BriefFindings) -> PublicationSection? {
        let unit = findings.unit
        var method: [Statement] = [
            """
            Records with the same values in all fields of a combination make a class. Every record of the data is \
            counted, for every combination; nothing is sampled or estimated, so there are no intervals unless a table \
            says what they are of.
            """,
            "\(findings.subject.missingNote)",
        ]
        if let rule = findings.plan.rule {
            method.append(
                """
                Published counts are protected: from 1 to \(rule.threshold - 1) withheld, others rounded to \
                \(rule.base). Some further counts are withheld because sums would give a withheld one away. What all tables give \
                away together has not been checked.
                """
            )
        }
        let assumptions: [Statement] = [
            """
            Somebody who looks for a person knows the fields exactly as they are written. Misspelt, outdated or \
            rounded knowledge finds fewer, and sometimes the wrong ones.
            """,
            """
            The person is known to be in the data. In a sample, a record that is alone need not be alone in the \
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
        return PublicationSection(
            name: "method", heading: "Method, assumptions, limits",
            parts: [
                .heading("Method"), .list(method), .heading("Assumptions"), .list(assumptions), .heading("Limits"),
                .list(limits),
            ])
    }
}
