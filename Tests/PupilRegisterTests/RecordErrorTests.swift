import Statistics
import Testing

@testable import PupilRegister

struct RecordErrorTests {
    /// What errors.csv tells is exactly where the records differ from the truth.
    @Test func everyErrorIsTold() throws {
        let right = try GeneratedFolder.town.get()
        let wrong = try GeneratedFolder.townWithErrors.get()
        var told: [String: Int] = [:]
        for row in try wrong.rows("truth/errors") where row["file"] == "census-2017" {
            told["\(row["pupil_number"] ?? "") \(row["field"] ?? "") \(row["error"] ?? "")", default: 0] += 1
        }
        #expect(told.values.allSatisfy { $0 == 1 })
        var found = Set<String>()
        for (one, other) in zip(try right.rows("census-2017"), try wrong.rows("census-2017")) {
            #expect(one["pupil_number"] == other["pupil_number"])
            let pupil = one["pupil_number"] ?? ""
            func differs(_ column: String) -> Bool { one[column] != other[column] }
            let isExchanged = told["\(pupil) surname exchanged"] != nil
            if isExchanged { found.insert("\(pupil) surname exchanged") }
            for column in ["surname", "forename"] where differs(column) && told["\(pupil) \(column) typing"] != nil {
                found.insert("\(pupil) \(column) typing")
            }
            if differs("surname") || differs("forename") {
                #expect(
                    isExchanged || told["\(pupil) surname typing"] != nil || told["\(pupil) forename typing"] != nil)
            }
            if differs("sex") { found.insert("\(pupil) sex wrong") }
            if differs("date_of_birth") { found.insert("\(pupil) date_of_birth wrong") }
            if told["\(pupil) postcode stale"] != nil {
                found.insert("\(pupil) postcode stale")
            } else {
                #expect(!differs("postcode"))
            }
            if other["sub_building"] == "", told["\(pupil) sub_building missing"] != nil {
                found.insert("\(pupil) sub_building missing")
            }
        }
        #expect(found == Set(told.keys))
    }

    /// Rates within five standard deviations of a binomial count: a chance of less than 1 in 10^5 for a seed, and the seed
    /// is fixed.
    @Test func rates() throws {
        let folder = try GeneratedFolder.townWithErrors.get()
        let rows = Double(try folder.rows("census-2016").count)
        var counts: [String: Double] = [:]
        for row in try folder.rows("truth/errors") where row["file"] == "census-2016" {
            counts["\(row["field"] ?? "") \(row["error"] ?? "")", default: 0] += 1
        }
        let rates = ErrorRates()
        for (error, rate) in [
            ("surname typing", rates.typing), ("forename typing", rates.typing), ("surname exchanged", rates.exchanged),
            ("sex wrong", rates.sex), ("date_of_birth wrong", rates.birthDate),
        ] {
            let expected = rows * rate
            #expect(abs((counts[error] ?? 0) - expected) < 5 * expected.squareRoot() + 1, "\(error)")
        }
        #expect((counts["postcode stale"] ?? 0) > 0 && (counts["sub_building missing"] ?? 0) > 0)
    }

    @Test func withoutErrorsThereIsNoFileOfThem() throws {
        #expect(!(try GeneratedFolder.town.get().names().contains("truth/errors.csv")))
        #expect(try GeneratedFolder.townWithErrors.get().names().contains("truth/errors.csv"))
    }

    @Test func typingErrorsChangeTheName() {
        for bits in (0..<2_000).map({ UInt64($0) &* 0x9e37_79b9_7f4a_7c15 | 1 }) {
            for name in ["Li", "Smith", "Anne", "O", "Smith-Jones"] {
                let wrong = TypingError.apply(bits, to: Array(name.utf8))
                #expect(String(decoding: wrong, as: UTF8.self) != name)
                #expect(abs(wrong.count - name.utf8.count) <= 1)
            }
        }
    }
}
