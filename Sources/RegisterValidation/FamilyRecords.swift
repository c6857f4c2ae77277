internal import Microdata
internal import PupilRegister

/// The true families of the pupils of a census.
struct FamilyRecords: Sendable {
    /// For each record of the census, the number of the family.
    let family: [UInt32]
    /// From 1, among the mother's children.
    let order: [UInt8]
    let isMultiple: [Bool]
    /// The records of the census in the order of families, and in each of birth.
    let sorted: [UInt32]

    /// Reads the families and finds the pupils of a census in them.
    ///
    /// - Throws: `RegisterError.missingPupils` where a pupil has no family.
    init(_ source: ValidationSource, census: CensusRecords, index: PupilIndex) throws {
        let name = "truth/families"
        let table = try source.table(name, columns: ["pupil_number", "family", "birth_order", "multiple_birth"])
        let serials = try CensusRecords.values(of: table, "pupil_number", in: source, FieldText.serial)
        let families = try table.column(named: "family").codes.widened()
        let orders = try CensusRecords.values(of: table, "birth_order", in: source) { text in
            FieldText.number(text).flatMap { UInt8(exactly: $0) }
        }
        let multiples = try CensusRecords.values(of: table, "multiple_birth", in: source) { text in
            text.elementsEqual([49]) ? true : text.elementsEqual([48]) ? false : nil
        }
        var family = [UInt32](repeating: .max, count: census.count)
        var order = [UInt8](repeating: 0, count: census.count)
        var isMultiple = [Bool](repeating: false, count: census.count)
        for (row, serial) in serials.enumerated() {
            guard let record = index.record(of: serial) else { continue }
            family[record] = families[row]
            order[record] = orders[row]
            isMultiple[record] = multiples[row]
        }
        let missing = family.count { $0 == .max }
        guard missing == 0 else { throw RegisterError.missingPupils(path: table.source, pupils: missing) }
        // Families are numbered by their codes; counting sort, then by order within each.
        var starts = [UInt32](repeating: 0, count: Int(families.max() ?? 0) + 2)
        for number in family { starts[Int(number) + 1] += 1 }
        for number in 1..<starts.count { starts[number] += starts[number - 1] }
        var next = starts
        var sorted = [UInt32](repeating: 0, count: census.count)
        for (record, number) in family.enumerated() {
            sorted[Int(next[Int(number)])] = UInt32(record)
            next[Int(number)] += 1
        }
        for number in 0..<starts.count - 1 where starts[number + 1] - starts[number] > 1 {
            sorted[Int(starts[number])..<Int(starts[number + 1])].sort { order[Int($0)] < order[Int($1)] }
        }
        self.family = family
        self.order = order
        self.isMultiple = isMultiple
        self.sorted = sorted
    }

    /// Calls a function with the records of each family on roll, in the order of birth.
    func forEach(_ body: (ArraySlice<UInt32>) -> Void) {
        var start = 0
        while start < sorted.count {
            var end = start + 1
            let number = family[Int(sorted[start])]
            while end < sorted.count && family[Int(sorted[end])] == number { end += 1 }
            body(sorted[start..<end])
            start = end
        }
    }
}
