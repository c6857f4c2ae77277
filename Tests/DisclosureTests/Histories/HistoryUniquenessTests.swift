import Counting
import Microdata
import Testing

@testable import Disclosure

/// Histories whose figures are published or can be worked out by hand.
struct HistoryUniquenessTests {
    /// Seven pupils and the places where each of them was.
    static let places = ["ABCD", "ACAB", "BCAD", "CBD", "CDA", "AB", "AAD"]

    /// One row for each character, pupil by pupil.
    static func histories(_ texts: [String]) throws -> PupilHistories {
        let rows = texts.enumerated().flatMap { pupil, text in text.map { (pupil: "\(pupil)", event: String($0)) } }
        return try PupilHistories(
            of: Column(name: "pupil", values: rows.map(\.pupil)),
            events: [Column(name: "place", values: rows.map(\.event))])
    }

    private func uniqueness(
        _ texts: [String], known: [Int], matching: HistoryMatching = .set
    ) throws -> HistoryUniqueness {
        HistoryUniqueness(try Self.histories(texts), known: known, matching: matching, threads: 2)
    }

    /// The fewest pupils who share a set of each pupil's, 1 / risk.
    private func sharing(_ found: HistoryUniqueness, known: Int) -> [Double] {
        Self.places.indices.map { pupil in found.risk(of: pupil, known: known).map { 1 / $0 } ?? 0 }
    }

    private func shares(_ found: HistoryUniqueness, known: Int) -> [Double] {
        Self.places.indices.map { pupil in found.share(of: pupil, known: known) ?? -1 }
    }

    private func isNear(_ value: Double, _ expected: Double) -> Bool { abs(value - expected) < 1e-14 }

    /// The published risks of the best two places, as a multiset: 1/3 1/2 1/3 1/3 1/4 1/4 1/2.
    @Test func publishedRisks() throws {
        let found = try uniqueness(Self.places, known: [2])
        #expect(sharing(found, known: 2) == [3, 2, 3, 3, 4, 4, 2])
        let best = try #require(found.known.first?.best)
        #expect(best.highestRisk == 0.5 && best.uniques == 0)
        #expect(isNear(best.meanRisk, 2.5 / 7))
        #expect(found.known[0].share == 0)
    }

    /// Three places as a multiset, by hand. ABCD: ABC is in ACAB and BCAD, ABD and BCD in BCAD, ACD in BCAD and CDA. ACAB: the
    /// sets AAC and AAB are its own (two of four; ABC comes twice). CBD: all of it is in ABCD and BCAD. CDA: in ABCD and BCAD. AB
    /// is known by both its places, which four pupils have. AAD: its only set is its own.
    @Test func threePlacesByHand() throws {
        let found = try uniqueness(Self.places, known: [3])
        #expect(shares(found, known: 3) == [0, 0.5, 0, 0, 0, 0, 1])
        #expect(sharing(found, known: 3) == [2, 1, 2, 3, 3, 4, 1])
        #expect(isNear(found.known[0].share, 1.5 / 7))
        #expect(found.known[0].best?.uniques == 2)
        #expect(found.known[0].method == .exact && found.known[0].interval == nil)
    }

    /// Two places in order.
    ///
    /// ABCD: AB 3 (ABCD, ACAB, AB), AC 2 (ABCD, ACAB), AD 3 (ABCD, BCAD, AAD), BC 2, BD 3 (ABCD, BCAD, CBD), CD 4. ACAB: AC 2,
    /// AA 2 (AAD), AB 3 twice, CA 3, CB 2. BCAD: BC 2, BA 1. CBD: CB 2, CD 4, BD 3. CDA: DA 1. AB 3. AAD: AA 2.
    @Test func orderByHand() throws {
        let found = try uniqueness(Self.places, known: [2], matching: .order)
        #expect(sharing(found, known: 2) == [2, 2, 1, 2, 1, 3, 2])
        // BCAD has one own set of six (BA), CDA one of three (DA).
        #expect(isNear(found.known[0].share, 0.5 / 7))
        #expect(found.known[0].best?.uniques == 2)
    }

    /// Whole histories: as multisets ABCD and BCAD are alike; in order all seven differ.
    @Test func wholeHistories() throws {
        #expect(try uniqueness(Self.places, known: [1]).whole == 5)
        #expect(try uniqueness(Self.places, known: [1], matching: .order).whole == 7)
        // A history within another one is not the same history.
        #expect(try uniqueness(["A", "AA", "AAA", "AAA"], known: [1]).whole == 2)
    }

    /// The event that only one pupil has singles her out, alone and in every set that it belongs to.
    @Test func oneOwnEvent() throws {
        let found = try uniqueness(["ABX", "AB", "BA"], known: [1, 2, 3])
        // X is one of three places; two of three pairs hold X.
        #expect(isNear(found.share(of: 0, known: 1) ?? 0, 1 / 3))
        #expect(isNear(found.share(of: 0, known: 2) ?? 0, 2 / 3))
        #expect(found.share(of: 0, known: 3) == 1)
        #expect(found.known.map { $0.best?.uniques } == [1, 1, 1])
        #expect(found.known.map { $0.best?.highestRisk } == [1, 1, 1])
    }

