internal import Statistics

/// Makes families: births, homes, schools and names, each a function of the seed and the family's number alone.
struct FamilySimulation: Sendable {
    /// Families that are made together, and whose normal scores are correlated in one product.
    static let familiesPerBlock = 8_192

    let settings: RegisterSettings
    let world: World
    let origins: Origins
    let names: NameModel
    private let families: FamilyModel
    private let homes: HomeModel
    private let schooling: SchoolingModel
    private let needs: NeedModel
    private let copula: AttributeCopula
    private let censusDays: [Day]
    private let lastDay: Day
    private let lastBirth: Day
    /// The length, on the line of homes, of the usual area times the reach of a move.
    private let reach: Int
    private let chances: Chances
    private let arrivals: Arrivals
    /// Whether an origin belongs to the largest ethnic group.
    private let isMajority: [Bool]

    /// Chances that are compared with random bits.
    private struct Chances {
        let stepFamily: Chance
        let otherHome: Chance
        let otherSurname: Chance
        let otherSurnameOfHalfSibling: Chance
        let allThrough: Chance
        let middle: Chance
        let nursery: Chance
        let ethnicityUnknown: Chance
        let ethnicityRefused: Chance
        let nationalityUnknown: Chance
        let otherLanguage: [Chance]
        let foreignNationality: [Chance]
    }

    init(_ settings: RegisterSettings) throws(RegisterError) {
        let grid = NormalGrid()
        self.settings = settings
        origins = Origins()
        names = NameModel()
        world = World(settings, origins: origins, grid: grid)
        families = FamilyModel(settings)
        homes = HomeModel(settings.homes)
        isMajority = origins.all.map { $0.ethnicity == "WBRI" }
        schooling = SchoolingModel(settings)
        needs = NeedModel(settings)
        copula = try AttributeCopula(settings.attributes, grid: grid)
        censusDays = settings.censusYears.map { SchoolCalendar($0 - 1).springCensus }
        lastDay = SchoolCalendar(settings.lastYear - 1).lastDay
        // Who is born later does not become three years old in the last academic year.
        lastBirth = Day(settings.lastYear - 1 - 2, 8, 31)
        reach = Int(Double((1 << 32) / world.areas.count) * settings.homes.nearReach)
        arrivals = Arrivals(origins)
        let (family, school, attribute) = (settings.families, settings.schooling, settings.attributes)
        chances = Chances(
            stepFamily: Chance(family.stepFamilies), otherHome: Chance(family.otherHome),
            otherSurname: Chance(family.otherSurname),
            otherSurnameOfHalfSibling: Chance(family.otherSurnameOfHalfSibling),
            allThrough: Chance(school.allThrough), middle: Chance(school.middle), nursery: Chance(school.nursery),
            ethnicityUnknown: Chance(attribute.ethnicityUnknown), ethnicityRefused: Chance(attribute.ethnicityRefused),
            nationalityUnknown: Chance(attribute.nationalityUnknown),
            otherLanguage: origins.otherLanguage.map { Chance($0) },
            foreignNationality: origins.foreignNationality.map { Chance($0) })
    }

    /// About how many families a register of these settings has, for the progress.
    var expectedFamilies: Int {
        // Children per family, and the share of their years that the register sees.
        let cohorts = Double(settings.lastYear - settings.firstYear + 34 + FamilyModel.lead - 14)
        return Int(Double(settings.pupilsOnRoll) / 1.72 / 12.6 * cohorts)
    }

    /// Makes the families of a block, numbered from `block * familiesPerBlock`.
    func block(_ block: Int) -> SimulatedBlock {
        var result = SimulatedBlock()
        let first = block * Self.familiesPerBlock
        var children: [MaternityModel.Child] = []
        var starts: [Int] = []
        var one: [MaternityModel.Child] = []
        var scores: [Double] = []
        for family in first..<first + Self.familiesPerBlock {
            starts.append(children.count)
            families.children(of: family, settings: settings, bornBy: lastBirth, into: &one)
            // Only families with a child who may be on roll in the years of the register live in it.
            if let last = one.last, last.birth.academicYear + 18 >= settings.firstYear - 1 { children += one }
        }
        starts.append(children.count)
        scores.reserveCapacity(children.count * AttributeCopula.columns)
        for family in 0..<Self.familiesPerBlock {
            appendScores(of: first + family, children: starts[family + 1] - starts[family], to: &scores)
        }
        let correlated = copula.correlate(scores)
        var life = FamilyLife()
        for family in 0..<Self.familiesPerBlock where starts[family] < starts[family + 1] {
            live(
                family: first + family, children: children[starts[family]..<starts[family + 1]],
                scores: correlated[
                    starts[family] * AttributeCopula.columns..<starts[family + 1] * AttributeCopula.columns],
                life: &life, into: &result)
        }
        return result
    }

