/// Turns the values of one column into dictionary codes, numbered by first appearance.
///
/// Values of at most eight bytes are found by their bytes as one integer; longer ones by a hash and a comparison of all
/// bytes. Codes are kept in the narrowest width that holds those seen so far.
@safe
final class ColumnBuilder {
    private(set) var dictionary = ValueDictionary()
    private(set) var missingCode: UInt32?
    private let missingValues: Set<[UInt8]>

    private var narrow: [UInt8] = []
    private var middle: [UInt16] = []
    private var wide: [UInt32] = []

    /// Keys of the short values, and their code plus one; 0 is an empty place.
    private var shortKeys: UnsafeMutablePointer<UInt64>
    private var shortCodes: UnsafeMutablePointer<UInt32>
    private var shortCapacity = 1 << 8
    private var shortCount = 0
    /// Hashes of the long values, and their code plus one; 0 is an empty place.
    private var longHashes: [UInt64]
    private var longCodes: [UInt32]
    private var longCount = 0

    init(missingValues: Set<String>) {
        self.missingValues = Set(missingValues.map { Array($0.utf8) })
        unsafe shortKeys = .allocate(capacity: shortCapacity)
        unsafe shortCodes = .allocate(capacity: shortCapacity)
        unsafe shortCodes.initialize(repeating: 0, count: shortCapacity)
        longHashes = [UInt64](repeating: 0, count: 1 << 8)
        longCodes = [UInt32](repeating: 0, count: 1 << 8)
    }

    deinit {
        unsafe shortKeys.deallocate()
        unsafe shortCodes.deallocate()
    }

    /// The number of codes appended.
    var count: Int { narrow.count + middle.count + wide.count }

    /// The code of a value; a new one when it was not seen before.
    ///
    /// - Parameter readable: How many bytes may be read from the value's start on, at least its length.
    @inline(__always)
    func code(of value: UnsafePointer<UInt8>, length: Int, readable: Int) -> UInt32 {
        if length > 8 { return unsafe longCode(of: UnsafeBufferPointer(start: value, count: length)) }
        var key: UInt64 = 0
        if readable >= 8 {
            unsafe key = UnsafeRawPointer(value).loadUnaligned(as: UInt64.self)
            key &= length == 8 ? .max : (1 &<< UInt64(length &* 8)) &- 1
        } else {
            for index in 0..<length { unsafe key |= UInt64(value[index]) &<< UInt64(index &* 8) }
        }
        // A short value that ends in a zero byte would be taken for a shorter one.
        if unsafe length > 0 && value[length - 1] == 0 {
            return unsafe longCode(of: UnsafeBufferPointer(start: value, count: length))
        }
        var slot = Self.slot(key, shortCapacity)
        while true {
            let found = unsafe shortCodes[slot]
            if found == 0 { break }
            if unsafe shortKeys[slot] == key { return found &- 1 }
            slot = (slot &+ 1) & (shortCapacity &- 1)
        }
        return unsafe newShort(key, UnsafeBufferPointer(start: value, count: length))
    }

    /// Makes room for codes, as wide as those so far.
    func reserve(_ count: Int) {
        if dictionary.count <= 1 << 8 {
            narrow.reserveCapacity(count)
        } else if dictionary.count <= 1 << 16 {
            middle.reserveCapacity(count)
        } else {
            wide.reserveCapacity(count)
        }
    }

    /// Appends a block of codes.
    func append(_ codes: UnsafeBufferPointer<UInt32>) {
        let cardinality = dictionary.count
        if cardinality <= 1 << 8 {
            unsafe narrow.append(contentsOf: unsafe codes.lazy.map { UInt8(truncatingIfNeeded: $0) })
        } else if cardinality <= 1 << 16 {
            if !narrow.isEmpty {
                middle = narrow.map { UInt16($0) }
                narrow = []
            }
            unsafe middle.append(contentsOf: unsafe codes.lazy.map { UInt16(truncatingIfNeeded: $0) })
        } else {
            if !narrow.isEmpty {
                wide = narrow.map { UInt32($0) }
                narrow = []
            }
            if !middle.isEmpty {
                wide = middle.map { UInt32($0) }
                middle = []
            }
            unsafe wide.append(contentsOf: codes)
        }
    }

    /// Appends what another builder read after this one: values and codes as if this one had read them.
    func append(_ other: ColumnBuilder) {
        let translation = (0..<other.dictionary.count).map { code -> UInt32 in
            if UInt32(code) == other.missingCode { return codeOfMissing() }
            let value = other.dictionary[utf8: code]
            return unsafe value.withUnsafeBufferPointer { value in
                guard let base = value.baseAddress else { return codeOfEmpty() }
                return unsafe self.code(of: base, length: value.count, readable: value.count)
            }
        }
        reserve(count + other.count)
        let block = 1 << 16
        for start in stride(from: 0, to: other.count, by: block) {
            let range = start..<min(start + block, other.count)
            let codes = range.map { translation[Int(other.code(at: $0))] }
            unsafe codes.withUnsafeBufferPointer { unsafe append($0) }
        }
    }

