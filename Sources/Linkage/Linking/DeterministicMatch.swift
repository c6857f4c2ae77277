internal import Microdata

/// The match in eight steps, each looser than the one before: a query is matched at the first step at which any record
/// agrees, when it is the only one.
///
/// Steps 1 to 4 ask for the same date of birth, sex and postcode, and for names that agree exactly, by Soundex, in their
/// first two letters, and exactly again with one part of the date different; steps 5 to 8 are the same without the
/// postcode. Fields that are not compared are not asked for; a missing value agrees with nothing.
///
/// Source: the published linkage of pupil and hospital records (Libuy and others, 2021), which names these kinds of
/// agreement; their order here is this program's reading.
struct DeterministicMatch: Sendable {
    static let steps = 8

    let fields: [LinkedField]
    let settings: LinkageSettings
    private let names: [Int]
    private let date: Int
    private let exact: [Int]
    private let postcode: Int?

    init(_ fields: [LinkedField], settings: LinkageSettings) throws(LinkageError) {
        self.fields = fields
        self.settings = settings
        func with(_ comparator: Comparator) -> [Int] { fields.indices.filter { fields[$0].comparator == comparator } }
        names = Array(with(.name).prefix(2))
        exact = with(.exact)
        postcode = with(.postcode).first
        guard names.count == 2, let date = with(.date).first else {
            throw .methodNeeds(method: LinkageMethod.deterministic.rawValue, needed: "two names and a date")
        }
        self.date = date
    }

    /// What becomes of a query.
    func matched(_ query: Int, _ pairs: PairFinder.Pairs) -> LinkedQuery {
        var found: [(step: Int, record: UInt32)] = []
        let places = pairs.list.places(of: query)
        for place in places {
            let record = pairs.list.records[place]
            if let step = step(query, record, pairs.patterns[place]) { found.append((step, record)) }
        }
        found.sort { ($0.step, $0.record) < ($1.step, $1.record) }
        let first = found.count { $0.step == found[0].step }
        let candidates = found.prefix(max(settings.top, settings.shortlist)).map {
            LinkedQuery.Candidate(record: Int($0.record), weight: nil, probability: nil, share: nil, step: $0.step)
        }
        return LinkedQuery(
            candidates: candidates, candidateCount: places.count,
            decision: found.isEmpty ? .unmatched : first == 1 ? .matched : .ambiguous)
    }

    private func step(_ query: Int, _ record: UInt32, _ pattern: UInt32) -> Int? {
        func level(_ field: Int) -> Int { AgreementPatterns.level(pattern, field) }
        guard exact.allSatisfy({ level($0) == 0 }) else { return nil }
        let hasExactNames = names.allSatisfy { level($0) == 0 }
        let base = postcode.map { level($0) == 0 ? 0 : 4 } ?? 0
        if level(date) == 0 {
            if hasExactNames { return base + 1 }
            if names.allSatisfy({ agrees($0, query, record, Self.hasEqualSound) }) { return base + 2 }
            return names.allSatisfy { agrees($0, query, record, Self.hasEqualStart) } ? base + 3 : nil
        }
        return hasExactNames && (1...3).contains(level(date)) ? base + 4 : nil
    }

    private func agrees(
        _ place: Int, _ query: Int, _ record: UInt32, _ rule: (Span<UInt32>, Span<UInt32>) -> Bool
    ) -> Bool {
        let field = fields[place]
        let code = Int(field.codes[Int(record)])
        if field.valueOf[query] == LinkedField.none || field.register.keys[code] == 0 { return false }
        let sample = field.sampleOf[Int(field.valueOf[query])]
        let (own, known) = (field.queries.scalars, field.register.scalars)
        return rule(
            own.span.extracting(field.queries.place(sample)), known.span.extracting(field.register.place(code)))
    }

    private static func hasEqualSound(_ a: Span<UInt32>, _ b: Span<UInt32>) -> Bool {
        let code = Soundex.code(a)
        return code != 0 && code == Soundex.code(b)
    }

    private static func hasEqualStart(_ a: Span<UInt32>, _ b: Span<UInt32>) -> Bool {
        a.count >= 2 && b.count >= 2 && a[0] == b[0] && a[1] == b[1]
    }
}
