@testable import PupilRegister

/// What the codebook says about the values of a field, so that it can be checked.
///
/// One of `text`, `whole number`, `ISO date`, `field of the census`, `codes SET` and `form F` or `form F or G`, where a
/// capital A stands for a letter and a 9 for a digit; then, where a value may be empty, `; empty` and when.
struct FieldForm {
    private enum Kind {
        case text
        case wholeNumber
        case date
        case field
        case codes(set: String, Set<String>)
        case forms([[Character]])
    }

    private let kind: Kind
    private let mayBeEmpty: Bool

    /// - Parameter codes: The codes of a set; none where there is no such set.
    init?(_ text: String, codes: (String) -> [String]) {
        let parts = text.split(separator: "; empty", maxSplits: 1)
        guard let first = parts.first else { return nil }
        mayBeEmpty = parts.count == 2
        switch first {
        case "text": kind = .text
        case "whole number": kind = .wholeNumber
        case "ISO date": kind = .date
        case "field of the census": kind = .field
        default:
            let words = first.split(separator: " ", maxSplits: 1).map(String.init)
            if words.count == 2, words[0] == "codes" {
                let known = codes(words[1])
                if known.isEmpty { return nil }
                kind = .codes(set: words[1], Set(known))
            } else if words.count == 2, words[0] == "form" {
                kind = .forms(words[1].split(separator: " or ").map { Array($0) })
            } else {
                return nil
            }
        }
    }

    /// The set of codes that the field uses.
    var codeSet: String? { if case .codes(let set, _) = kind { set } else { nil } }

    func allows(_ value: String) -> Bool {
        if value.isEmpty { return mayBeEmpty }
        return switch kind {
        case .text: true
        case .wholeNumber: value.allSatisfy { ("0"..."9").contains($0) }
        case .date: Self.fits(value, Array("9999-99-99")) && ("1980-01-01"..."2039-12-31").contains(value)
        case .field: Columns.census(Columns.firstYearOfNationality).contains(value)
        case .codes(_, let known): known.contains(value)
        case .forms(let forms): forms.contains { Self.fits(value, $0) }
        }
    }

    private static func fits(_ value: String, _ form: [Character]) -> Bool {
        value.count == form.count
            && zip(value, form).allSatisfy { character, place in
                switch place {
                case "A": ("A"..."Z").contains(character)
                case "9": ("0"..."9").contains(character)
                default: character == place
                }
            }
    }
}
