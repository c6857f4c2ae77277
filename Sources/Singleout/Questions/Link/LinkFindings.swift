public import Briefing
package import Linkage
import PupilRegister

/// What `link` finds: how many queries have a clear match in a register, and how right these are.
public struct LinkFindings: ShapedFindings, RecordListing {
    /// What was asked, as far as the answer repeats it.
    struct Asked: Sendable {
        /// The path of the queries.
        let queries: String
        /// The path of the register.
        let register: String
        /// The fields, and how each is compared.
        let comparisons: [(field: String, comparator: Comparator)]
        /// How the files are linked.
        let settings: LinkageSettings
    }

    /// The name and version of the JSON output.
    public static let schema = "singleout.link/1"
    static let noTruth = "the truth is not known (--truth-field)"
    static let noMatches = "no match is clear"
    static let noControl = "every query is about a person in the register"

    /// What was asked for.
    let asked: Asked
    /// What was found.
    package let linkage: RecordLinkage

    /// The marks of the queries and of the register, where these are files of a synthetic register.
    let synthetic: (queries: SyntheticMark?, register: SyntheticMark?)

    /// A row per query and candidate, by their places in the files, counted from 1; a query without candidates has one.
    public var recordTabulation: Tabulation {
        let rows = linkage.queries.indices.flatMap { query in
            let count = linkage.queries[query].candidates.count
            return count == 0 ? [(query, -1)] : (0..<count).map { (query, $0) }
        }
        let queries = linkage.queries
        let none = "no candidate"
        let noWeight = "this method does not weigh"
        return Tabulation(
            columns: [
                Figure.query.column(), Figure.decision.words(), Figure.candidateRank.column(),
                Figure.candidate.column(), Figure.pairWeight.column(),
                Figure.pairProbability.column(),
                Figure.candidateProbability.column(), Figure.matchStep.column(),
            ], count: rows.count
        ) { row in
            let (query, rank) = rows[row]
            let decision = Cell.text(queries[query].decision.rawValue)
            if rank < 0 {
                return [.integer(query + 1), decision] + Array(repeating: .missing(reason: none), count: 6)
            }
            let candidate = queries[query].candidates[rank]
            func real(_ value: Double?) -> Cell {
                value.map { .real($0, decimals: 6) } ?? .missing(reason: noWeight)
            }
            return [
                .integer(query + 1), decision, .integer(rank + 1), .integer(candidate.record + 1),
                real(candidate.weight), real(candidate.probability), real(candidate.share),
                candidate.step.map(Cell.integer) ?? .missing(reason: "this method has no steps"),
            ]
        }
    }
}
