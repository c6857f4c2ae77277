public import Briefing
import Linkage
import RegisterValidation

extension SimulationFindings {
    /// The report for terminal, Markdown and LaTeX.
    public var report: Report {
        var sections = [
            Section(blocks: findings.map(Block.paragraph)),
            Section("All months together", blocks: [.table(totalTable)]),
            Section("Month by month", blocks: [.table(monthTable), .note(Self.monthNote)]),
        ]
        for grouping in asked.groupFields {
            let groups = simulation.groups.filter { $0.grouping == grouping }
            if groups.count > 1 {
                sections.append(Section("By \(grouping)", blocks: [.table(table(of: groups))]))
            }
        }
        sections.append(Section("How to read this", blocks: readingNotes.map(Block.paragraph)))
        let name = asked.register + (synthetic == nil ? "" : " (synthetic)")
        return Report(title: "Requests to \(name)", sections: sections)
    }

    private static let monthNote =
        "The last columns add up all months so far. Wrong children are in clear matches with another child's record."

    /// What a small register cannot show, to end the sentence on wrong children; nothing for one as large as the country's.
    var smallRegister: String {
        let pupils = simulation.pupils + simulation.heldOut
        if pupils >= RegisterComparison.wholeCountry { return "" }
        return
            ", which proves nothing about wrong children: the register has only \(Wording.count(pupils, "pupil")), and in "
            + "a national one more children look alike"
    }

    private func text(_ summary: RunSummary, decimals: Int = 0) -> String {
        let mean = NumberText.real(summary.mean, decimals: decimals)
        guard let interval = summary.interval else { return mean }
        return mean + " (\(NumberText.real(interval.lowerBound, decimals: decimals)) to "
            + "\(NumberText.real(interval.upperBound, decimals: decimals)))"
    }

    private func text(share: RunSummary?) -> String {
        guard let share else { return "none" }
        guard let interval = share.interval else { return NumberText.share(share.mean) }
        return NumberText.share(share.mean) + " (\(NumberText.share(interval.lowerBound)) to "
            + "\(NumberText.share(interval.upperBound)))"
    }

    private var findings: [String] {
        let runs = totals
        let settings = simulation.settings
        let requests = Wording.count(settings.requests, "request")
        var findings = [
            "Of \(requests) in \(Wording.count(settings.months, "month")), "
                + "\(text(share: ratio(runs, \.matched, of: \.requests))) have a clear match: "
                + "\(text(summary(runs, \.matched))) records are returned. "
                + "\(text(summary(runs, \.wrong))) of them are another child's\(smallRegister).",
            "\(text(summary(runs, \.newerAddress))) children are found at an address that the requester did not "
                + "know. The records lead to \(text(summary(runs, \.siblingsSameAddress))) brothers and sisters at "
                + "the same address and \(text(summary(runs, \.siblingsOtherAddress))) at another. They lead to \(text(summary(runs, \.addresses))) addresses, each with at least one adult.",
        ]
        if let volume = asked.volume, let returned = volume.returned {
            findings.append(
                "Published of the real requests: \(NumberText.integer(returned)) of "
                    + "\(NumberText.integer(volume.requests)) returned "
                    + "(\(NumberText.share(Double(returned) / Double(volume.requests)))).")
        }
        return findings
    }

    /// The counts of a simulation in reading order, each with its name in a table of all.
    static let counts: [(figure: Figure, title: String, count: any KeyPath<RequestCounts, Int> & Sendable)] = [
        (.requestsMade, Figure.requestsMade.label, \.requests),
        (.requestsPresent, "about pupils of the register", \.present),
        (.requestsMatched, "\(Figure.requestsMatched.label): a record is returned", \.matched),
        (.requestsRight, "the child asked about", \.right), (.requestsWrong, "another child", \.wrong),
        (.wrongSiblings, "of these a brother or sister", \.wrongSibling),
        (.wrongAbsent, "of these, about a child not in the register", \.wrongAbsent),
        (.requestsAmbiguous, Figure.requestsAmbiguous.label, \.ambiguous),
        (.newerAddresses, "Newer address than the requester's", \.newerAddress),
        (.siblingsSameAddress, Figure.siblingsSameAddress.label, \.siblingsSameAddress),
        (.siblingsOtherAddress, Figure.siblingsOtherAddress.label, \.siblingsOtherAddress),
        (.returnedAddresses, Figure.returnedAddresses.explained("each with at least one adult"), \.addresses),
        (.childrenReached, Figure.childrenReached.explained("the returned ones and these"), \.reached),
    ]

    private var totalTable: Tabulation {
        let runs = totals
        return Tabulation(
            columns: [
                Figure.requestCount.words(), Figure.runMean.column(), Figure.runLower.column(),
                Figure.runUpper.column("to"), Figure.per100.column(),
            ],
            rows: Self.counts.map { _, title, count in
                let summary = self.summary(runs, count)
                return [.text(title), .real(summary.mean, decimals: 1)] + Self.bounds(summary, 1)
                    + [.real(100 * summary.mean / Double(simulation.settings.requests), decimals: 2)]
            })
    }

