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
    let homes: HomeModel
    let schooling: SchoolingModel
    let needs: NeedModel
    let copula: AttributeCopula
    let censusDays: [Day]
    let lastDay: Day
    let lastCensus: Day
    private let lastBirth: Day
    /// The length, on the line of homes, of the usual area times the reach of a move.
    let reach: Int
    let chances: LifeChances
    let arrivals: Arrivals
    /// Whether an origin belongs to the largest ethnic group.
    let isMajority: [Bool]

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
        lastCensus = SchoolCalendar(settings.lastYear - 1).springCensus
        // Who is born later does not become three years old in the last academic year.
        lastBirth = Day(settings.lastYear - 1 - 2, 8, 31)
        reach = Int(Double((1 << 32) / world.areas.count) * settings.homes.nearReach)
        chances = LifeChances(settings, origins: origins)
        arrivals = Arrivals(origins)
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
            if let last = one.last, last.cohort + 18 >= settings.firstYear - 1 { children += one }
        }
        starts.append(children.count)
        scores.reserveCapacity(children.count * AttributeCopula.columns)
        for family in 0..<Self.familiesPerBlock {
            appendScores(of: first + family, children: starts[family + 1] - starts[family], to: &scores)
        }
        let correlated = copula.correlate(scores)
        // What is not used takes no memory.
        result.pupils.reserveCapacity(children.count)
        result.enrolments.reserveCapacity(3 * children.count)
        result.stays.reserveCapacity(2 * children.count)
        var life = FamilyScratch()
        let living = (0..<Self.familiesPerBlock).filter { starts[$0] < starts[$0 + 1] }
        var next = prepared(first + (living.first ?? 0))
        for (place, family) in living.enumerated() {
            let lives = next
            if place + 1 < living.count { next = prepared(first + living[place + 1]) }
            live(
                first + family, lives: lives, children: children[starts[family]..<starts[family + 1]],
                scores: correlated[
                    starts[family] * AttributeCopula.columns..<starts[family + 1] * AttributeCopula.columns],
                life: &life, into: &result)
        }
        return result
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
}
