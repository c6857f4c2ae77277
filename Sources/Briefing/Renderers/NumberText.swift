/// Numbers as a person reads them: thousands separators, a fixed number of decimals, percentages that never mislead.
public enum NumberText {
    /// A count with a comma between thousands, as in `1,234,567`.
    public static func integer(_ value: Int) -> String {
        (value < 0 ? "-" : "") + grouped(String(value.magnitude))
    }

    /// A finite number rounded to `decimals` in `[0, 9]`, halves away from zero, with a comma between thousands.
    public static func real(_ value: Double, decimals: Int) -> String {
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
    public static func share(_ value: Double) -> String {
        let text = real(value * 100, decimals: 1)
        if text == "0.0", value > 0 { return "<0.1 %" }
        if text == "100.0", value < 1 { return ">99.9 %" }
        return text + " %"
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
