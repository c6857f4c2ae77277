/// What a returned record gives away.
struct RequestScoring: Sendable {
    private let database: PupilDatabase
    /// Whether the register holds the record of a pupil.
    private let isKept: [Bool]

    init(_ database: PupilDatabase, isKept: [Bool]) { (self.database, self.isKept) = (database, isKept) }

    /// What became of one request.
    ///
    /// - Parameter record: The pupil whose record matches best; `nil` where there is no candidate.
    func counts(of draw: RequestDraw, _ decision: LinkedQuery.Decision, record: Int?) -> RequestCounts {
        var counts = RequestCounts()
        counts.requests = 1
        counts.present = draw.isPresent ? 1 : 0
        switch decision {
        case .unmatched: break
        case .ambiguous: counts.ambiguous = 1
        case .matched:
            guard let record else { preconditionFailure("a match without a record") }
            counts.matched = 1
            let isRight = record == draw.pupil
            counts.right = isRight ? 1 : 0
            counts.wrong = isRight ? 0 : 1
            counts.wrongAbsent = isRight || draw.isPresent ? 0 : 1
            counts.wrongSibling = !isRight && database.families[record] == database.families[draw.pupil] ? 1 : 0
            let isNewer = draw.hasMoved && database.addresses[record] != draw.knownAddress
            counts.newerAddress = isRight && isNewer ? 1 : 0
            addFamily(of: record, to: &counts)
            counts.setSquares()
        }
        return counts
    }

    /// Counts the brothers and sisters who are in the register, and the addresses of all.
    private func addFamily(of record: Int, to counts: inout RequestCounts) {
        let home = database.addresses[record]
        var addresses = home == 0 ? [] : [home]
        for member in database.family(of: record) where Int(member) != record && isKept[Int(member)] {
            let address = database.addresses[Int(member)]
            if address == home && home != 0 {
                counts.siblingsSameAddress += 1
            } else {
                counts.siblingsOtherAddress += 1
            }
            if address != 0, !addresses.contains(address) { addresses.append(address) }
        }
        counts.addresses = addresses.count
    }
}
