/// How far the search came to the person that a query is about.
enum SearchReach: Sendable, Hashable {
    /// Not among the candidates, or not known.
    case none
    /// Among all candidates.
    case candidate
    /// In the short list of the best candidates.
    case shortlisted
}
