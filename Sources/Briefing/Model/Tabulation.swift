/// A table of a report: typed cells under named columns, made row by row so that long tables need no memory.
public struct Tabulation: Sendable {
    /// One column of a table.
    public struct Column: Sendable, Hashable {
        /// The content of the cells.
        public enum Kind: Sendable, Hashable {
            /// Words.
            case text
            /// Numbers, each as its cell says.
            case number
            /// Counts.
            case integer
            /// Numbers with a number of decimals, in a unit.
            case real(decimals: Int, unit: String)
            /// Shares, shown as percentages.
            case share
        }

        /// The heading that a reader sees.
        public let title: String
        /// The name that a program sees, as in a CSV header.
        public let key: String
        /// The content of the cells.
        public let kind: Kind
        /// Whether pages show it; data files and the workbook hold all columns.
        public let isShown: Bool

        /// A column.
        public init(_ title: String, key: String, _ kind: Kind, isShown: Bool = true) {
            self.title = title
            self.key = key
            self.kind = kind
            self.isShown = isShown
        }

        /// Whether cells are aligned at the right edge, as numbers are.
        public var isNumeric: Bool { kind != .text }

        /// A column of words.
        public static func text(_ title: String, key: String) -> Column { Column(title, key: key, .text) }

        /// A column of numbers.
        public static func number(_ title: String, key: String) -> Column { Column(title, key: key, .number) }
    }

    /// What the table shows, when the heading above it does not say so.
    public let caption: String?
    /// The columns, from left to right.
    public let columns: [Column]
    /// The number of rows.
    public let count: Int
    private let row: @Sendable (Int) -> [Cell]

    /// A table whose rows are made when they are rendered.
    ///
    /// - Parameters:
    ///   - caption: The text above the table, if any.
    ///   - columns: From left to right.
    ///   - count: The number of rows, at least 0.
    ///   - row: The cells of the row with a number in `[0, count)`, one per column; may be called more than once.
    public init(caption: String? = nil, columns: [Column], count: Int, row: @escaping @Sendable (Int) -> [Cell]) {
        self.caption = caption
        self.columns = columns
        self.count = count
        self.row = row
    }

    /// A table of rows at hand, each with one cell per column.
    public init(caption: String? = nil, columns: [Column], rows: [[Cell]]) {
        self.init(caption: caption, columns: columns, count: rows.count) { rows[$0] }
    }

    /// The cells of the row with a number in `[0, count)`.
    public subscript(index: Int) -> [Cell] {
        let cells = row(index)
        precondition(cells.count == columns.count, "a row has \(cells.count) cells under \(columns.count) columns")
        return cells
    }

    /// The different reasons for missing cells, in the order in which they appear.
    ///
    /// - Complexity: O(cells) time.
    func reasons() -> [String] {
        var reasons: [String] = []
        for index in 0..<count {
            for case .missing(let reason) in self[index] where !reasons.contains(reason) { reasons.append(reason) }
        }
        return reasons
    }
}
