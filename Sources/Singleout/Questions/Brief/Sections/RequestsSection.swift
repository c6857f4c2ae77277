import Briefing
import Linkage

/// Months of requests against a register.
struct RequestsSection: BriefSection {
    private static let totals = "requests"
    private static let months = "requests-by-month"
    /// The rows of the table of totals that sentences speak of.
    private static let (returned, wrong, newer, reached) = (2, 4, 8, 12)

    func headlines(_ findings: BriefFindings) -> [Statement] {
        guard let requests = findings.requests else { return [] }
        let totals = totals(requests)
        let wrong = Int(requests.summary(requests.totals, \.wrong).mean.rounded())
        return [
            """
            Of \(requests.simulation.settings.requests) requests in \
            \(Wording.count(requests.simulation.settings.months, "month")) to the synthetic register, \
            \(Self.mean(Self.returned, of: totals)) return a record. \
            \(Self.mean(Self.wrong, of: totals, startsSentence: true)) of these \(wrong == 1 ? "is" : "are") another \
            child's\(requests.smallRegister). The records lead to \(Self.mean(Self.reached, of: totals)) children in all, \
            brothers and sisters among them.
            """
        ]
    }

    /// A mean of children without decimals, with the range of the runs: `about 420 (375 to 470)`.
    private static func mean(_ row: Int, of table: PublishedTable, startsSentence: Bool = false) -> Statement {
        func cell(_ column: Figure) -> CellReference { CellReference(table.name, row: row, column) }
        let about: Statement = "\(startsSentence ? "About" : "about") \(cell(.runMean), .whole)"
        guard case .real = table.rows[row][2], case .real = table.rows[row][3] else { return about }
        return "\(about) (\(cell(.runLower), .whole) to \(cell(.runUpper), .whole))"
    }

    func section(_ findings: BriefFindings) -> Section? {
        guard let requests = findings.requests else { return nil }
        let settings = requests.simulation.settings
        let totals = totals(requests)
        var blocks: [Block] = [
            .statement(
                """
                An office asks month after month about children, and \(Wording.stated(settings.coverage)) of them are in the \
                register. What is returned? The register and every child here are synthetic. The figures are means of \
                \(Wording.count(settings.runs, "run")), with the range of 95 % of further runs.
                """),
            .statement(
                """
                \(Self.mean(Self.newer, of: totals, startsSentence: true)) children are found at an address that the \
                requester did not know.
                """),
        ]
        let months = months(requests)
        if settings.months > 1 { blocks.append(.chart(chart(months, requests))) }
        blocks += [.published(totals), .published(months)]
        blocks += groups(requests).map(Block.published)
        blocks.append(
            .list([
                """
                Assumed, not known: the requester knows \(Wording.list(settings.knowledge.fields)). Of these \
                \(Wording.stated(settings.errors.typing)) of names are mistyped, \
                \(Wording.stated(settings.errors.birthDate)) of dates of birth are wrong, and \
                \(Wording.stated(settings.errors.noPostcode)) of postcodes are unknown. The known address is \
                \(Wording.plain(settings.errors.addressAge)) years old on average. How many of the children are in the \
                register is assumed too.
                """,
                """
                The ranges show the chance of who is asked about. They do not show the uncertainty of the assumptions.
                """,
            ]))
        return Section("Requests", name: "requests", blocks: blocks)
    }

    private func base(_ requests: SimulationFindings) -> String {
        """
        \(Wording.count(requests.simulation.settings.requests, "request")) to a synthetic register of \
        \(Wording.count(requests.simulation.pupils, "pupil"))
        """
    }

    private func source(_ requests: SimulationFindings) -> String {
        let name = requests.asked.register.split(separator: "/").last.map(String.init) ?? requests.asked.register
        return "\(name) (synthetic register)"
    }

    private func cells(_ summary: RunSummary, _ decimals: Int) -> [Cell] {
        let ends = [summary.interval?.lowerBound, summary.interval?.upperBound]
        return [.real(summary.mean, decimals: decimals)]
            + ends.map { $0.map { .real($0, decimals: decimals) } ?? .symbol(.notApplicable) }
    }

    private static let perRun = Tabulation.Column.Kind.real(decimals: 1, unit: "per run")

    private func totals(_ requests: SimulationFindings) -> PublishedTable {
        let runs = requests.totals
        let all = Double(requests.simulation.settings.requests)
        return PublishedTable(
            name: Self.totals, title: "What the requests return", base: base(requests), unit: "mean of the runs",
            source: source(requests),
            notes: ["A match is clear when it points to one record. That record is then returned, right or wrong."],
            columns: [
                Figure.requestCount.words(), Figure.runMean.column(nil, Self.perRun),
                Figure.runLower.column(nil, Self.perRun), Figure.runUpper.column("to", Self.perRun),
                Figure.per100.column(nil, .real(decimals: 2, unit: "per 100 requests")),
            ],
            rows: SimulationFindings.counts.map { _, title, count in
                let summary = requests.summary(runs, count)
                return [.text(title)] + cells(summary, 1) + [.real(100 * summary.mean / all, decimals: 2)]
            })
    }

