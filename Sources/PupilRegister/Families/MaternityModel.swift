internal import Statistics

/// Mothers and their children: how many, when, and twins.
struct MaternityModel: Sendable {
    /// A child of a mother.
    struct Child: Sendable {
        let birth: Day
        /// The civil and the academic year of the birth.
        let birthYear: Int
        let cohort: Int
        let sex: Sex
        /// From 1, among the mother's children.
        let order: Int
        let isMultiple: Bool
    }

    let calendar: BirthCalendar
    private let sizes: AliasTable
    private let intervals: IntegerQuantiles
    private let twins: UInt64
    private let triplets: UInt64
    private let sameSex: Chance
    private let boys: Chance

    /// - Parameter years: The academic years in which children may be born.
    init(_ settings: RegisterSettings, years: ClosedRange<Int>) {
        let families = settings.families
        calendar = BirthCalendar(years: years)
        sizes = AliasTable(weights: families.sizes)
        intervals = .logNormal(median: families.medianInterval * 365.25, sigma: families.intervalSigma)
        twins = UInt64(families.twins * 0x1p32)
        triplets = UInt64(families.triplets * 0x1p32)
        // A pair that is not alike is one boy and one girl, so that the share of pairs with one sex is as stated.
        sameSex = Chance(families.sameSexTwins)
        boys = Chance(families.boys)
    }

    /// The births of one mother from her first on.
    func births(from first: Day, using stream: inout RandomStream, _ take: (Child) -> Void) {
        let size = sizes.draw(using: &stream) + 1
        var day = first
        var count = 0
        while count < size {
            if count > 0 {
                let interval = min(max(intervals.value(stream.next()), 300), 5_500)
                day = calendar.day(near: day + interval, using: &stream)
            }
            let bits = stream.next()
            let kind = bits >> 32
            let babies = kind < triplets ? 3 : kind < triplets + twins ? 2 : 1
            let isBoy = boys.happens(bits, 0)
            let date = day.civil
            let cohort = date.month >= 9 ? date.year : date.year - 1
            for baby in 0..<babies {
                count += 1
                var sex: Sex = isBoy ? .male : .female
                if baby > 0 && !sameSex.happens(bits, 1) { sex = baby == 1 ? (isBoy ? .female : .male) : sex }
                take(
                    Child(
                        birth: day, birthYear: date.year, cohort: cohort, sex: sex, order: count,
                        isMultiple: babies > 1))
            }
        }
    }
}
