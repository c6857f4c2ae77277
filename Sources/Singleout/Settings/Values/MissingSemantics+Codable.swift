internal import Counting

/// Written as `{"semantics": "wildcard", "alpha": 0.5}`; `alpha` only with wildcards.
extension MissingSemantics: Codable {
    private enum Key: String, CodingKey {
        case semantics
        case alpha
    }

    /// Reads the semantics by name.
    ///
    /// - Throws: `DecodingError` for an unknown name or wildcards without `alpha`.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        let name = try values.decode(MissingName.self, forKey: .semantics)
        self = name.semantics(alpha: name == .wildcard ? try values.decode(Double.self, forKey: .alpha) : 0)
    }

    /// Writes the semantics by name.
    ///
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(name, forKey: .semantics)
        if case .wildcard(let alpha) = self { try values.encode(alpha, forKey: .alpha) }
    }
}
