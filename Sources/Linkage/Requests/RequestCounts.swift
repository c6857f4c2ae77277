/// What became of some requests; counts of them add up.
package struct RequestCounts: Sendable, Hashable {
    /// People asked about.
    package var requests = 0
    /// Of them, pupils who are in the register.
    package var present = 0
    /// Requests with a clear match: somebody's record is returned.
    package var matched = 0
    /// Clear matches with the child asked about.
    package var right = 0
    /// Clear matches with another child.
    package var wrong = 0
    /// Of these, brothers and sisters of the child asked about.
    package var wrongSibling = 0
    /// Wrong matches of requests about nobody in the register.
    package var wrongAbsent = 0
    /// Requests whose child is in the register as far as one can tell, and it is not clear which record it is.
    package var ambiguous = 0
    /// Right matches whose recorded address is another than the one that the requester knew.
    package var newerAddress = 0
    /// Brothers and sisters at the address of a returned record, who are thereby found too.
    package var siblingsSameAddress = 0
    /// Brothers and sisters of a returned record at another address.
    package var siblingsOtherAddress = 0
    /// Addresses of returned records; at least one adult lives at each.
    package var addresses = 0
    /// Sums over the requests of the squares of the counts that can be above 1 for one of them: siblings at the same address
    /// and at another, addresses, and children reached.
    private var squares = Squares()

    /// Nothing yet.
    package init() {}

    /// Children who are found by a returned record: the pupil and the brothers and sisters.
    package var reached: Int { matched + siblingsSameAddress + siblingsOtherAddress }

    /// Adds other counts.
    package mutating func add(_ other: RequestCounts) {
        for count in Self.all { self[keyPath: count] += other[keyPath: count] }
        squares.same += other.squares.same
        squares.other += other.squares.other
        squares.addresses += other.squares.addresses
        squares.reached += other.squares.reached
    }

    /// Notes the squares of counts that are those of one request.
    mutating func setSquares() {
        squares = Squares(
            same: siblingsSameAddress * siblingsSameAddress, other: siblingsOtherAddress * siblingsOtherAddress,
            addresses: addresses * addresses, reached: reached * reached)
    }

    /// The sum over the requests of the squares of a count; for a count of at most 1 per request that is the count.
    func squares(of count: KeyPath<RequestCounts, Int>) -> Int {
        Self.square(of: count).map { squares[keyPath: $0] } ?? self[keyPath: count]
    }

    /// Whether a count is at most 1 for each request.
    static func isOncePerRequest(_ count: KeyPath<RequestCounts, Int>) -> Bool { square(of: count) == nil }

    private struct Squares: Sendable, Hashable {
        var same = 0
        var other = 0
        var addresses = 0
        var reached = 0
    }

    private static func square(of count: KeyPath<RequestCounts, Int>) -> WritableKeyPath<Squares, Int>? {
        switch count {
        case \.siblingsSameAddress: \.same
        case \.siblingsOtherAddress: \.other
        case \.addresses: \.addresses
        case \.reached: \.reached
        default: nil
        }
    }

    private static let all: [any WritableKeyPath<RequestCounts, Int> & Sendable] = [
        \.requests, \.present, \.matched, \.right, \.wrong, \.wrongSibling, \.wrongAbsent, \.ambiguous, \.newerAddress,
        \.siblingsSameAddress, \.siblingsOtherAddress, \.addresses,
    ]
}
