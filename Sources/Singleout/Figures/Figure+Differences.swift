internal import Briefing

/// One release subtracted from another.
extension Figure {
    static let differenceKind = Figure(
        "kind", "Kind", "What was subtracted: records (files of records) or tables (published tables).")
    static let files = Figure("files", "Files", "The first file A and the second file B.")
    static let minCell = Figure(
        "minCell", "Smallest count", in: "records", "The smallest count of a cell that is published.")
    static let cellCount = Figure("cells", "Cells", in: "cells", "The cells of the table.")
    static let sensitiveNames = Figure("sensitive", "Sensitive fields", "The fields whose values must not be learned.")
    static let identifiers = Figure(
        "identifiers", "Who changed", "The persons who are in both files, by the field that identifies them.")
    static let dropped = Figure(
        "dropped", "Only in the first file", in: "persons", "The persons of A who are not in B.")
    static let addedPersons = Figure(
        "added", "Only in the second file", in: "persons", "The persons of B who are not in A.")
    static let changedPersons = Figure(
        "changed", "In both, with other values", in: "persons",
        "The persons of both who have another value in a compared field.")
    static let samePersons = Figure(
        "same", "In both, with the same values", in: "persons", "The persons of both who have the same values.")
    static let withoutIdentifier = Figure(
        "withoutIdentifier", "Without an identifier", in: "records",
        "The records of A and of B without an identifier, which are not compared.")
    static let repeatedIdentifiers = Figure(
        "repeated", "With a repeated identifier", in: "records",
        "The records of A and of B whose identifier others of the same file have too, which are not compared.")
    static let differing = Figure(
        "differing", "Records that differ", in: "records",
        "The sum over the cells of all fields together of |a - b|, for a records of A and b of B.")
    static let isolatedByAny = Figure(
        "isolatedByAny", "Isolated by some combination", in: "records", worse: .higher,
        "Those of them that some combination puts in an isolating cell whose differences do not cancel out.")
    static let singleByAny = Figure(
        "singleByAny", "Alone by some combination", in: "records", worse: .higher,
        "Those of them for which it is a cell that differs by this record alone.")
    static let differenceCombinations = Figure(
        "combinations", "Combinations", "What subtraction reveals by each combination of fields.")
    static let cellsOfEither = Figure("cells", "Cells", in: "cells", "The cells with a record in A or B.")
    static let different = Figure("different", "Different", in: "cells", "The cells whose counts differ.")
    static let publishedCells = Figure(
        "published", "Published", in: "cells", "The cells whose counts both reach the smallest count.")
    static let isolating = Figure(
        "isolating", "Isolating", in: "cells", worse: .higher,
        "The cells whose counts both reach the smallest count and differ by fewer.")
    static let isolated = Figure(
        "isolated", "Isolated", in: "records", worse: .higher,
        "The records isolated in them: the sum of the differences.")
    static let single = Figure(
        "single", "Alone", in: "cells", worse: .higher, "The isolating cells that differ by one record.")
    static let excludedOfBoth = Figure(
        "excluded", "Records left out", in: "records",
        "The records of A and of B left out because a value is missing, with --missing exclude.")
    static let learned = Figure("learned", "Learned", "What is learned of each sensitive field.")
    static let learnedCells = Figure(
        "cells", "Cells", in: "cells", worse: .higher,
        "The isolating cells in which the counts of one value of the field only differ.")
    static let learnedRecords = Figure(
        "records", "Records", in: "records", worse: .higher,
        "The records isolated in them, which all have the value.")
}

/// One published table subtracted from another.
extension Figure {
    static let countField = Figure("count", "Count", "The field with the counts.")
    static let cellsOfA = Figure("cellsOfA", "Cells of the first table", in: "cells", "The cells of A.")
    static let cellsOfB = Figure("cellsOfB", "Cells of the second table", in: "cells", "The cells of B.")
    static let suppressedInA = Figure(
        "suppressedInA", "Suppressed in the first table", in: "cells", "The cells of A whose count is withheld.")
    static let suppressedInB = Figure(
        "suppressedInB", "Suppressed in the second table", in: "cells", "The cells of B whose count is withheld.")
    static let sharedCells = Figure("shared", "Cells of both", in: "cells", "The cells that both tables have.")
    static let notApplicableCells = Figure(
        "notApplicable", "Not applicable in one of them", in: "cells",
        "The cells of both to which no count applies in one of them; the figures below leave them out.")
    static let suppressedInBoth = Figure(
        "suppressedInBoth", "Suppressed in both", in: "cells", "The cells that both withhold.")
    static let suppressedOnlyInA = Figure(
        "suppressedOnlyInA", "Suppressed in the first only", in: "cells", worse: .higher,
        "The cells that A withholds and B shows.")
    static let suppressedOnlyInB = Figure(
        "suppressedOnlyInB", "Suppressed in the second only", in: "cells", worse: .higher,
        "The cells that A shows and B withholds.")
    static let shownInBoth = Figure("shownInBoth", "Shown in both", in: "cells", "The cells that both show.")
    static let shownDifferent = Figure(
        "different", "Shown with different counts", in: "cells", "The cells that both show with different counts.")
}

/// What only tables of differences hold.
extension Figure {
    static let changedCount = Figure("persons", "Persons", in: "persons", "The persons counted in the row.")
    static let differenceNumber = Figure("number", "Number", "The cells or records counted in the row.")
    static let excludedOfA = Figure(
        "excludedA", "Left out of A", in: "records",
        "The records of A left out because a value is missing, with --missing exclude.")
    static let excludedOfB = Figure(
        "excludedB", "Left out of B", in: "records",
        "The records of B left out because a value is missing, with --missing exclude.")

    /// The figures that only tables hold.
    static let differenceColumns = [changedCount, differenceNumber, excludedOfA, excludedOfB]
}
