internal import Statistics

/// The order in which the addresses of an area are given out: a walk by a step that visits each once.
struct AddressSteps: Sendable {
    private let count: Int
    private let step: Int
    private let start: Int

    init(addresses: Int, area: Int, settings: RegisterSettings) {
        var stream = RandomStream(settings, .addresses, item: area + 1)
        count = addresses
        start = stream.next(below: addresses)
        var step = stream.next(below: addresses) + 1
        while Self.divisor(step, addresses) != 1 { step += 1 }
        self.step = step
    }

    /// The address that is given out as the one with a number from 0; after the last comes the first again.
    func address(of number: Int) -> Int { (start + number * step) % count }

    private static func divisor(_ one: Int, _ other: Int) -> Int { other == 0 ? one : divisor(other, one % other) }
}
