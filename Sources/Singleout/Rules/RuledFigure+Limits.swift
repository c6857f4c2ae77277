import Microdata

extension RuledFigure {
    /// The limits that rules can have, a sentence each, for help: those of most figures last, as those of the others.
    package static var limitListing: String {
        let ranges = all.map(\.limits).reduce(into: [NumberRange<Double>]()) { if !$0.contains($1) { $0.append($1) } }
        let named = ranges.map { range in (range: range, names: all.filter { $0.limits == range }.map(\.name)) }
            .sorted { $0.names.count < $1.names.count }
        let parts = named.map { part in
            "For \(part.names == named.last?.names ? "the others" : Wording.list(part.names)) the number is \(part.range.words)."
        }
        return parts.joined(separator: " ")
    }
}
