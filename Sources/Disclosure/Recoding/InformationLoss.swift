/// What a release loses, for the search of the one that loses least.
public enum InformationLoss: String, Sendable, Hashable, CaseIterable, Codable {
    /// Non-uniform entropy in bits per record: for every field `log2(n_g / n_v)`, where n_v records have the value v and n_g
    /// its group g, and `log2(n / n_v)` for each field of a suppressed record.
    ///
    /// Without suppression it is the sum over the fields of how much their Shannon entropies fall.
    ///
    /// Source: Gionis & Tassa, k-anonymization with minimal loss of information, IEEE TKDE 21:2 (2009) 206-219, section 3.
    case entropy
    /// Discernibility: f for each released record in a class of f, and n for each suppressed one.
    ///
    /// Source: Bayardo & Agrawal, Data privacy through optimal k-anonymization, ICDE 2005, 217-228, eq. 1.
    case discernibility
    /// 1 less precision: the mean over the fields of level / height, and 1 for a suppressed record.
    ///
    /// Source: Sweeney, Achieving k-anonymity privacy protection using generalization and suppression, 2002, definition 5.
    case precision
}
