package import Microdata

/// Columns of codes whose tuples fit into keys of 64 bits.
package struct GroupingColumns: Sendable {
    /// A column of codes below a cardinality.
    package struct Part: Sendable {
        var codes: CodeArray
        var cardinality: Int

        package init(codes: CodeArray, cardinality: Int) {
            self.codes = codes
            self.cardinality = cardinality
        }

        var width: Int { Int(LatticeShape.bits(cardinality)) }
    }

    let parts: [Part]
    let records: Int

    /// Takes the columns as they are, or joins the first ones into class numbers until all codes fit.
    package init(_ columns: [Part], records: Int, threads: Int) {
        var parts = columns
        while parts.reduce(0, { $0 + $1.width }) > 64 {
            // Two codes of at most 32 bits always fit, so each round takes at least two columns.
            var taken = 0
            var width = 0
            while taken < parts.count, width + parts[taken].width <= 64 {
                width += parts[taken].width
                taken += 1
            }
            let joined = GroupingColumns(fitting: Array(parts[..<taken]), records: records)
            let (numbers, sizes) = KeyGrouping(joined, threads: threads).classes()
            parts.replaceSubrange(
                ..<taken, with: [Part(codes: .uint32(numbers), cardinality: max(sizes.count, 1))])
        }
        self.init(fitting: parts, records: records)
    }

    private init(fitting parts: [Part], records: Int) {
        self.parts = parts
        self.records = records
    }

    /// The product of the cardinalities, or `nil` above a limit.
    func domain(atMost limit: Int) -> Int? {
        var product = 1
        for part in parts {
            let (next, overflow) = product.multipliedReportingOverflow(by: max(part.cardinality, 1))
            if overflow || next > limit { return nil }
            product = next
        }
        return product
    }

    /// The packed codes of consecutive records.
    func pack(_ range: Range<Int>, into keys: Cells<UInt64>) {
        keys[0..<range.count].fill(0)
        var shift = 0
        for part in parts where part.width > 0 {
            part.codes.add(range, to: keys, shift: UInt64(shift))
            shift += part.width
        }
    }

    /// The places of consecutive records in a dense table of the whole domain, which must be below 2^32.
    func place(_ range: Range<Int>, into places: Cells<UInt32>) {
        places[0..<range.count].fill(0)
        for part in parts {
            part.codes.fold(range, into: places, cardinality: UInt32(max(part.cardinality, 1)))
        }
    }
}
