internal import Counting

/// Numbers different pairs of numbers by first appearance: by a table of all pairs where few are possible, else by hashing.
struct PairNumbering {
    /// The number of each pair.
    let numbers: [UInt32]
    /// Where each number appears first; their count is the number of different pairs.
    let firsts: [UInt32]

    /// The number of different pairs.
    var count: Int { firsts.count }

    /// Numbers pairs of two lists.
    ///
    /// - Parameters:
    ///   - firstLimit, secondLimit: What all numbers of a list are below.
    /// - Complexity: O(pairs) expected time; 4 bytes for each pair and 4 to 16 for each different one.
    init(_ first: [UInt32], below firstLimit: Int, _ second: [UInt32], below secondLimit: Int) {
        let (domain, overflow) = firstLimit.multipliedReportingOverflow(by: secondLimit)
        if !overflow, domain <= max(1 << 14, first.count * 4) {
            (numbers, firsts) = Self.dense(first, second, width: secondLimit, domain: domain)
        } else {
            (numbers, firsts) = Self.hashed(first, second)
        }
    }

    private static func dense(
        _ first: [UInt32], _ second: [UInt32], width: Int, domain: Int
    ) -> (numbers: [UInt32], firsts: [UInt32]) {
        var table = [UInt32](repeating: .max, count: domain)
        var numbers = [UInt32](repeating: 0, count: first.count)
        var firsts: [UInt32] = []
        let (a, b) = (first.span, second.span)
        var places = table.mutableSpan
        var out = numbers.mutableSpan
        for row in a.indices {
            let place = Int(a[row]) &* width &+ Int(b[row])
            var number = places[place]
            if number == .max {
                number = UInt32(truncatingIfNeeded: firsts.count)
                places[place] = number
                firsts.append(UInt32(truncatingIfNeeded: row))
            }
            out[row] = number
        }
        return (numbers, firsts)
    }

    private static func hashed(_ first: [UInt32], _ second: [UInt32]) -> (numbers: [UInt32], firsts: [UInt32]) {
        var size = 64
        while size < first.count * 2 { size *= 2 }
        var table = [UInt32](repeating: .max, count: size)
        var numbers = [UInt32](repeating: 0, count: first.count)
        var firsts: [UInt32] = []
        let (a, b) = (first.span, second.span)
        var slots = table.mutableSpan
        var out = numbers.mutableSpan
        for row in a.indices {
            let key = (UInt64(a[row]) &<< 32) | UInt64(b[row])
            var slot = Int(truncatingIfNeeded: OpenTable.hash(key) &>> 16) & (size &- 1)
            var number = slots[slot]
            while number != .max {
                let other = Int(firsts[Int(number)])
                if a[other] == a[row], b[other] == b[row] { break }
                slot = (slot &+ 1) & (size &- 1)
                number = slots[slot]
            }
            if number == .max {
                number = UInt32(truncatingIfNeeded: firsts.count)
                slots[slot] = number
                firsts.append(UInt32(truncatingIfNeeded: row))
            }
            out[row] = number
        }
        return (numbers, firsts)
    }
}
