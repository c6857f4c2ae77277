/// Numbers as a person reads them: thousands separators, a fixed number of decimals, percentages that never mislead.
package enum NumberText {
    /// A count with a comma between thousands, as in `1,234,567`.
    package static func integer(_ value: Int) -> String {
        (value < 0 ? "-" : "") + grouped(String(value.magnitude))
    }

    /// A finite number rounded to `decimals` in `[0, 9]`, halves away from zero, with a comma between thousands.
    package static func real(_ value: Double, decimals: Int) -> String {
        precondition(value.isFinite, "a number to show must be finite, not \(value)")
        precondition((0...9).contains(decimals), "decimals must be in [0, 9], not \(decimals)")
        let scale = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
        let scaled = (value.magnitude * scale).rounded()
        // Beyond 2^53 a Double has no decimals left to round.
        guard scaled < 0x1p53 else { return String(describing: value) }
        let digits = String(UInt64(scaled))
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        let sign = value < 0 && scaled > 0 ? "-" : ""
        let whole = grouped(String(padded.dropLast(decimals)))
        return sign + (decimals == 0 ? whole : whole + "." + padded.suffix(decimals))
    }

    /// A finite share in `[0, 1]` as a percentage with one decimal, as in `23.5 %`.
    ///
    /// Only nothing is `0.0 %` and only everything is `100.0 %`: what rounds to them reads `<0.1 %` and `>99.9 %`.
    package static func share(_ value: Double) -> String {
        let text = real(value * 100, decimals: 1)
        if text == "0.0", value > 0 { return "<0.1 %" }
        if text == "100.0", value < 1 { return ">99.9 %" }
        return text + " %"
    }

    /// A share in `[0, 1]` in everyday words, such as `about 9 in 10`; never rounder than it is.
    ///
    /// Tenths are named within two percentage points of them, thirds and quarters within one; what lies between is
    /// `more than 3 in 10`. Only nothing is `none`, only everything `all`.
    package static func rough(_ share: Double) -> String {
        switch share {
        case 0: return "none"
        case 1: return "all"
        case ..<0.001: return "fewer than 1 in 1,000"
        case ..<0.02: return "about 1 in " + integer(whole(1 / share))
        case 0.98...: return "nearly all"
        default: break
        }
        let simple = [(1, 3), (2, 3), (1, 4), (3, 4)].map { ($0, abs(share - Double($0.0) / Double($0.1)), 0.01) }
        let tenths = (1...9).map { (($0, 10), abs(share - Double($0) / 10), 0.02) }
        let near = (simple + tenths).filter { $0.1 <= $0.2 }.min { $0.1 < $1.1 }
        if let near { return near.0 == (5, 10) ? "about half" : "about \(near.0.0) in \(near.0.1)" }
        if share > 0.9 { return "more than 9 in 10" }
        if share < 0.1 { return "about 1 in " + integer(whole(1 / share)) }
        return "more than \(Int(share * 10)) in 10"
    }

    /// Rounded to ones below 20, to fives below 100, to fifties above.
    private static func whole(_ value: Double) -> Int {
        let step = value < 20 ? 1.0 : value < 100 ? 5 : 50
        return Int((value / step).rounded() * step)
    }

    private static func grouped(_ digits: String) -> String {
        var groups: [Substring] = []
        var rest = digits[...]
        while rest.count > 3 {
            groups.append(rest.suffix(3))
            rest = rest.dropLast(3)
        }
        return ([rest] + groups.reversed()).joined(separator: ",")
    }
}
