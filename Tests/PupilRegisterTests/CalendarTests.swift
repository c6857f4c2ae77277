import Testing

@testable import PupilRegister

struct CalendarTests {
    @Test func days() {
        #expect(Day(1980, 1, 1).number == 0 && Day(1980, 1, 1).weekday == 1)
        #expect(Day(2016, 2, 29).civil == (2016, 2, 29))
        #expect(Day(2000, 3, 1) - Day(2000, 2, 28) == 2)
        for number in stride(from: 0, to: 30_000, by: 17) {
            let date = Day(number).civil
            #expect(Day(date.year, date.month, date.day).number == number)
        }
    }

    /// The census days of the Department for Education: 21 January 2016, 19 January 2017.
    @Test func censusDays() {
        #expect(SchoolCalendar(2015).springCensus == Day(2016, 1, 21))
        #expect(SchoolCalendar(2016).springCensus == Day(2017, 1, 19))
        #expect(SchoolCalendar(2015).summerCensus == Day(2016, 5, 19))
    }

    @Test func academicYears() {
        #expect(Day(2016, 8, 31).academicYear == 2015 && Day(2016, 9, 1).academicYear == 2016)
    }

    /// A school year has about 190 days, less the days on which only teachers come.
    @Test(arguments: 2006...2024)
    func sessions(year: Int) {
        let calendar = SchoolCalendar(year)
        let all = calendar.terms.indices.map { calendar.terms[$0] }.reduce(0) { sum, term in
            sum + calendar.sessions(of: term, from: calendar.firstDay, to: calendar.lastDay)
        }
        #expect((366...390).contains(all))
        #expect(calendar.sessions(of: calendar.terms[0], from: calendar.firstDay, to: calendar.firstDay) == 2)
        #expect(calendar.sessions(of: calendar.terms[0], from: calendar.lastDay, to: calendar.lastDay) == 0)
        // Term by day, the same as all at once.
        let term = calendar.terms[1]
        let byDay = (term.days.lowerBound.number...term.days.upperBound.number).reduce(0) {
            $0 + calendar.sessions(of: term, from: Day($1), to: Day($1))
        }
        #expect(byDay == calendar.sessions(of: term, from: calendar.firstDay, to: calendar.lastDay))
    }
}
