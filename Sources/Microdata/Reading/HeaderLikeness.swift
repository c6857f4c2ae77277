/// Whether a line that was taken for the header is one, or the first record of a file without a header.
///
/// Years, ranks and codes are names of columns too, so a number is never enough: it takes a form that only a person's values have,
/// in the name and in the column below it.
enum HeaderLikeness: Hashable {
    case header
    /// Several names occur among the values of their columns.
    case doubtful
    /// A name and the values of its column have one form, which names of columns do not have.
    case record

    /// The records that are looked at.
    static let records = 20
    /// The share of the values in a column that must have a form.
    private static let least = 0.8

    /// The judgement on names, by the first records below them; only those with as many fields count.
    init(of names: [String], above records: [[String]]) {
        let rows = records.filter { $0.count == names.count }
        let numbers = names.compactMap { Double(decimal: $0) }
        // Years and ranks of a table in wide form are in order; the values of a person are rarely.
        let areRanks =
            zip(numbers, numbers.dropFirst()).allSatisfy(<) || zip(numbers, numbers.dropFirst()).allSatisfy(>)
        let areCodes = names.count { PersonalForm.isCode($0) } > max(2, names.count / 2)
        var (found, named) = (0, 0)
        for (column, name) in names.enumerated() where !name.isEmpty {
            named += 1
            let values = rows.map { $0[column] }.filter { !$0.isEmpty }
            func share(_ isLike: (String) -> Bool) -> Bool {
                !values.isEmpty && Double(values.count(where: isLike)) >= Self.least * Double(values.count)
            }
            if let form = PersonalForm(name), form != .number || !areCodes, share({ PersonalForm.fits($0, form, name) })
            {
                self = .record
                return
            }
            if Double(decimal: name) != nil, numbers.count > 2 {
                if !areRanks, share({ Double(decimal: $0) != nil }) { found += 1 }
            } else if values.contains(name), Set(values).count > 1 {
                found += 1
            }
        }
        self = found > 1 && found * 2 >= named ? .doubtful : .header
    }
}
