internal import PupilRegister

/// Births by date.
enum BirthChecks {
    static func measure(_ census: CensusRecords, _ measurements: inout Measurements) {
        // Whole academic years of birth only, so that every date is as often at risk.
        var byDate = [Int](repeating: 0, count: 13 * 32)
        var byWeekday = [Int](repeating: 0, count: 7)
        var births = 0
        let days = (0...Int(UInt16.max)).map { number in
            let date = number < 36_000 ? Day(number).civil : (0, 0, 0)
            return date.1 * 32 + date.2
        }
        for record in 0..<census.count where (0...11).contains(census.group[record]) {
            let birth = census.birth[record]
            byDate[days[Int(birth)]] += 1
            byWeekday[Day(birth).weekday] += 1
            births += 1
        }
        let mean = Double(births) / 365.25
        for key in measurements.published.keys(after: "births.") where key.contains("-") {
            let parts = key.split(separator: "-").compactMap { Int($0) }
            let count = Double(byDate[parts[0] * 32 + parts[1]])
            if births == 0 {
                measurements.skip("births.\(key)", "there is no such pupil in this register")
            } else {
                measurements.set("births.\(key)", count / mean, error: (1.1 * count).squareRoot() / mean)
            }
        }
        let weekend = Double(byWeekday[5] + byWeekday[6]) / 2
        let week = Double(byWeekday[0..<5].reduce(0, +)) / 5
        if week == 0 {
            measurements.skip("births.weekend", "there is no such pupil in this register")
        } else {
            let error = weekend / week * (1 / max(2 * weekend, 1) + 1 / (5 * week)).squareRoot()
            measurements.set("births.weekend", weekend / week, error: error)
        }
    }
}