    private var monthTable: Tabulation {
        Tabulation(
            columns: [
                Figure.month.column(), Figure.requestsMade.column(),
                Figure.requestsMatched.column("Returned"), Figure.requestsMatched.with(.runLower).column("from"),
                Figure.requestsMatched.with(.runUpper).column("to"), Figure.requestsWrong.column("Wrong child"),
                Figure.requestsAmbiguous.column(), Figure.matchedSoFar.column("All returned"),
                Figure.matchedSoFar.with(.runLower).column("from"),
                Figure.matchedSoFar.with(.runUpper).column("to"),
                Figure.wrongSoFar.column("All wrong"), Figure.wrongSoFar.with(.runLower).column("from"),
                Figure.wrongSoFar.with(.runUpper).column("to"),
            ],
            rows: (0..<simulation.settings.months).map { month in
                let own = counts(in: month)
                let all = cumulative(through: month)
                let (matched, allMatched) = (summary(own, \.matched), summary(all, \.matched))
                let allWrong = summary(all, \.wrong)
                return [.integer(month + 1), .integer(simulation.settings.requests(in: month))]
                    + [.real(matched.mean, decimals: 1)] + Self.bounds(matched, 1)
                    + [
                        .real(summary(own, \.wrong).mean, decimals: 1),
                        .real(summary(own, \.ambiguous).mean, decimals: 1),
                        .real(allMatched.mean, decimals: 1),
                    ] + Self.bounds(allMatched, 1) + [.real(allWrong.mean, decimals: 1)] + Self.bounds(allWrong, 1)
            })
    }

    private func table(of groups: [RequestSimulation.Group]) -> Tabulation {
        func cells(_ summary: RunSummary?) -> [Cell] {
            let none = Cell.missing(reason: "no pupil of this group was asked about")
            guard let summary else { return [none, none, none] }
            guard let interval = summary.interval else {
                return [.share(summary.mean), .missing(reason: Self.oneRun), .missing(reason: Self.oneRun)]
            }
            return [.share(summary.mean), .share(interval.lowerBound), .share(interval.upperBound)]
        }
        return Tabulation(
            columns: [
                Figure.requestGroup.words(), Figure.requestsPresent.column("Asked about"),
                Figure.requestsRight.column("Found"),
                Figure.requestsRight.with(.runLower).column(Figure.runLower.label),
                Figure.requestsRight.with(.runUpper).column("to"), Figure.requestsWrong.column("Mistaken"),
                Figure.requestsWrong.with(.runLower).column(Figure.runLower.label),
                Figure.requestsWrong.with(.runUpper).column("to"),
            ],
            rows: groups.map { group in
                [.text(group.name), .real(summary(group.runs, \.present).mean, decimals: 1)]
                    + cells(ratio(group.runs, \.right, of: \.present))
                    + cells(ratio(group.runs, \.wrong, of: \.present))
            })
    }

    private var method: String {
        switch simulation.settings.method {
        case .deterministic:
            "A match is clear at the first of eight published steps at which a single record agrees. The steps compare names "
                + "exactly, by sound or by their first two letters, with the known date of birth, sex and postcode. Later steps "
                + "leave out the postcode."
        case .probabilistic:
            "A match is clear when its probability, given all other candidates, is at least "
                + "\(Wording.stated(simulation.settings.threshold))."
        }
    }

    private var readingNotes: [String] {
        let settings = simulation.settings
        let errors = settings.errors
        let share = { (value: Double) in Wording.stated(value) }
        return [
            "Assumed, not known: \(share(settings.coverage)) of the children asked about are in the register. The requester knows \(Wording.list(settings.knowledge.fields)). Of these \(share(errors.typing)) of names are "
                + "mistyped and \(share(errors.transliteration)) written in another way; \(share(errors.birthDate)) of dates of "
                + "birth are wrong and \(share(errors.noPostcode)) of postcodes unknown. The known address is "
                + "\(Wording.plain(errors.addressAge)) years old on average. No source says how good the knowledge behind real "
                + "requests was: vary it with --coverage, --request-errors and --address-age.",
            "Children are drawn evenly from all pupils ever in a census, each at most once in a run, and asked about on the "
                + "last day of the register. \(Wording.count(simulation.heldOut, "pupil")) of "
                + "\(NumberText.integer(simulation.heldOut + simulation.pupils)) were taken out of it to represent children it does not hold. Their brothers and sisters "
                + "stayed, and may be returned in their place.",
            method
                + " Ranges hold 95 % of further runs, predicted from \(Wording.count(settings.runs, "run")). They show the chance of who "
                + "is asked about, not the uncertainty of the assumptions.",
        ] + Subject.notes(synthetic)
    }
}
