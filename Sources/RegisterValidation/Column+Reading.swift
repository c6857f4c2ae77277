internal import Microdata

extension Column {
    /// A value for each record, read once from each different text.
    func mapped<Value>(_ read: (ArraySlice<UInt8>) -> Value) -> [Value] {
        let values = (0..<cardinality).map { read(dictionary[utf8: $0]) }
        switch codes {
        case .uint8(let codes): return codes.map { values[Int($0)] }
        case .uint16(let codes): return codes.map { values[Int($0)] }
        case .uint32(let codes): return codes.map { values[Int($0)] }
        }
    }

    /// How many records have each code.
    func counts() -> [Int] {
        var counts = [Int](repeating: 0, count: cardinality)
        switch codes {
        case .uint8(let codes): for code in codes { counts[Int(code)] += 1 }
        case .uint16(let codes): for code in codes { counts[Int(code)] += 1 }
        case .uint32(let codes): for code in codes { counts[Int(code)] += 1 }
        }
        return counts
    }

    /// The column of some records only, with the whole dictionary.
    func kept(_ records: [UInt32]) -> Column {
        let kept: CodeArray =
            switch codes {
            case .uint8(let codes): .uint8(records.map { codes[Int($0)] })
            case .uint16(let codes): .uint16(records.map { codes[Int($0)] })
            case .uint32(let codes): .uint32(records.map { codes[Int($0)] })
            }
        return Column(name: name, codes: kept, dictionary: dictionary, missingCode: missingCode)
    }

    /// A column of the numbers that a function gives to each different text, `[0, cardinality)`.
    func recoded(_ name: String, cardinality: Int, _ number: (ArraySlice<UInt8>) -> Int) -> Column {
        Column(
            name: name, codes: CodeArray(narrowing: mapped { UInt32(number($0)) }, cardinality: cardinality),
            dictionary: ValueDictionary((0..<cardinality).lazy.map(String.init)))
    }
}