    private func months(_ requests: SimulationFindings) -> PublishedTable {
        let settings = requests.simulation.settings
        return PublishedTable(
            name: Self.months, title: "Returned records and wrong children, month by month", base: base(requests),
            unit: "mean of the runs, all months so far", source: source(requests),
            notes: ["A wrong child is one whose record is returned for a request about another child."],
            columns: [
                Figure.month.words(), Figure.requestsMade.counts("Requests of the month"),
                Figure.requestsMatched.column("Records returned so far", Self.perRun),
                Figure.requestsMatched.with(.runLower).column("95 % from", Self.perRun),
                Figure.requestsMatched.with(.runUpper).column("to", Self.perRun),
                Figure.requestsWrong.column("Wrong children so far", Self.perRun),
                Figure.requestsWrong.with(.runLower).column("95 % from", Self.perRun),
                Figure.requestsWrong.with(.runUpper).column("to", Self.perRun),
            ],
            rows: (0..<settings.months).map { month in
                let runs = requests.cumulative(through: month)
                return [.text(String(month + 1)), .integer(settings.requests(in: month))]
                    + cells(requests.summary(runs, \.matched), 1)
                    + cells(requests.summary(runs, \.wrong), 1)
            })
    }

    private func chart(_ table: PublishedTable, _ requests: SimulationFindings) -> Illustration {
        func series(_ name: String, _ figure: Figure, isMarked: Bool) -> Chart.Bands.Series {
            .init(
                name,
                points: table.rows.indices.map { row in
                    .init(
                        CellReference(table.name, row: row, figure),
                        interval: .init(
                            CellReference(table.name, row: row, figure.with(.runLower)),
                            CellReference(table.name, row: row, figure.with(.runUpper))))
                }, isMarked: isMarked)
        }
        let last = table.rows[table.rows.count - 1]
        let wrong = requests.summary(requests.totals, \.wrong).mean
        return Illustration(
            name: Self.months,
            title: wrong >= 0.5
                ? "Month by month, records are returned, some of them of the wrong child"
                : "Month by month, records are returned",
            description:
                """
                Two lines over \(Wording.count(table.rows.count, "month")), each in the band that holds 95 % of the runs. Records \
                returned so far end at \(last[2].text), and wrong children so far at \(last[5].text).
                """,
            chart: .bands(
                .init(
                    times: "Month", axis: "Records so far", marks: table.rows.map { $0[0].text },
                    series: [
                        series("Records returned", .requestsMatched, isMarked: false),
                        series("Wrong children", .requestsWrong, isMarked: true),
                    ])), table: table.name)
    }

    /// How often the children of a group are found, and taken for another.
    private func groups(_ requests: SimulationFindings) -> [PublishedTable] {
        requests.asked.groupFields.enumerated().compactMap { number, field in
            let groups = requests.simulation.groups.filter { $0.grouping == field }
            if groups.count < 2 { return nil }
            return PublishedTable(
                name: "requests-by-group-\(number + 1)", title: "Found, and mistaken for another child, by \(field)",
                base: base(requests), unit: "share of the children asked about who are in the register",
                source: source(requests),
                notes: ["The range holds 95 % of further runs."],
                columns: [
                    Figure.requestGroup.words(field), Figure.requestsPresent.column("Asked about", Self.perRun),
                    Figure.requestsRight.column("Found", .share),
                    Figure.requestsRight.with(.runLower).column("95 % from", .share),
                    Figure.requestsRight.with(.runUpper).column("to", .share),
                    Figure.requestsWrong.column("Mistaken for another child", .share),
                    Figure.requestsWrong.with(.runLower).column("95 % from", .share),
                    Figure.requestsWrong.with(.runUpper).column("to", .share),
                ],
                rows: groups.map { group in
                    let present = requests.summary(group.runs, \.present)
                    return [.text(group.name), .real(present.mean, decimals: 1)]
                        + shares(requests.ratio(group.runs, \.right, of: \.present))
                        + shares(requests.ratio(group.runs, \.wrong, of: \.present))
                })
        }
    }

    private func shares(_ summary: RunSummary?) -> [Cell] {
        [summary?.mean, summary?.interval?.lowerBound, summary?.interval?.upperBound].map {
            $0.map { .share(min(1, $0)) } ?? .symbol(.notApplicable)
        }
    }
}
