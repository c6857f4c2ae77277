public import ArgumentParser
import Singleout

extension TextMatching: ExpressibleByArgument {}

/// When texts of two files are the same value.
struct MatchTextOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Text comparison: exact, or folded, which ignores case, accents and spaces. (default: exact)",
            valueName: "exact|folded"))
    var matchText: TextMatching?
}

/// How fields of several files are compared.
struct ComparisonOptions: ParsableArguments {
    @OptionGroup var text: MatchTextOptions

    @Flag(help: "Exit status 0 although a shared field has no or hardly any value in common.")
    var allowDisjoint = false

    /// What was asked for.
    var comparing: Comparing {
        var comparing = Comparing()
        comparing.matching = text.matchText
        comparing.allowsDisjoint = allowDisjoint
        return comparing
    }
}
