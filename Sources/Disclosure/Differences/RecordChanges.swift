internal import Microdata

/// Which records of one release are in the other, by a field that names persons.
package struct RecordChanges: Sendable, Hashable {
    /// Persons in A and not in B.
    package let dropped: Int
    /// Persons in B and not in A.
    package let added: Int
    /// Persons in both who have other values in a compared field.
    package let changed: Int
    /// Persons in both who have the same values.
    package let same: Int
    /// Records without an identifier, of A and of B; they are not compared.
    package let withoutIdentifier: [Int]
    /// Records whose identifier other records of the same file have too, of A and of B; they are not compared.
    package let repeated: [Int]

    /// - Parameters:
    ///   - identifiers: The identifiers of A and then of B, in terms of one dictionary.
    ///   - classes: The class of each of these records by the compared fields.
    ///   - before: The number of records of A.
    init(_ identifiers: Column, classes: [UInt32], before: Int) {
        let (none, several) = (UInt32.max, UInt32.max - 1)
        var holders = [[UInt32]](repeating: .init(repeating: none, count: identifiers.cardinality), count: 2)
        var (missing, repeated) = ([0, 0], [0, 0])
        for record in 0..<identifiers.count {
            let file = record < before ? 0 : 1
            let code = identifiers.codes[record]
            if code == identifiers.missingCode {
                missing[file] += 1
                continue
            }
            let holder = holders[file][Int(code)]
            if holder == none {
                holders[file][Int(code)] = UInt32(record)
            } else {
                // The first of them was taken for the only one.
                repeated[file] += holder == several ? 1 : 2
                holders[file][Int(code)] = several
            }
        }
        var (dropped, added, changed, same) = (0, 0, 0, 0)
        for (first, second) in zip(holders[0], holders[1]) where first != several && second != several {
            switch (first == none, second == none) {
            case (true, true): break
            case (false, true): dropped += 1
            case (true, false): added += 1
            case (false, false):
                if classes[Int(first)] == classes[Int(second)] { same += 1 } else { changed += 1 }
            }
        }
        self.dropped = dropped
        self.added = added
        self.changed = changed
        self.same = same
        withoutIdentifier = missing
        self.repeated = repeated
    }
}