    @Test func edges() throws {
        // One pupil is alone whatever is known.
        let one = try uniqueness(["AAA"], known: [1, 2, 3, 9])
        #expect(one.known.map(\.share) == [1, 1, 1, 1] && one.whole == 1)
        // Pupils who are all alike are never singled out, but by how often.
        let alike = try uniqueness(["AB", "AB", "AB"], known: [1, 2])
        #expect(alike.known.map(\.share) == [0, 0] && alike.whole == 0)
        for known in alike.known { #expect(isNear(known.best?.meanRisk ?? 0, 1 / 3)) }
        let oftener = try uniqueness(["AAA", "AA"], known: [1, 2, 3])
        #expect(oftener.known.map(\.share) == [0, 0, 0.5])
        let different = try uniqueness(["AB", "CD", "EF"], known: [1])
        #expect(different.known[0].share == 1 && different.differentEvents == 6 && different.longest == 2)
    }

    /// Rows in any order, ordered by a field; missing values stand last.
    @Test func orderOfEvents() throws {
        func histories(_ rows: [(String?, String?, String?)], _ missing: MissingSemantics = .category) throws
            -> PupilHistories
        {
            try PupilHistories(
                of: Column(name: "pupil", values: rows.map(\.0)),
                events: [Column(name: "school", values: rows.map(\.1))],
                order: Column(name: "from", values: rows.map(\.2)), missing: missing)
        }
        let rows: [(String?, String?, String?)] = [
            ("x", "B", "2012-01-01"), ("y", "A", nil), ("x", "A", "2011-09-01"), ("y", "B", "2015-01-01"),
            (nil, "A", "2010-01-01"), ("z", nil, "2010-01-01"),
        ]
        let found = try histories(rows)
        // B is event 0, A is 1. x: A then B; y: B then A, as the missing date is last; z: an event without a school.
        #expect(found.sequences.events == [1, 0, 0, 1, 2])
        #expect(found.pupils == 3 && found.events == 5 && found.withoutPupil == 1 && found.withoutEvent == 0)
        let order = HistoryUniqueness(found, known: [2], matching: .order)
        #expect(order.known[0].share == 1)
        let set = HistoryUniqueness(found, known: [2], matching: .set)
        #expect(isNear(set.known[0].share, 1 / 3))
        let complete = try histories(rows, .exclude)
        #expect(complete.pupils == 2 && complete.withoutEvent == 1 && complete.events == 4)
    }

    /// Two years: with the first x and y are alike, with the second they are not; z comes in the second year only.
    @Test func growth() throws {
        let rows = [("x", "A", 0), ("y", "A", 0), ("x", "B", 1), ("y", "C", 1), ("z", "B", 1)]
        let whole = try PupilHistories(
            of: Column(name: "pupil", values: rows.map(\.0)), events: [Column(name: "school", values: rows.map(\.1))],
            years: CodeArray(narrowing: rows.map { UInt32($0.2) }, cardinality: 2), yearCount: 2)
        let first = whole.through(year: 0)
        #expect(first.pupils == 2 && first.events == 2 && first.differentEvents == 1)
        let early = HistoryUniqueness(first, known: [1, 2], matching: .set)
        #expect(early.whole == 0 && early.known.map(\.share) == [0, 0])
        let late = HistoryUniqueness(whole.through(year: 1), known: [1, 2], matching: .set)
        let all = HistoryUniqueness(whole, known: [1, 2], matching: .set)
        #expect(late.known == all.known && late.whole == all.whole && late.whole == 3)
        // One event: x has none of her own, y one of two, z none. Two: x and y are alone; z has one event, which x has too.
        #expect(isNear(all.known[0].share, 0.5 / 3) && isNear(all.known[1].share, 2 / 3))
    }

    /// Events of several fields are different where any of the fields is.
    @Test func severalFields() throws {
        let rows = [("x", "A", "1"), ("y", "A", "2"), ("z", "A", "1")]
        let found = try PupilHistories(
            of: Column(name: "pupil", values: rows.map(\.0)),
            events: [
                Column(name: "school", values: rows.map(\.1)), Column(name: "class", values: rows.map(\.2)),
            ])
        #expect(found.differentEvents == 2)
        #expect(HistoryUniqueness(found, known: [1], matching: .set).whole == 1)
    }

    @Test func mistakes() throws {
        let column = Column(name: "pupil", values: ["x"])
        #expect(throws: CountingError.noFields) { try PupilHistories(of: column, events: []) }
        #expect(throws: CountingError.repeatedField("pupil")) {
            try PupilHistories(of: column, events: [column, column])
        }
        #expect(throws: CountingError.wildcardHasNoClasses) {
            try PupilHistories(of: column, events: [column], missing: .wildcard(alpha: 1))
        }
    }

    /// Long histories have too many sets to look at all of them, and then a sample is.
    @Test func whatIsExact() {
        // 8 million pupils with up to six events.
        let census = [0, 1_000_000, 1_000_000, 1_000_000, 1_000_000, 1_000_000, 8_000_000]
        #expect(KnownPoints.levels(census, upTo: 6) == 6)
        // 1,000 pupils with 200 events each: 1.3 million sets of three, 64.7 million of four, 2.5 billion of five.
        var long = [Int](repeating: 0, count: 201)
        long[200] = 1_000
        #expect(KnownPoints.levels(long, upTo: 5) == 3)
        long[200] = 10
        #expect(KnownPoints.levels(long, upTo: 5) == 4)
        long[200] = 1_000_000
        #expect(KnownPoints.levels(long, upTo: 3) == 2)
    }
}