    /// Space that families use one after another.
    private struct FamilyLife {
        var home: [HomeModel.Period] = []
        var otherHome: [HomeModel.Period] = []
        var enrolments: [Enrolment] = []
    }

    /// Adds the independent normal scores of a family's children; the first two are the family's.
    private func appendScores(of family: Int, children: Int, to scores: inout [Double]) {
        if children == 0 { return }
        var stream = RandomStream(settings, .recording, item: family)
        let bits = stream.next()
        let grid = copula.grid
        let language = Double(grid.quantile(bits))
        let poverty = Double(grid.quantile(bits >> 32))
        for _ in 0..<children {
            let own = stream.next()
            scores.append(language)
            scores.append(poverty)
            scores.append(Double(grid.quantile(own)))
            scores.append(Double(grid.quantile(own >> 32)))
        }
    }

    private func live(
        family: Int, children: ArraySlice<MaternityModel.Child>, scores: ArraySlice<Double>, life: inout FamilyLife,
        into result: inout SimulatedBlock
    ) {
        guard let eldest = children.first else { return }
        var stream = RandomStream(settings, .lives, item: family)
        let start = stream.next()
        let position = Int(start >> 32)
        let area = world.homes.interval(of: position)
        let origin = origin(in: area, firstBirth: eldest.birth.academicYear, using: &stream)
        let culture = origins.namingGroups[origin]
        homes.periods(
            at: position, origin: origin, from: settings.start, to: lastDay, in: world, reach: reach, using: &stream,
            into: &life.home)
        let isStepFamily = children.count > 1 && chances.stepFamily.happens(start, 0)
        let choices = stream.next()
        let hasOtherHome = isStepFamily && chances.otherHome.happens(choices, 0)
        if hasOtherHome {
            let away = PositionIndex.moved(position, by: (Int(choices >> 16 % 64) - 32) * reach / 8)
            homes.periods(
                at: away, origin: origin, from: settings.start, to: lastDay, in: world, reach: reach, using: &stream,
                into: &life.otherHome)
        }
        let arrival = arrivals.year(of: origin, eldest: eldest.birth.academicYear, bits: choices)
        let choice = stream.next()
        let firstOffset = schooling.offset(stream.next())
        let secondOffset = schooling.offset(stream.next())
        var nameStream = RandomStream(settings, .names, item: family)
        let surname = names.surname(culture, using: &nameStream)
        let otherSurname = isStepFamily ? names.surname(culture, using: &nameStream) : surname
        let firstPupil = result.pupils.count
        var firstDay = lastDay
        for (index, child) in children.enumerated() {
            // Who left school before the first census is a sibling that the register never saw.
            if child.birth.academicYear + 18 < settings.firstYear - 1 { continue }
            let rank = scores[(scores.startIndex + index * AttributeCopula.columns)...]
            let traits = stream.next()
            let own = stream.next()
            var marks: Pupil.Marks = child.sex == .male ? .male : []
            if child.isMultiple { marks.insert(.multiple) }
            // The younger half of a step family has another father; twins stay together.
            if isStepFamily && (child.order > 1 && children[children.startIndex].birth != child.birth) {
                marks.insert(.halfSibling)
                if hasOtherHome { marks.insert(.otherHome) }
            }
            // Who is born after the family came is born here.
            if let arrival, child.birth.academicYear < arrival { marks.insert(.bornAbroad) }
            if chances.foreignNationality[origin].happens(traits, 1) { marks.insert(.foreignNationality) }
            if chances.ethnicityUnknown.happens(traits, 2) {
                marks.insert(.ethnicityUnknown)
                if chances.ethnicityRefused.happens(own, 3) { marks.insert(.ethnicityRefused) }
            }
            if chances.nationalityUnknown.happens(traits, 3) {
                marks.insert(.nationalityUnknown)
                if own & 3 == 0 { marks.insert(.nationalityRefused) }
            }
            let need = UInt16.max - copula.rank(rank[rank.startIndex + 2])
            let severity = UInt16(truncatingIfNeeded: own >> 32)
            let cohort = child.birth.academicYear
            if needs.isMostSevere(
                settings.schooling.special, need: need, severity: severity, sex: child.sex, year: settings.lastYear)
            {
                marks.insert(.special)
            }
            let career = Career(
                reception: cohort + 5,
                arrival: marks.contains(.bornAbroad) ? arrival : nil,
                isSpecial: marks.contains(.special), isAllThrough: chances.allThrough.happens(choice, 0),
                isMiddle: chances.middle.happens(choice, 1), isNursery: chances.nursery.happens(choice, 2),
                firstOffset: firstOffset, secondOffset: secondOffset, sectorRank: choice >> 48)
            let lives = marks.contains(.otherHome) ? life.otherHome : life.home
            schooling.enrolments(
                of: career, homes: lives, in: world, using: &stream, into: &life.enrolments)
            guard let seen = seen(life.enrolments) else { continue }
            result.onRoll += seen.isLast ? 1 : 0
            // The language is the family's: siblings differ only by when the eldest was born.
            let language = languageRank(copula.rank(rank[rank.startIndex]), cohort: eldest.birth.academicYear)
            if chances.otherLanguage[origin].happens(language, 0) { marks.insert(.otherLanguage) }
            if own >> 4 & 0xF == 0 { marks.insert(.languageBelieved) }
            let isOther = (marks.contains(.halfSibling) ? chances.otherSurnameOfHalfSibling : chances.otherSurname)
                .happens(own, 1)
            var childName = RandomStream(settings, .names, item: 1 << 62 | family << 8 | child.order)
            let forename = names.forename(culture, sex: child.sex, birthYear: child.birth.civil.year, using: &childName)
            let middles = names.middleNames(culture, sex: child.sex, besides: forename, using: &childName)
            let ownSurname =
                !isOther
                ? surname
                : marks.contains(.halfSibling) ? otherSurname : names.surname(culture, using: &childName)
            result.pupils.append(
                Pupil(
                    forename: forename, middle: middles.first ?? Pupil.noName,
                    secondMiddle: middles.second ?? Pupil.noName, surname: ownSurname, family: UInt32(family),
                    firstEnrolment: UInt32(result.enrolments.count), firstStay: 0,
                    enrolments: UInt8(life.enrolments.count), stays: 0, birthOrder: UInt8(child.order),
                    origin: UInt8(origin), birth: child.birth.compact, marks: marks,
                    poverty: copula.rank(rank[rank.startIndex + 1]), need: need, severity: severity,
                    absence: copula.rank(rank[rank.startIndex + 3])))
            firstDay = min(firstDay, Day(life.enrolments[0].from))
            result.enrolments += life.enrolments
        }
        if result.pupils.count == firstPupil { return }
        let ofHome = append(life.home, from: firstDay, to: &result)
        let isOther = result.pupils[firstPupil...].contains { $0.marks.contains(.otherHome) }
        let ofOtherHome = isOther ? append(life.otherHome, from: firstDay, to: &result) : ofHome
        for index in firstPupil..<result.pupils.count {
            let stays = result.pupils[index].marks.contains(.otherHome) ? ofOtherHome : ofHome
            result.pupils[index].firstStay = UInt32(stays.lowerBound)
            result.pupils[index].stays = UInt8(min(stays.count, 255))
        }
    }

