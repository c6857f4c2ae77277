import Foundation

/// A small file of Stata, byte by byte: version 114, whose texts are in Windows-1252.
struct StataSample {
    /// A variable: its name, its type, its display format and its label set.
    struct Variable {
        /// Types as the format numbers them; a text has its length.
        enum Kind {
            case double
            case text(UInt8)

            var code: UInt8 {
                switch self {
                case .double: 255
                case .text(let length): length
                }
            }
        }

        let name: String
        let kind: Kind
        var format = "%9.0g"
        var labels = ""
    }

    var variables: [Variable]
    /// The labels of whole numbers in each label set.
    var labelSets: [(name: String, labels: [(code: Int32, label: String)])] = []
    private(set) var records = 0
    private var rows: [UInt8] = []

    init(_ variables: [Variable]) { self.variables = variables }

    /// Adds a record of numbers, and of texts as bytes.
    mutating func add(numbers: [Double] = [], texts: [[UInt8]] = []) {
        var (numbers, texts) = (numbers[...], texts[...])
        for variable in variables {
            switch variable.kind {
            case .double:
                let bits = (numbers.popFirst() ?? 0).bitPattern
                rows += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (8 * UInt64($0))) }
            case .text(let length): rows += Self.padded(texts.popFirst() ?? [], Int(length))
            }
        }
        records += 1
    }

    /// The file.
    var data: Data {
        var bytes: [UInt8] = [114, 2, 1, 0]
        bytes += [UInt8(truncatingIfNeeded: variables.count), UInt8(truncatingIfNeeded: variables.count >> 8)]
        bytes += (0..<4).map { UInt8(truncatingIfNeeded: records >> (8 * $0)) }
        bytes += Self.padded([], 81 + 18)
        bytes += variables.map(\.kind.code)
        for variable in variables { bytes += Self.padded(Array(variable.name.utf8), 33) }
        bytes += Self.padded([], 2 * (variables.count + 1))
        for variable in variables { bytes += Self.padded(Array(variable.format.utf8), 49) }
        for variable in variables { bytes += Self.padded(Array(variable.labels.utf8), 33) }
        bytes += Self.padded([], 81 * variables.count + 5)
        return Data(bytes + rows + labelSets.flatMap(Self.labels))
    }

    private static func labels(_ set: (name: String, labels: [(code: Int32, label: String)])) -> [UInt8] {
        func number(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
        let texts = set.labels.map { Array($0.label.utf8) + [0] }
        var starts: [UInt8] = []
        var start = 0
        for text in texts {
            starts += number(start)
            start += text.count
        }
        let content =
            number(texts.count) + number(start) + starts + set.labels.flatMap { number(Int($0.code)) }
            + texts.flatMap(\.self)
        return number(content.count) + padded(Array(set.name.utf8), 33) + [0, 0, 0] + content
    }

    private static func padded(_ bytes: [UInt8], _ length: Int) -> [UInt8] {
        bytes.prefix(length) + [UInt8](repeating: 0, count: max(0, length - bytes.count))
    }
}
