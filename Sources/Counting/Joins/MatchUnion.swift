package import Microdata

/// The records of A and of the other files, one file after the other, in terms of shared dictionaries.
package struct MatchUnion: Sendable {
    /// The shared fields.
    package let columns: [Column]
    /// Where each file starts, and the end of the last; A is the first.
    let bounds: [Int]
    /// The identifier of each record, `noIdentifier` where it lacks one; `nil` without identifiers.
    let identifiers: [UInt32]?
    /// Whether each record of A was joined without ambiguity; empty when that does not matter.
    package var joined: [Bool] = []

    static let noIdentifier = UInt32.max

    var records: Int { bounds[bounds.count - 1] }
    var files: Int { bounds.count - 1 }

    /// - Parameters:
    ///   - files: For each file the shared fields in the same order; A is the first.
    ///   - identifiers: The identifier field of each file.
    package init(_ files: [[Column]], identifiers: [Column]?) {
        columns = files[0].indices.map { field in
            Column(union: files.map { $0[field] }, name: files[0][field].name)
        }
        bounds = files.reduce(into: [0]) { bounds, file in bounds.append(bounds[bounds.count - 1] + file[0].count) }
        self.identifiers = identifiers.map { identifiers in
            let union = Column(union: identifiers, name: identifiers[0].name)
            guard let missing = union.missingCode else { return union.codes.widened() }
            return union.codes.widened().map { $0 == missing ? Self.noIdentifier : $0 }
        }
    }

    init(columns: [Column], bounds: [Int], identifiers: [UInt32]?, joined: [Bool]) {
        self.columns = columns
        self.bounds = bounds
        self.identifiers = identifiers
        self.joined = joined
    }

    /// Whether a record of A with exactly one match in each other file can be checked, and is right.
    ///
    /// - Parameters:
    ///   - lasts: For each file the last record of each class.
    ///   - place: Where those of the class are.
    @inline(__always)
    func check(
        _ record: Int, lasts: Cells<UInt32>, at place: Int, identifiers: [UInt32]
    ) -> (canBe: Bool, isRight: Bool) {
        let own = identifiers[record]
        if own == Self.noIdentifier { return (false, false) }
        var isRight = true
        for file in 1..<files {
            let other = identifiers[Int(lasts[place &+ file])]
            if other == Self.noIdentifier { return (false, false) }
            if other != own { isRight = false }
        }
        return (true, isRight)
    }
}
