internal import CKernels
internal import Foundation
internal import LinearAlgebra
internal import Microdata

/// The feature vectors of queries and register: which columns stand for which field, and how long each vector is.
///
/// A value's vector has a length of the square root of the weight that agreement on it has, over that of differing, so
/// that the inner product of two records approximates their match weight, but for a constant of the query. Columns are
/// shared out by the fields' weights, because a product's error, that of `d` random signs, is the weight over `sqrt(d)`.
struct FeatureLayout: Sendable {
    /// Typical agreement among matches, before anything was fitted.
    private static let agreement = 0.9
    /// What differing weighs, in bits, before anything was fitted.
    private static let difference = 4.0
    /// The most that agreement on one value weighs here: a record that agrees on so rare a value is found anyway, and more
    /// would only make the error larger for all others.
    private static let mostWeight = 14.0
    private static let least = 8

    /// The columns of a vector.
    let columns: Int
    private let fields: [LinkedField]
    /// For each field where its columns start.
    private let offsets: [Int]
    private let register: [FeatureTable]
    private let queries: [FeatureTable]
    /// Fields that the register does not always have: a column each, in which a missing value weighs like none.
    private let gaps: [(field: Int, column: Int)]
    private let vectors = singleout_product_vectors()

    /// - Parameter dimensions: The columns to share out, beside one for each field with missing values.
    init(_ fields: [LinkedField], dimensions: Int, workers: Workers) {
        self.fields = fields
        let weights = fields.map { max(1, Self.weight($0, share: $0.coincidence) - Self.difference) }
        let all = weights.reduce(0, +)
        // Names are exchanged, so all fields of names share their columns.
        let isName = fields.map { $0.comparator == .name }
        func columns(_ weight: Double) -> Int {
            max(Self.least, Int((Double(dimensions) * weight / all / 8).rounded()) * 8)
        }
        let nameWidth = columns(zip(weights, isName).reduce(0) { $0 + ($1.1 ? $1.0 : 0) })
        var next = isName.contains(true) ? nameWidth : 0
        var offsets: [Int] = []
        var widths: [Int] = []
        for place in fields.indices {
            let width = isName[place] ? nameWidth : columns(weights[place])
            offsets.append(isName[place] ? 0 : next)
            widths.append(width)
            if !isName[place] { next += width }
        }
        self.offsets = offsets
        var gaps: [(field: Int, column: Int)] = []
        for (place, field) in fields.enumerated() where field.present < field.codes.count {
            gaps.append((place, next))
            next += 1
        }
        self.gaps = gaps
        self.columns = next
        register = fields.indices.map { place in
            let field = fields[place]
            let features = Self.features(field, field.register, place)
            let present = Double(max(field.present, 1))
            return FeatureTable(count: field.register.keys.count, width: widths[place], workers: workers) {
                if field.register.keys[$0] == 0 { return 0 }
                features.add($0, to: &$1)
                return Self.weight(field, share: Double(field.recordsOf[$0]) / present)
            }
        }
        queries = fields.indices.map { place in
            let field = fields[place]
            let features = Self.features(field, field.queries, place)
            let present = Double(max(field.present, 1))
            return FeatureTable(count: field.sampleOf.count, width: widths[place], workers: workers) {
                features.add(field.sampleOf[$0], to: &$1)
                // A value that the register does not have is most likely a wrong spelling of a usual one.
                let records = field.counts[$0]
                return Self.weight(field, share: records == 0 ? field.coincidence : Double(records) / present)
            }
        }
    }

    private static func features(_ field: LinkedField, _ values: PreparedValues, _ place: Int) -> ValueFeatures {
        ValueFeatures(
            field.comparator, values, salt: UInt64(place) + 1, register: field.register, recordsOf: field.recordsOf)
    }

    /// The weight of agreement on a value, over that of differing, in bits, up to a limit.
    private static func weight(_ field: LinkedField, share: Double) -> Double {
        let least = 1 / Double(max(field.present, 1))
        let weight = difference + Foundation.log2(agreement / max(min(share, agreement), least))
        return min(weight, mostWeight)
    }

    /// The vectors of some queries.
    func matrix(ofQueries asked: [Int]) -> FloatMatrix {
        var matrix = FloatMatrix(rows: asked.count, columns: columns)
        for (place, field) in fields.enumerated() {
            let rows = asked.indices.filter { field.valueOf[asked[$0]] != LinkedField.none }
            for row in rows {
                add(queries[place], [field.valueOf[asked[row]]], at: offsets[place], to: &matrix, row: row)
            }
        }
        for gap in gaps {
            for (row, query) in asked.enumerated() where fields[gap.field].valueOf[query] != LinkedField.none {
                matrix[row, gap.column] = Float(Self.difference)
            }
        }
        return matrix
    }

    /// Writes the vectors of some records of the register over a matrix with as many rows.
    func write(_ records: Range<Int>, to matrix: inout FloatMatrix) {
        precondition(matrix.rows == records.count && matrix.columns == columns, "a row for each record")
        for place in matrix.elements.indices { matrix.elements[place] = 0 }
        for (place, field) in fields.enumerated() {
            let codes = field.codes.copy(records)
            add(register[place], codes, at: offsets[place], to: &matrix, row: 0)
            for gap in gaps where gap.field == place {
                for row in codes.indices where field.register.keys[Int(codes[row])] == 0 {
                    matrix[row, gap.column] = 1
                }
            }
        }
    }

    private func add(
        _ table: FeatureTable, _ codes: [UInt32], at offset: Int, to matrix: inout FloatMatrix, row: Int
    ) {
        matrix.addScaled(
            table.bytes, table.scales, codes, fromRow: row, columns: offset..<offset + table.width, vectors: vectors)
    }
}
