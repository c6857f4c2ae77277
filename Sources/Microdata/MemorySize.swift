import Foundation

/// A number of bytes of memory, as people write it: `2G`, `512M`, `1.5 GiB`; units are powers of 1,024.
public struct MemorySize: Sendable, Hashable, Codable {
    /// The number of bytes.
    public let bytes: Int

    /// So many bytes.
    public init(_ bytes: Int) { self.bytes = bytes }

    /// The number of bytes that a text says: a positive number and `K`, `M`, `G` or `T`, with or without `B` or `iB`.
    public init?(_ text: String) {
        let trimmed = text.filter { $0 != " " }.uppercased()
        let digits = trimmed.prefix { $0.isASCII && $0.isNumber || $0 == "." }
        let unit = trimmed.dropFirst(digits.count)
        guard let number = Double(digits),
            let power = ["", "K", "M", "G", "T"].firstIndex(where: { [$0, $0 + "B", $0 + "IB"].contains(unit) })
        else { return nil }
        let bytes = number * Foundation.pow(1024, Double(power))
        guard bytes >= 1, bytes < 0x1p60 else { return nil }
        self.bytes = Int(bytes)
    }
}

extension MemorySize: CustomStringConvertible {
    /// One decimal place in the largest unit that is not more than the number: `1.5 GiB`.
    public var description: String {
        var (number, unit) = (Double(bytes), 0)
        while number >= 1024, unit < 4 { (number, unit) = (number / 1024, unit + 1) }
        if unit == 0 { return "\(bytes) bytes" }
        return String(format: "%.1f ", number) + ["", "KiB", "MiB", "GiB", "TiB"][unit]
    }
}
