import Singleout

extension CombinationLattice {
    /// Counts the single fields and all fields together in the other way, and stops where the two differ.
    ///
    /// - Returns: The number of combinations that were compared.
    func checkAgainstSingleCounts(of columns: [Column], threads: Int) throws -> Int {
        let compared = entries.filter { $0.fields.count == 1 || $0.fields.count == columns.count }
        for entry in compared {
            let other = try SizeHistogram(counting: entry.fields.map { columns[$0] }, threads: threads)
            try WrongAnswer.unlessEqual(entry.histogram, other, fields: entry.fields.map { fields[$0] })
        }
        return compared.count
    }
}
