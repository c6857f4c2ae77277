/// delta-presence: how surely an intruder who knows the population infers that somebody is in the file.
///
/// For each class of the population `delta = f / F`, with f its records in the file and F in the population; 0 for a class that
/// the file has nobody of. A file meets (deltaMin, deltaMax)-presence when all of them are within these bounds.
///
/// Source: Nergiz, Atzori & Clifton, Hiding the presence of individuals from shared databases, SIGMOD 2007, definition 1.
public struct DeltaPresence: Sendable, Hashable {
    /// The smallest f/F, in `[0, 1]`.
    public let lowest: Double
    /// The largest f/F, in `[0, 1]`: the surest that anybody's presence can be.
    public let highest: Double

    /// The bounds of a file within a population; `nil` without population.
    ///
    /// - Complexity: O(different pairs of class sizes) time.
    public init?(_ match: PopulationMatch) {
        var shares = match.entries.map { Double($0.size) / Double($0.populationSize) }
        if match.absentRecords > 0 { shares.append(0) }
        guard let lowest = shares.min(), let highest = shares.max() else { return nil }
        self.lowest = lowest
        self.highest = highest
    }
}
