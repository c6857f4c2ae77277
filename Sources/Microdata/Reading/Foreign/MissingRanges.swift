/// The values that a file of SPSS states to be missing for a variable.
struct MissingRanges: Sendable {
    private var numbers: [ClosedRange<Double>] = []
    private var texts: [(low: [UInt8], high: [UInt8])] = []

    /// Adds the numbers from one to another.
    mutating func add(from low: Double, to high: Double) {
        if low <= high { numbers.append(low...high) }
    }

    /// Adds the texts from one to another.
    mutating func add(from low: [UInt8], to high: [UInt8]) { texts.append((low, high)) }

    var isEmpty: Bool { numbers.isEmpty && texts.isEmpty }

    func contains(_ number: Double) -> Bool { numbers.contains { $0.contains(number) } }

    func contains(_ text: [UInt8]) -> Bool {
        texts.contains { !text.lexicographicallyPrecedes($0.low) && !$0.high.lexicographicallyPrecedes(text) }
    }
}