    /// Adds the stays of a home that matter from a day on, and returns their places.
    private func append(_ periods: [HomeModel.Period], from first: Day, to result: inout SimulatedBlock) -> Range<Int> {
        let start = result.stays.count
        for period in periods where (period.to ?? lastDay) >= first {
            result.stays.append(
                Stay(
                    area: UInt16(period.home.area), address: 0, annexe: 0, isShared: period.isShared,
                    from: period.from.compact, to: period.to?.compact ?? 0))
        }
        return start..<result.stays.count
    }

    /// Whether a child was on roll in a census of the register, and whether in the last.
    private func seen(_ enrolments: [Enrolment]) -> (isLast: Bool, Void)? {
        var isSeen = false
        var isLast = false
        for enrolment in enrolments where enrolment.to == 0 || Day(enrolment.to) >= settings.start {
            for (index, day) in censusDays.enumerated() where enrolment.covers(day) {
                isSeen = true
                if index == censusDays.count - 1 { isLast = true }
            }
        }
        return isSeen ? (isLast, ()) : nil
    }

    /// The origin of a family whose first child is born in an academic year.
    ///
    /// Younger cohorts have more pupils of minority ethnic groups: 31.4 % at primary and 27.9 % at secondary schools in 2016
    /// (Department for Education). A share of the families whose draw goes against the tide is drawn again.
    private func origin(in area: Int, firstBirth: Int, using stream: inout RandomStream) -> Int {
        let origin = world.mix.origin(in: area, using: &stream)
        let years = min(max(firstBirth - 2003, -10), 10)
        let share = years > 0 ? 0.036 * Double(years) : -0.040 * Double(years)
        let isMajority = isMajority[origin]
        if isMajority == (years > 0) && stream.chance(share) {
            return world.mix.origin(in: area, using: &stream)
        }
        return origin
    }

    /// Random bits whose lowest 16 are the rank of language, moved so that younger cohorts speak another language more often.
    private func languageRank(_ rank: UInt16, cohort: Int) -> UInt64 {
        let years = Double(min(max(cohort - 2003, -10), 10))
        return UInt64(min(Double(65_535 - rank) / (1 + 0.018 * years), 65_535))
    }
}
