import Microdata

/// In which year each row was.
struct HistoryYears {
    /// The number of each row's year, ascending in time.
    let codes: CodeArray
    /// What the years are called: a year, or the path of a file.
    let names: [String]

    /// A year for each file.
    ///
    /// - Parameter rows: The rows of each file, in the order of time.
    init(files: [String], rows: [Int]) {
        let codes = zip(rows, 0...).flatMap { rows, file in [UInt32](repeating: UInt32(file), count: rows) }
        self.codes = CodeArray(narrowing: codes, cardinality: files.count)
        names = files
    }

    /// The years of a field of years, or of one of dates that was made as coarse. A row without one is known by the last year.
    ///
    /// - Throws: `HistoriesError` for a field that holds something else, or too many years.
    init(_ years: Column, source: String, limit: Int) throws(HistoriesError) {
        let years = years.withEqualNumbers
        var numbers: [Int?] = []
        var others = 0
        for code in 0..<years.cardinality {
            let text = years.dictionary[code]
            let number = text.utf8.count <= 4 ? Int(text) : nil
            if number == nil, UInt32(code) != years.missingCode { others += 1 }
            numbers.append(UInt32(code) == years.missingCode ? nil : number)
        }
        if others > 0 { throw HistoriesError.notYears(field: years.name, source: source, values: others) }
        let sorted = Set(numbers.compactMap(\.self)).sorted()
        if sorted.count > limit {
            throw HistoriesError.tooManyYears(
                field: years.name, source: source, years: sorted.count, limit: limit)
        }
        let placeOf = Dictionary(uniqueKeysWithValues: zip(sorted, UInt32(0)...))
        let last = UInt32(max(sorted.count - 1, 0))
        let places = numbers.map { $0.flatMap { placeOf[$0] } ?? last }
        codes = CodeArray(
            narrowing: years.codes.widened().map { places[Int($0)] }, cardinality: max(sorted.count, 1))
        names = sorted.isEmpty ? ["no year"] : sorted.map(String.init)
    }
}
