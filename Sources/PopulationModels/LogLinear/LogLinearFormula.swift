internal import Microdata

/// Which fields interact in a log-linear model.
///
/// Fields are categories, so an interaction spans every function of its fields, their main effects among them: the model is
/// given by its largest interactions, and `a:b` is the same model as `a*b`.
package struct LogLinearFormula: Sendable, Hashable {
    /// The terms beside the constant: sets of places of fields, without repetition.
    package let terms: Set<Set<Int>>
    /// How the formula was given.
    package let text: String

    /// Every term up to so many fields: 1 for independence, 2 for all two-way interactions.
    ///
    /// - Parameters:
    ///   - order: At least 1.
    ///   - fields: The number of fields, at least 1.
    ///   - text: How the formula was given.
    package init(order: Int, fields: Int, text: String) {
        terms = Self.subsets(of: Array(0..<fields), upTo: order)
        self.text = text
    }

    /// Every field alone, and every part of the given sets.
    init(interactions: [Set<Int>], fields: Int, names: [String]) {
        var terms: Set<Set<Int>> = Set((0..<fields).map { [$0] })
        for interaction in interactions {
            terms.formUnion(Self.subsets(of: interaction.sorted(), upTo: interaction.count))
        }
        self.terms = terms
        let inside = interactions.reduce(into: Set<Int>()) { $0.formUnion($1) }
        text =
            (interactions.map { $0.sorted().map { names[$0] }.joined(separator: "*") }
            + (0..<fields).filter { !inside.contains($0) }.map { names[$0] }).joined(separator: " + ")
    }

    /// Reads a formula: fields with `+` between terms, and `*` or `:` between fields that interact; a name in quotes may hold
    /// these.
    ///
    /// A field that is not named has the same number of records for each of its values. The keywords are `independence`, `all2way` and `all3way`.
    ///
    /// - Parameters:
    ///   - text: The formula.
    ///   - names: The fields, in the order of their places.
    /// - Throws: `formula(place:expected:)` or `formulaField`.
    package init(_ text: String, names: [String]) throws(EstimationError) {
        let orders = ["independence": 1, "all2way": 2, "all3way": 3]
        if let order = orders[text] {
            self.init(order: order, fields: names.count, text: text)
            return
        }
        guard let parts = NamePart.parts(of: text, separators: ["+", "*", ":"]) else {
            throw .formula(place: text.count, expected: "the end of a name in quotes")
        }
        let known = Set(names)
        var terms: Set<Set<Int>> = []
        var term: [Int] = []
        var at = 1
        for part in parts {
            let name = part.name(among: known) ?? ""
            if name.isEmpty { throw .formula(place: at, expected: "the name of a field") }
            guard let place = names.firstIndex(of: name) else {
                throw .formulaField(name: name, nearest: NearestName.to(name, among: names))
            }
            if term.contains(place) { throw .formula(place: at, expected: "another field than before in this term") }
            term.append(place)
            if part.end != "*" && part.end != ":" {
                terms.formUnion(Self.subsets(of: term, upTo: term.count))
                term = []
            }
            at += part.text.count + 1
        }
        self.init(terms: terms, text: text)
    }

    private init(terms: Set<Set<Int>>, text: String) {
        self.terms = terms
        self.text = text
    }

    /// The terms that are part of no other, in a fixed order.
    var generators: [[Int]] {
        terms.filter { term in !terms.contains { $0.count > term.count && $0.isSuperset(of: term) } }
            .map { $0.sorted() }.sorted { ($0.count, $0.description) < ($1.count, $1.description) }
    }

    private static func subsets(of places: [Int], upTo order: Int) -> Set<Set<Int>> {
        var sets: Set<Set<Int>> = []
        func extend(_ set: Set<Int>, from start: Int) {
            if !set.isEmpty { sets.insert(set) }
            if set.count == order { return }
            for index in start..<places.count { extend(set.union([places[index]]), from: index + 1) }
        }
        extend([], from: 0)
        return sets
    }
}
