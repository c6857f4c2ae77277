internal import Synchronization

/// The codes of a variable's missing values, all read as one blank.
struct MissingCodes: Sendable {
    enum Code: Hashable {
        case number(Double)
        case text([UInt8])
        /// `.a` to `.z`, by the letter.
        case letter(UInt8)
        /// None: a blank in the file, too.
        case blank
    }

    /// The values with a code that the file declares to mean 'missing'.
    private var declared = 0
    private var first: Code?
    private var areSeveral = false

    /// Values with such a code, where the file tells missing values of the variable apart; otherwise 0.
    var lost: Int { areSeveral ? declared : 0 }

    /// Takes the code of a missing value of a record.
    mutating func take(_ code: Code) {
        if code != .blank { declared += 1 }
        if let first {
            if first != code { areSeveral = true }
        } else {
            first = code
        }
    }
}

/// How many values of some columns were declared missing under several codes, found by who reads the records.
final class LostCodes: Sendable {
    private let columns = Mutex<[Int: Int]>([:])

    /// The values of each column, by its position.
    var found: [Int: Int] { columns.withLock { $0 } }

    /// Says how many values of a column there are.
    func set(_ values: Int, of column: Int) { columns.withLock { $0[column] = values } }
}
