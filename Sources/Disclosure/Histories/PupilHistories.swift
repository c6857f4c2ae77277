package import Counting
package import Microdata

/// What happened to each pupil, in the order of time.
///
/// A row says that a pupil had an event: the values of some fields. Rows with the same values have the same event. Events of
/// one pupil are ordered by year, where years are known, then by a field of the user's choice, then as the rows stand.
package struct PupilHistories: Sendable, Hashable {
    /// The events of each pupil, in the order of time; the numbers of pupils are the codes of their field.
    let sequences: EventSequences
    /// The year of each event, numbered from 0; empty where years are not known.
    private let years: [UInt32]

    /// The number of pupils with an event.
    package let pupils: Int
    /// The number of rows that are an event of a pupil.
    package var events: Int { sequences.events.count }
    /// The number of different events.
    package let differentEvents: Int
    /// Rows left out because they do not say whose they are.
    package let withoutPupil: Int
    /// Rows left out because a field of the event is missing; always 0 where a missing value is a value like any other.
    package let withoutEvent: Int
    /// The number of years; 0 where they are not known.
    package let yearCount: Int

    /// Collects the events of each pupil.
    ///
    /// - Parameters:
    ///   - identifier: The field that says whose row it is. Rows without it are left out.
    ///   - events: The fields of an event; at least one.
    ///   - order: The field that orders the events of a pupil within a year, smaller numbers and texts first, missing values last.
    ///   - years: The number of each row's year, from 0 and ascending in time.
    ///   - yearCount: The number of years.
    ///   - missing: `category`, or `exclude` to leave rows out that lack a value of the event.
    ///   - threads: The number of threads; all cores when `nil`. The answer does not depend on it.
    /// - Throws: `CountingError`.
    /// - Complexity: O(rows x fields) time. Memory: 8 bytes for each row, 4 more with years or an order, and 24 more for a while
    ///   where an event has several fields.
    package init(
        of identifier: Column, events: [Column], order: Column? = nil, years: CodeArray? = nil, yearCount: Int = 0,
        missing: MissingSemantics = .category, threads: Int? = nil
    ) throws(CountingError) {
        if case .wildcard = missing { throw .wildcardHasNoClasses }
        try Combination.validate(events)
        precondition(identifier.count == events[0].count, "the columns of one table differ in length")
        var numbers: [UInt32]
        let eventCount: Int
        if events.count == 1, missing == .category || events[0].missingCode == nil {
            numbers = events[0].codes.widened()
            eventCount = events[0].cardinality
        } else {
            let classes = try EquivalenceClasses(of: events, missing: missing, threads: threads)
            numbers = classes.classOf
            eventCount = classes.sizes.count
        }
        let (noPupil, noEvent) = (UInt32.max, EquivalenceClasses.excluded)
        var owners = identifier.codes.widened()
        if let code = identifier.missingCode {
            for row in owners.indices where owners[row] == code { owners[row] = noPupil }
        }
        var starts = [UInt32](repeating: 0, count: identifier.cardinality + 1)
        var (withoutPupil, withoutEvent) = (0, 0)
        for row in owners.indices {
            if owners[row] == noPupil {
                withoutPupil += 1
            } else if numbers[row] == noEvent {
                withoutEvent += 1
                owners[row] = noPupil
            } else {
                starts[Int(owners[row]) + 1] += 1
            }
        }
        pupils = starts.reduce(0) { $0 + ($1 > 0 ? 1 : 0) }
        for pupil in 1..<max(starts.count, 1) { starts[pupil] += starts[pupil - 1] }
        self.withoutPupil = withoutPupil
        self.withoutEvent = withoutEvent
        self.yearCount = yearCount
        let rows = Self.inTime(order: order, years: years, yearCount: yearCount)
        var next = starts
        var placed = [UInt32](repeating: 0, count: Int(starts.last ?? 0))
        var placedYears = [UInt32](repeating: 0, count: years == nil ? 0 : placed.count)
        var seen = [Bool](repeating: false, count: eventCount)
        for turn in owners.indices {
            let row = rows.map { Int($0[turn]) } ?? turn
            if owners[row] == noPupil { continue }
            let place = Int(next[Int(owners[row])])
            next[Int(owners[row])] += 1
            placed[place] = numbers[row]
            seen[Int(numbers[row])] = true
            if let years { placedYears[place] = years[row] }
        }
        differentEvents = seen.count { $0 }
        sequences = EventSequences(starts: starts, events: placed, eventCount: eventCount)
        self.years = placedYears
    }

    private init(_ whole: PupilHistories, _ sequences: EventSequences, differentEvents: Int) {
        self.sequences = sequences
        self.differentEvents = differentEvents
        years = []
        yearCount = 0
        pupils = (0..<sequences.count).count { sequences.length(of: $0) > 0 }
        withoutPupil = whole.withoutPupil
        withoutEvent = whole.withoutEvent
    }

    /// What had happened by the end of a year, numbered from 0.
    ///
    /// - Complexity: O(events) time; 4 bytes for each event and pupil.
    package func through(year: Int) -> PupilHistories {
        precondition(year >= 0 && year < yearCount, "the year \(year) of \(yearCount)")
        var starts: [UInt32] = [0]
        starts.reserveCapacity(sequences.starts.count)
        var events: [UInt32] = []
        var seen = [Bool](repeating: false, count: sequences.eventCount)
        for pupil in 0..<sequences.count {
            // The years of a history ascend.
            for place in sequences.places(of: pupil) {
                if years[place] > year { break }
                events.append(sequences.events[place])
                seen[Int(sequences.events[place])] = true
            }
            starts.append(UInt32(events.count))
        }
        return PupilHistories(
            self, EventSequences(starts: starts, events: events, eventCount: sequences.eventCount),
            differentEvents: seen.count { $0 })
    }

    /// The rows by year and then by the field of order; `nil` for the order in which they stand.
    private static func inTime(order: Column?, years: CodeArray?, yearCount: Int) -> [UInt32]? {
        var rows: [UInt32]?
        if let order = order?.withEqualNumbers {
            rows = sorted(nil, by: order.codes.widened(), ranks: ValueOrder(order).ranks)
        }
        if let years {
            let codes = years.widened()
            let ascends = rows == nil && zip(codes, codes.dropFirst()).allSatisfy { $0 <= $1 }
            if !ascends { rows = sorted(rows, by: codes, ranks: (0..<UInt32(yearCount)).map { $0 }) }
        }
        return rows
    }

    /// Rows in the order of what they have, those that have the same as they stood.
    private static func sorted(_ rows: [UInt32]?, by codes: [UInt32], ranks: [UInt32]) -> [UInt32] {
        var places = [Int](repeating: 0, count: ranks.count + 1)
        for code in codes { places[Int(ranks[Int(code)]) + 1] += 1 }
        for rank in 1..<places.count { places[rank] += places[rank - 1] }
        var sorted = [UInt32](repeating: 0, count: codes.count)
        for turn in codes.indices {
            let row = rows?[turn] ?? UInt32(turn)
            let rank = Int(ranks[Int(codes[Int(row)])])
            sorted[places[rank]] = row
            places[rank] += 1
        }
        return sorted
    }
}
