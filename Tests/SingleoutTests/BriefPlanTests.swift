import Testing

@testable import Singleout

struct BriefPlanTests {
    private static func plan(_ change: (inout BriefRequest) -> Void) throws -> BriefPlan {
        var request = BriefRequest()
        request.selection.data = .file("no-such-folder/pupils.csv")
        request.selection.quasiIdentifiers = ["sex", "school"]
        change(&request)
        return try BriefPlan(request, today: 1_764_028_800)
    }

    @Test func defaults() throws {
        let terms = try Self.plan { _ in }.terms()
        #expect(terms.rule == PublicationRule(threshold: 10, base: 5))
        #expect(terms.date.iso == "2025-11-25" && terms.date.text == "25 November 2025")
        #expect(terms.title == "How far records in pupils.csv can be singled out")
    }

    @Test func disclosureNeedsConsent() throws {
        #expect(throws: BriefError.disclosive) { try Self.plan { $0.isControlled = false }.terms() }
        let terms = try Self.plan {
            $0.isControlled = false
            $0.acceptsDisclosure = true
        }.terms()
        #expect(terms.rule == nil)
        // Consent alone changes nothing.
        #expect(try Self.plan { $0.acceptsDisclosure = true }.terms().rule != nil)
    }

    @Test func settingsOutOfRange() {
        for count in [4, 1_001, Int.max] {
            #expect(throws: PlanError.self) { try Self.plan { $0.countThreshold = count } }
        }
        #expect(throws: PlanError.self) { try Self.plan { $0.unit = "" } }
        #expect(throws: PlanError.self) { try Self.plan { $0.period = 16 } }
    }

    @Test(arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "26-01-01", "2026-1-1", "", "today", "2026-11-31"])
    func noDate(text: String) {
        #expect(throws: BriefError.date) { try Self.plan { $0.date = text } }
    }

    /// Every day of 400 years, there and back.
    @Test func daysOfTheCalendar() throws {
        for day in stride(from: 0, to: 146_097, by: 7) {
            let date = BriefDate(secondsSince1970: day * 86_400 + 3_600)
            #expect(date.secondsSince1970 == day * 86_400)
            #expect(BriefDate(date.iso) == date)
        }
        #expect(BriefDate("2024-02-29")?.secondsSince1970 == 1_709_164_800)
    }
}