    /// The finished column.
    func column(named name: String) -> Column {
        let codes: CodeArray =
            if dictionary.count <= 1 << 8 {
                .uint8(narrow)
            } else if dictionary.count <= 1 << 16 {
                .uint16(middle)
            } else {
                .uint32(wide)
            }
        return Column(name: name, codes: codes, dictionary: dictionary, missingCode: missingCode)
    }

    private func code(at index: Int) -> UInt32 {
        if !narrow.isEmpty { return UInt32(narrow[index]) }
        return middle.isEmpty ? wide[index] : UInt32(middle[index])
    }

    private func codeOfEmpty() -> UInt32 {
        var zero: UInt8 = 0
        return unsafe code(of: &zero, length: 0, readable: 1)
    }

    private func codeOfMissing() -> UInt32 {
        if let missingCode { return missingCode }
        let code = UInt32(dictionary.count)
        dictionary.append([])
        missingCode = code
        return code
    }

    private func newCode(_ value: UnsafeBufferPointer<UInt8>) -> UInt32 {
        if unsafe missingValues.contains(Array(value)) { return codeOfMissing() }
        let code = UInt32(dictionary.count)
        unsafe dictionary.append(value)
        return code
    }

    @inline(never)
    private func newShort(_ key: UInt64, _ value: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let code = unsafe newCode(value)
        if shortCount * 2 >= shortCapacity { growShort() }
        insertShort(key, code + 1)
        shortCount += 1
        return code
    }

    private func insertShort(_ key: UInt64, _ code: UInt32) {
        var slot = Self.slot(key, shortCapacity)
        while unsafe shortCodes[slot] != 0 { slot = (slot + 1) & (shortCapacity - 1) }
        unsafe shortKeys[slot] = key
        unsafe shortCodes[slot] = code
    }

    private func growShort() {
        let (keys, codes, capacity) = unsafe (shortKeys, shortCodes, shortCapacity)
        shortCapacity *= 4
        unsafe shortKeys = .allocate(capacity: shortCapacity)
        unsafe shortCodes = .allocate(capacity: shortCapacity)
        unsafe shortCodes.initialize(repeating: 0, count: shortCapacity)
        for slot in 0..<capacity where unsafe codes[slot] != 0 { unsafe insertShort(keys[slot], codes[slot]) }
        unsafe keys.deallocate()
        unsafe codes.deallocate()
    }

    @inline(never)
    private func longCode(of value: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let hash = unsafe Self.hash(value)
        var slot = Self.slot(hash, longCodes.count)
        while longCodes[slot] != 0 {
            let code = Int(longCodes[slot] - 1)
            if longHashes[slot] == hash {
                if UInt32(code) == missingCode {
                    if unsafe missingValues.contains(Array(value)) { return UInt32(code) }
                } else if unsafe dictionary[utf8: code].elementsEqual(value) {
                    return UInt32(code)
                }
            }
            slot = (slot + 1) & (longCodes.count - 1)
        }
        let code = unsafe newCode(value)
        if longCount * 2 >= longCodes.count { growLong() }
        insertLong(hash, code + 1)
        longCount += 1
        return code
    }

    private func insertLong(_ hash: UInt64, _ code: UInt32) {
        var slot = Self.slot(hash, longCodes.count)
        while longCodes[slot] != 0 { slot = (slot + 1) & (longCodes.count - 1) }
        longHashes[slot] = hash
        longCodes[slot] = code
    }

    private func growLong() {
        let (hashes, codes) = (longHashes, longCodes)
        longHashes = [UInt64](repeating: 0, count: codes.count * 4)
        longCodes = [UInt32](repeating: 0, count: codes.count * 4)
        for slot in codes.indices where codes[slot] != 0 { insertLong(hashes[slot], codes[slot]) }
    }

    /// FNV-1a by eight bytes, with a final mix; equality never rests on it.
    private static func hash(_ value: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(value.count)
        var index = 0
        while index + 8 <= value.count {
            let word = unsafe UnsafeRawBufferPointer(value).loadUnaligned(fromByteOffset: index, as: UInt64.self)
            hash = (hash ^ word) &* 0x9e37_79b9_7f4a_7c15
            hash ^= hash >> 29
            index += 8
        }
        while index < value.count {
            hash = unsafe (hash ^ UInt64(value[index])) &* 0x0000_0100_0000_01b3
            index += 1
        }
        return hash ^ hash >> 31
    }

    @inline(__always)
    private static func slot(_ key: UInt64, _ capacity: Int) -> Int {
        let hash = key &* 0x9e37_79b9_7f4a_7c15
        return Int(truncatingIfNeeded: hash ^ hash &>> 32) & (capacity &- 1)
    }
}
