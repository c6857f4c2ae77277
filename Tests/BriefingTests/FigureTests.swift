import Testing

@testable import Briefing

/// Columns and references made of figures.
struct FigureTests {
    private let precision = Figure("precision", "Precision", in: Figure.share, worse: .higher, "Right / all.")
    private let records = Figure("records", "Records", in: "records", "The records of the file.")
    private let lower = Figure("lower", "From", "The lower end of the interval.")

    @Test func columnsBearTheKeyAndTheNameOfTheirFigure() {
        #expect(precision.column() == Tabulation.Column("Precision", key: "precision", .share))
        #expect(records.column() == Tabulation.Column("Records", key: "records", .number))
        #expect(
            records.counts(isShown: false) == Tabulation.Column("Records", key: "records", .integer, isShown: false))
        #expect(precision.words("How right") == Tabulation.Column("How right", key: "precision", .text))
        let perRun = Tabulation.Column.Kind.real(decimals: 1, unit: "per run")
        #expect(precision.column(nil, perRun) == Tabulation.Column("Precision", key: "precision", perRun))
        #expect(CellReference("curve", row: 3, precision).path == "curve/3/precision")
    }

    @Test func figuresBesideOthersNameBoth() {
        let end = precision.with(lower)
        #expect(end.key == "precisionLower" && end.label == "Precision from")
        #expect(end.definition == lower.definition)
        // The end of an interval is not a share by itself: its table says what it is.
        #expect(end.column().kind == .number)
    }

    @Test func figuresOfNumbersAndNamesKeepTheirMeaning() {
        #expect(records.numbered(10).key == "records10" && records.numbered(10).definition == records.definition)
        #expect(records.of("sex").column() == Tabulation.Column("Records: sex", key: "records.sex", .number))
        #expect(precision.explained("right / all") == "Precision, right / all")
    }
}
