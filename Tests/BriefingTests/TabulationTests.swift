import Testing

@testable import Briefing

struct TabulationTests {
    @Test func reasonsStandOnceInTheirOrder() {
        let table = Tabulation(
            columns: [.number("A", key: "a"), .number("B", key: "b")],
            rows: [
                [.missing(reason: "second to none"), .integer(1)],
                [.missing(reason: "other"), .missing(reason: "second to none")],
            ])
        #expect(table.reasons() == ["second to none", "other"])
    }

    @Test func aRowOfAnotherLengthTraps() async {
        await #expect(processExitsWith: .failure) {
            _ = Tabulation(columns: [.number("A", key: "a")], rows: [[.integer(1), .integer(2)]])[0]
        }
    }
}
