/// Finds the record of a pupil by the nine digits of the pupil number.
///
/// - Complexity: O(records) time and 12 bytes per record to build, O(1) to ask.
struct PupilIndex: Sendable {
    private let shift: UInt32
    private let starts: [UInt32]
    private let serials: [UInt32]
    private let records: [UInt32]

    /// An index of the numbers of records 0, 1, ..., each below 2^30.
    init(_ numbers: [UInt32]) {
        var shift: UInt32 = 0
        while 1 << (30 - Int(shift)) > 2 * max(numbers.count, 1) { shift += 1 }
        var starts = [UInt32](repeating: 0, count: (1 << (30 - Int(shift))) + 1)
        for number in numbers { starts[Int(number >> shift) + 1] += 1 }
        for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
        var next = starts
        var serials = [UInt32](repeating: 0, count: numbers.count)
        var records = serials
        for (record, number) in numbers.enumerated() {
            let bucket = Int(number >> shift)
            serials[Int(next[bucket])] = number
            records[Int(next[bucket])] = UInt32(record)
            next[bucket] += 1
        }
        self.shift = shift
        self.starts = starts
        self.serials = serials
        self.records = records
    }

    /// The record with a number.
    func record(of number: UInt32) -> Int? {
        let bucket = Int(number >> shift)
        guard bucket + 1 < starts.count else { return nil }
        for place in Int(starts[bucket])..<Int(starts[bucket + 1]) where serials[place] == number {
            return Int(records[place])
        }
        return nil
    }
}
