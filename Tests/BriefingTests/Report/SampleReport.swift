@testable import Briefing

/// A report with every kind of part, and names that markup would act on.
enum SampleReport {
    static let hostile = "</script><b>\"Tom's\" & co"

    /// Rows for the combinations of two fields, in the order of size.
    static let combinations = PublishedTable(
        name: "combinations", title: "What combinations do", base: "1,000 records in <file>.csv", unit: "records",
        source: "<file>.csv", notes: ["Rounded to 5."],
        columns: [
            .init("Fields", key: "fields", .text), .init("Records", key: "records", .integer, isShown: false),
            .init("k", key: "k", .integer), .init("Alone", key: "uniques", .integer),
            .init("Uniqueness", key: "uniqueness", .share), .init("Below 5", key: "recordsBelow5", .integer),
            .init("Below 10", key: "recordsBelow10", .integer),
            .init("Points", key: "points", .real(decimals: 1, unit: "percentage points")),
        ],
        rows: [
            [
                .text(hostile), .integer(1_000), .integer(12), .integer(0), .share(0), .integer(0), .integer(0),
                .real(0, decimals: 1),
            ],
            [
                .text("sex"), .integer(1_000), .symbol(.confidential), .symbol(.confidential),
                .symbol(.confidential), .integer(15), .integer(40), .symbol(.unavailable),
            ],
            [
                .text(hostile + " + sex"), .integer(1_000), .integer(1), .integer(235), .share(0.235), .integer(500),
                .integer(1_000), .real(12.34, decimals: 1),
            ],
        ], shownRows: [2, 1])

    static func at(_ row: Int, _ column: String) -> CellReference { CellReference("combinations", row: row, column) }

    static let bars = Chart.rankedBars(
        .init(
            axis: "Uniqueness",
            bars: [
                .init("A long label that goes on and on and must be broken into lines", at(2, "uniqueness")),
                .init("withheld", at(1, "uniqueness")),
                .init(
                    "with interval", at(2, "uniqueness"),
                    interval: .init(at(0, "uniqueness"), at(2, "uniqueness"))),
            ]))

    static let charts: [(name: String, chart: Chart)] = [
        ("bars", bars),
        (
            "distribution",
            .distribution(
                .init(
                    classes: "Size", axis: "Records",
                    bars: [.init("1", at(2, "uniques"), isMarked: true), .init("2 or more", at(1, "uniques"))]))
        ),
        (
            "ranges",
            .ranges(
                .init(
                    groups: "Fields", axis: "Uniqueness",
                    columns: [
                        .init("1", low: at(0, "uniqueness"), middle: at(0, "uniqueness"), high: at(2, "uniqueness")),
                        .init("2", low: at(1, "uniqueness"), middle: at(1, "uniqueness"), high: at(1, "uniqueness")),
                    ]))
        ),
        (
            "matrix",
            .combinationMatrix(
                .init(
                    fields: [hostile, "sex"], axis: "Uniqueness",
                    columns: [
                        .init(members: [0, 1], value: at(2, "uniqueness")),
                        .init(members: [1], value: at(1, "uniqueness")),
                    ]))
        ),
        (
            "bands",
            .bands(
                .init(
                    times: "Month", axis: "Records", marks: ["1", "2"],
                    series: [
                        .init(
                            "returned",
                            points: [1, 1].map {
                                .init(
                                    at($0, "uniqueness"),
                                    interval: .init(at($0, "uniqueness"), at($0, "uniqueness")))
                            }),
                        .init(
                            "wrong",
                            points: [0, 2].map {
                                .init(
                                    at($0, "uniqueness"),
                                    interval: .init(at(0, "uniqueness"), at($0, "uniqueness")))
                            }, isMarked: true),
                    ]))
        ),
        (
            "heat",
            .heatMap(
                .init(
                    columnTitle: "Fields known", rows: [hostile, "sex"], columns: ["1", "2"],
                    cells: [
                        [at(0, "uniqueness"), at(2, "uniqueness")], [at(1, "uniqueness"), nil],
                    ]))
        ),
    ]

    /// The figures of two fields when the second is coarser.
    static let coarser = PublishedTable(
        name: "changes", title: "Coarser", base: "1,000 records", unit: "records", source: "<file>.csv",
        columns: combinations.columns,
        rows: [
            [
                .text("sex"), .integer(1_000), .integer(500), .integer(0), .share(0), .integer(0), .integer(0),
                .real(0, decimals: 1),
            ],
            [
                .text(hostile + " + sex"), .integer(1_000), .integer(2), .integer(0), .share(0), .integer(30),
                .integer(60), .real(0, decimals: 1),
            ],
        ])

    static let report = Report(
        title: "A title with <tags> & \(hostile)", banner: "Synthetic: <nobody> is real.",
        headlines: ["With \(hostile) known, \(at(2, "uniqueness"), .rough) (\(at(2, "uniqueness"))) are alone."],
        facts: [.init("Tool", "Singleout <0>")],
        sections: [
            Section(
                "Heading <one>", name: "one",
                blocks: [
                    .heading("Inner"), .statement("\(at(1, "uniques")) are withheld, \(at(2, "uniques")) are not."),
                    .list(["First & foremost", "Second"]), .definitions([.init("<term>", "Means <this>.")]),
                    .published(combinations),
                ]
                    + charts.map {
                        .chart(
                            Illustration(
                                name: $0.name, title: "Title of <\($0.name)>", description: "Description & more.",
                                chart: $0.chart, table: "combinations"))
                    }),
            Section(
                "Try", name: "two",
                blocks: [
                    .explorer(
                        Explorer(
                            fields: [hostile, "sex"], unit: "records", start: [0], table: "combinations",
                            rowOfCombination: [nil, 0, 1, 2], isRounded: true, records: "records", k: "k",
                            below: [
                                .init(2, key: "uniques"), .init(5, key: "recordsBelow5"),
                                .init(10, key: "recordsBelow10"),
                            ],
                            coarsenings: [.init(field: 1, names: ["as it is", "<half>"], rows: [[nil, nil, 0, 1]])],
                            coarserTable: "changes")
                    ), .published(coarser),
                ]),
        ])
}
