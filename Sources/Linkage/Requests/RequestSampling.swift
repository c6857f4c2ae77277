internal import Statistics

/// Which children are asked about: pupils of the register, and pupils kept out of it, each at most once in a run.
struct RequestSampling: Sendable {
    private static let purpose: UInt64 = 0x5265_7175_6573_7473

    /// The requests of a run and the register that they meet.
    struct Run: Sendable {
        /// The pupils whose records the register holds, in their order, and whether a pupil is one of them.
        let kept: [UInt32]
        let isKept: [Bool]
        /// The requests, in the order of their months.
        let draws: [RequestDraw]
    }

    private let settings: RequestSettings
    private let pupils: Int
    /// Pupils whose records the register does not hold.
    let absentCount: Int
    /// All other pupils.
    var keptCount: Int { pupils - absentCount }

    /// Finds how many pupils are kept out of the register in every run.
    ///
    /// As many as a run may need, but for once in some hundred million runs: the mean and six standard deviations.
    init(_ settings: RequestSettings, pupils: Int) throws(RequestError) {
        self.settings = settings
        let all = Double(settings.requests)
        let spread = 6 * (all * settings.coverage * (1 - settings.coverage)).squareRoot()
        let present = min(Int((all * settings.coverage + spread).rounded(.up)), settings.requests)
        let absent = min(Int((all * (1 - settings.coverage) + spread).rounded(.up)), settings.requests)
        if present + absent >= pupils {
            throw .tooManyRequests(
                requests: settings.requests, present: present, absent: absent, pupils: pupils)
        }
        self.pupils = pupils
        absentCount = absent
    }

    /// A run, numbered from 0: the pupils who are kept out are drawn anew, as the spread of the runs is too small when all of
    /// them ask about the same absent children.
    func run(_ run: Int, in database: PupilDatabase) -> Run {
        var stream = RandomStream(seed: settings.seed, purpose: Self.purpose, item: UInt64(run) + 1)
        let absent = Self.sample(absentCount, of: pupils, using: &stream).map { UInt32($0) }
        var isKept = [Bool](repeating: true, count: pupils)
        for pupil in absent { isKept[Int(pupil)] = false }
        let kept = (0..<UInt32(pupils)).filter { isKept[Int($0)] }
        let isPresent = (0..<settings.requests).map { _ in stream.chance(settings.coverage) }
        let wanted = isPresent.count { $0 }
        var present = Self.sample(min(wanted, kept.count), of: kept.count, using: &stream).makeIterator()
        var away = Self.sample(min(settings.requests - wanted, absent.count), of: absent.count, using: &stream)
            .makeIterator()
        var draws: [RequestDraw] = []
        draws.reserveCapacity(settings.requests)
        var next = 0
        for month in 0..<settings.months {
            for _ in 0..<settings.requests(in: month) {
                let pupil = isPresent[next] ? present.next().map { kept[$0] } : away.next().map { absent[$0] }
                guard let pupil else { preconditionFailure("more requests than six standard deviations") }
                draws.append(
                    RequestDraw(
                        Int(pupil), month: month, isPresent: isPresent[next], in: database, errors: settings.errors,
                        using: &stream))
                next += 1
            }
        }
        return Run(kept: kept, isKept: isKept, draws: draws)
    }

    /// Different numbers below a bound, in random order: the first steps of a shuffle that moves only what it touches.
    private static func sample(_ count: Int, of bound: Int, using stream: inout RandomStream) -> [Int] {
        var moved: [Int: Int] = [:]
        return (0..<count).map { place in
            let other = place + stream.next(below: bound - place)
            let chosen = moved[other] ?? other
            moved[other] = moved[place] ?? place
            return chosen
        }
    }
}
