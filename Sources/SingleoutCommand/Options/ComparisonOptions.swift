public import ArgumentParser
import Singleout

extension TextMatching: ExpressibleByArgument {}

/// When texts of two files are the same value.
struct MatchTextOptions: ParsableArguments {
    @Option(.matchText) var matchText: TextMatching?
}

/// Whether files may have no values in common.
struct DisjointOptions: ParsableArguments {
    @Flag(.allowDisjoint) var allowDisjoint: Bool
}

/// How fields of several files are compared.
struct ComparisonOptions: ParsableArguments {
    @OptionGroup(.data) var text: MatchTextOptions
    @OptionGroup(.run) var values: DisjointOptions

    /// What was asked for.
    var comparing: Comparing {
        var comparing = Comparing()
        comparing.matching = text.matchText
        comparing.allowsDisjoint = values.allowDisjoint
        return comparing
    }
}
