/// Special educational needs: who has one, and whether with a plan or support.
///
/// A pupil has a need while the rank of need, from the severe end, is below the prevalence of sex and year group in the
/// census year. Whether it comes with a plan depends on a severity score, the rank within those with a need blended with
/// an independent one, so that free school meals are not much more common with a plan than with support.
struct NeedModel: Sendable {
    /// What a pupil is provided with.
    enum Provision: Sendable {
        case none
        case support
        case plan
    }

    /// How much of the severity score is the rank of need itself.
    private static let blend = 0.35

    private let firstYear: Int
    private let plan: [Double]
    private let support: [Double]
    private let planByGroup: [Double]
    private let needByGroup: [Double]
    private let boysWithPlan: Double
    private let boysWithSupport: Double
    private let boys: Double

    init(_ settings: RegisterSettings) {
        let years = ParameterTable("years")
        firstYear = years.integers("year")[0]
        plan = years.shares("sen_plan")
        support = years.shares("sen_support")
        let groups = ParameterTable("year_groups")
        planByGroup = groups.numbers("plan")
        needByGroup = groups.numbers("need")
        boysWithPlan = settings.attributes.boysWithPlan
        boysWithSupport = settings.attributes.boysWithSupport
        boys = settings.families.boys
    }

    /// What a pupil is provided with in a census year and year group, as an offset from Reception.
    func provision(of pupil: Pupil, year: Int, yearGroup: Int) -> Provision {
        if pupil.marks.contains(.special) { return .plan }
        let prevalence = prevalence(of: pupil.sex, year: year, yearGroup: yearGroup)
        let rank = (Double(pupil.need) + 0.5) / 65_536
        if rank >= prevalence.need { return .none }
        let score = Self.score(rank / prevalence.need, severity: pupil.severity)
        return score < Self.threshold(prevalence.plan / prevalence.need) ? .plan : .support
    }

    /// Whether a pupil's need is among the most severe, a share of all pupils.
    func isMostSevere(_ share: Double, need: UInt16, severity: UInt16, sex: Sex, year: Int) -> Bool {
        let prevalence = prevalence(of: sex, year: year, yearGroup: 5)
        let rank = (Double(need) + 0.5) / 65_536
        if rank >= prevalence.need { return false }
        let bySex = sex == .male ? boysWithPlan / boys : (1 - boysWithPlan) / (1 - boys)
        return Self.score(rank / prevalence.need, severity: severity)
            < Self.threshold(min(share * bySex / prevalence.need, 1))
    }

    private func prevalence(of sex: Sex, year: Int, yearGroup: Int) -> (need: Double, plan: Double) {
        let row = min(max(year - firstYear, 0), plan.count - 1)
        let group = min(max(yearGroup + 2, 0), planByGroup.count - 1)
        let isBoy = sex == .male
        let all = plan[row] * planByGroup[group] * (isBoy ? boysWithPlan / boys : (1 - boysWithPlan) / (1 - boys))
        let both = (plan[row] + support[row]) * needByGroup[group]
        let other = max(both - plan[row] * planByGroup[group], 0)
        let supported = other * (isBoy ? boysWithSupport / boys : (1 - boysWithSupport) / (1 - boys))
        return (min(all + supported, 1), all)
    }

    private static func score(_ place: Double, severity: UInt16) -> Double {
        blend * place + (1 - blend) * (Double(severity) + 0.5) / 65_536
    }

    /// The value below which a share of the scores lies: the quantile of the sum of two uniform numbers of different length.
    private static func threshold(_ share: Double) -> Double {
        let (short, long) = (min(blend, 1 - blend), max(blend, 1 - blend))
        let corner = short / (2 * long)
        if share <= corner { return (2 * short * long * share).squareRoot() }
        if share >= 1 - corner { return 1 - (2 * short * long * (1 - share)).squareRoot() }
        return share * long + short / 2
    }
}
