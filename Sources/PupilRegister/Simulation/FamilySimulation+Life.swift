internal import Statistics

extension FamilySimulation {
    /// Lives the lives of a family: its homes, its children's schools, and the pupils that a census saw.
    ///
    /// - Parameter lives: The family's stream of chance, not used yet; see `prepared`.
    func live(
        _ number: Int, lives: RandomStream, children: ArraySlice<MaternityModel.Child>, scores: ArraySlice<Double>,
        life: inout FamilyScratch, into result: inout SimulatedBlock
    ) {
        guard let eldest = children.first else { return }
        var stream = lives
        let family = draw(number, eldest: eldest, isAlone: children.count == 1, life: &life, using: &stream)
        let firstPupil = result.pupils.count
        var firstDay = lastDay
        for (index, child) in children.enumerated() {
            // Who left school before the first census is a sibling that the register never saw.
            if child.cohort + 18 < settings.firstYear - 1 { continue }
            let place = scores.startIndex + index * AttributeCopula.columns
            guard
                let pupil = pupil(
                    child, of: family, scores: scores[place..<place + AttributeCopula.columns],
                    siblings: result.pupils[firstPupil...], firstEnrolment: result.enrolments.count, life: &life,
                    using: &stream)
            else { continue }
            if life.enrolments.contains(where: { $0.covers(lastCensus) }) { result.onRoll += 1 }
            firstDay = min(firstDay, Day(life.enrolments[0].from))
            result.pupils.append(pupil)
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

    /// The stream of a family that lives soon; the memory that its first draws need is asked for.
    func prepared(_ number: Int) -> RandomStream {
        var stream = RandomStream(settings, .lives, item: number)
        world.mix.prefetch(area: world.homes.interval(of: Int(stream.peek() >> 32)))
        return stream
    }

    /// Draws what the children have in common, and the homes.
    private func draw(
        _ number: Int, eldest: MaternityModel.Child, isAlone: Bool, life: inout FamilyScratch,
        using stream: inout RandomStream
    ) -> FamilyDraw {
        let start = stream.next()
        let position = Int(start >> 32)
        let cohort = eldest.cohort
        let origin = origin(in: world.homes.interval(of: position), firstBirth: cohort, using: &stream)
        let culture = origins.namingGroups[origin]
        var ofNames = RandomStream(settings, .names, item: number)
        names.prefetchSurname(culture, using: &ofNames)
        homes.periods(
            at: position, origin: origin, from: settings.start, to: lastDay, in: world, reach: reach, using: &stream,
            into: &life.home)
        let isStepFamily = !isAlone && chances.stepFamily.happens(start, 0)
        let choices = stream.next()
        let hasOtherHome = isStepFamily && chances.otherHome.happens(choices, 0)
        if hasOtherHome {
            let away = PositionIndex.moved(position, by: (Int((choices >> 16) % 64) - 32) * reach / 8)
            homes.periods(
                at: away, origin: origin, from: settings.start, to: lastDay, in: world, reach: reach, using: &stream,
                into: &life.otherHome)
        }
        let phases = stream.next()
        let surname = names.surname(culture, using: &ofNames)
        return FamilyDraw(
            number: number, origin: origin, firstCohort: cohort, firstBirth: eldest.birth,
            arrival: arrivals.year(of: origin, eldest: cohort, bits: choices), surname: surname,
            otherSurname: isStepFamily ? names.surname(culture, using: &ofNames) : surname,
            isStepFamily: isStepFamily, hasOtherHome: hasOtherHome,
            isAllThrough: chances.allThrough.happens(phases, 0), isMiddle: chances.middle.happens(phases, 1),
            isNursery: chances.nursery.happens(phases, 2), firstOffset: schooling.offset(stream.next()),
            secondOffset: schooling.offset(stream.next()), sectorRank: phases >> 48)
    }

    /// Makes a child's life; `nil` when no census saw the child. The enrolments are left in `life`.
    private func pupil(
        _ child: MaternityModel.Child, of family: FamilyDraw, scores: ArraySlice<Double>,
        siblings: ArraySlice<Pupil>, firstEnrolment: Int, life: inout FamilyScratch, using stream: inout RandomStream
    ) -> Pupil? {
        let traits = stream.next()
        let own = stream.next()
        let first = scores.startIndex
        let need = UInt16.max - copula.rank(scores[first + 2])
        let severity = UInt16(truncatingIfNeeded: own >> 32)
        var marks = marks(of: child, in: family, traits: traits, own: own)
        if needs.isMostSevere(
            settings.schooling.special, need: need, severity: severity, sex: child.sex, year: settings.lastYear)
        {
            marks.insert(.special)
        }
        let cohort = child.cohort
        let culture = origins.namingGroups[family.origin]
        var ofNames = RandomStream(settings, .names, item: (1 << 62) | (family.number << 8) | child.order)
        names.prefetchForename(culture, sex: child.sex, birthYear: child.birthYear, using: &ofNames)
        let career = Career(
            reception: cohort + 5, arrival: marks.contains(.bornAbroad) ? family.arrival : nil,
            isSpecial: marks.contains(.special), isAllThrough: family.isAllThrough, isMiddle: family.isMiddle,
            isNursery: family.isNursery, firstOffset: family.firstOffset, secondOffset: family.secondOffset,
            sectorRank: family.sectorRank)
        schooling.enrolments(
            of: career, homes: marks.contains(.otherHome) ? life.otherHome : life.home, in: world, using: &stream,
            into: &life.enrolments)
        if !isSeen(life.enrolments) { return nil }
        // The language is the family's, so it follows the eldest's cohort.
        let language = languageRank(copula.rank(scores[first]), cohort: family.firstCohort)
        if chances.otherLanguage[family.origin].happens(language, 0) { marks.insert(.otherLanguage) }
        let named = name(
            child, in: family, marks: marks, siblings: siblings, own: own, using: &ofNames)
        return Pupil(
            forename: named.forename, middle: named.middle.first ?? Pupil.noName,
            secondMiddle: named.middle.second ?? Pupil.noName, surname: named.surname,
            family: UInt32(family.number), firstEnrolment: UInt32(firstEnrolment), firstStay: 0,
            enrolments: UInt8(life.enrolments.count), stays: 0, birthOrder: UInt8(child.order),
            origin: UInt8(family.origin), birth: child.birth.compact, marks: marks,
            poverty: copula.rank(scores[first + 1]), need: need, severity: severity,
            absence: copula.rank(scores[first + 3]))
    }

    /// The properties of a child that do not depend on its schools.
    private func marks(
        of child: MaternityModel.Child, in family: FamilyDraw, traits: UInt64, own: UInt64
    ) -> Pupil.Marks {
        var marks: Pupil.Marks = child.sex == .male ? .male : []
        if child.isMultiple { marks.insert(.multiple) }
        // All but the eldest, and the eldest's twin, have another father in a step family.
        if family.isStepFamily && family.firstBirth != child.birth {
            marks.insert(.halfSibling)
            if family.hasOtherHome { marks.insert(.otherHome) }
        }
        // Who is born after the family came is born here.
        if let arrival = family.arrival, child.cohort < arrival { marks.insert(.bornAbroad) }
        if chances.foreignNationality[family.origin].happens(traits, 1) { marks.insert(.foreignNationality) }
        if chances.ethnicityUnknown.happens(traits, 2) {
            marks.insert(.ethnicityUnknown)
            if chances.ethnicityRefused.happens(own, 3) { marks.insert(.ethnicityRefused) }
        }
        if chances.nationalityUnknown.happens(traits, 3) {
            marks.insert(.nationalityUnknown)
            if own & 3 == 0 { marks.insert(.nationalityRefused) }
        }
        if (own >> 4) & 0xF == 0 { marks.insert(.languageBelieved) }
        return marks
    }

    /// Names a child: a forename that no sibling bears, middle names, and mostly the family's surname.
    private func name(
        _ child: MaternityModel.Child, in family: FamilyDraw, marks: Pupil.Marks,
        siblings: ArraySlice<Pupil>, own: UInt64, using stream: inout RandomStream
    ) -> (forename: NameCode, middle: MiddleNames, surname: NameCode) {
        let culture = origins.namingGroups[family.origin]
        var forename = names.forename(culture, sex: child.sex, birthYear: child.birthYear, using: &stream)
        while siblings.contains(where: { $0.forename == forename }) {
            forename = names.forename(culture, sex: child.sex, birthYear: child.birthYear, using: &stream)
        }
        let middle = names.middleNames(culture, sex: child.sex, besides: forename, using: &stream)
        let isHalf = marks.contains(.halfSibling)
        let isOther = (isHalf ? chances.otherSurnameOfHalfSibling : chances.otherSurname).happens(own, 1)
        let surname =
            !isOther ? family.surname : isHalf ? family.otherSurname : names.surname(culture, using: &stream)
        return (forename, middle, surname)
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

    /// Whether a child was on roll in a census of the register.
    private func isSeen(_ enrolments: [Enrolment]) -> Bool {
        enrolments.contains { enrolment in
            (enrolment.to == 0 || Day(enrolment.to) >= settings.start) && censusDays.contains { enrolment.covers($0) }
        }
    }

    /// The origin of a family whose first child is born in an academic year.
    ///
    /// Younger cohorts have more pupils of minority ethnic groups: 31.4 % at primary and 27.9 % at secondary schools in 2016
    /// (Department for Education). A share of the families whose draw goes against the tide is drawn again.
    private func origin(in area: Int, firstBirth: Int, using stream: inout RandomStream) -> Int {
        let origin = world.mix.origin(in: area, using: &stream)
        let years = min(max(firstBirth - 2003, -10), 10)
        let share = years > 0 ? 0.034 * Double(years) : -0.037 * Double(years)
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
