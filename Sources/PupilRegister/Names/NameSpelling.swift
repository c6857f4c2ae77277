/// The spellings of all names: listed ones in slots of 32 bytes, generated ones put together when they are asked for.
struct NameSpelling: Sendable {
    /// By listed name four words: 31 bytes of letters, then the length.
    private let slots: [UInt64]
    private let pieces: NamePieces

    /// Spellings of the listed names, in the order of their places, and of all generated ones.
    init(listed: [String], pieces: NamePieces) {
        slots = listed.flatMap { name in
            let letters = Array(name.utf8)
            precondition((1...31).contains(letters.count), "a listed name has 1 to 31 letters")
            let bytes = letters + [UInt8](repeating: 0, count: 31 - letters.count) + [UInt8(letters.count)]
            return (0..<4).map { word in bytes[word * 8..<word * 8 + 8].reversed().reduce(0) { ($0 << 8) | UInt64($1) }
            }
        }
        self.pieces = pieces
    }

    /// Writes a name.
    ///
    /// - Parameters:
    ///   - code: The name.
    ///   - output: Room for 32 bytes; those after the name are left in an unspecified state.
    /// - Returns: The length of the name in bytes.
    @inline(__always)
    func write(_ code: NameCode, to output: UnsafeMutableRawPointer) -> Int {
        let bits = code.rawValue
        if bits >> 30 == 0 { return unsafe writeListed(Int(bits), to: output) }
        if bits >> 31 == 1 { return unsafe writeGenerated(bits, to: output) }
        return unsafe writeDouble(bits, to: output)
    }

    /// Calls a closure with the letters of a name, in ASCII.
    func withLetters<Result>(of code: NameCode, _ body: (Span<UInt8>) -> Result) -> Result {
        unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: NameCode.maximumLength) { buffer in
            guard let start = buffer.baseAddress else { preconditionFailure("memory was allocated at no address") }
            let length = unsafe write(code, to: UnsafeMutableRawPointer(start))
            return unsafe body(UnsafeBufferPointer(start: start, count: length).span)
        }
    }

    @inline(__always)
    private func writeListed(_ place: Int, to output: UnsafeMutableRawPointer) -> Int {
        let slot = place &* 4
        let last = slots[slot &+ 3]
        unsafe output.storeBytes(of: slots[slot].littleEndian, toByteOffset: 0, as: UInt64.self)
        unsafe output.storeBytes(of: slots[slot &+ 1].littleEndian, toByteOffset: 8, as: UInt64.self)
        unsafe output.storeBytes(of: slots[slot &+ 2].littleEndian, toByteOffset: 16, as: UInt64.self)
        unsafe output.storeBytes(of: last.littleEndian, toByteOffset: 24, as: UInt64.self)
        return Int(last >> 56)
    }

    private func writeDouble(_ bits: UInt32, to output: UnsafeMutableRawPointer) -> Int {
        let mask = (UInt32(1) << NameCode.placeBits) &- 1
        let first = Int((bits >> NameCode.placeBits) & mask) * 4
        let second = Int(bits & mask) * 4
        let length = Int(slots[first + 3] >> 56)
        let secondLength = Int(slots[second + 3] >> 56)
        // Doubled names have at most 15 letters each: see `NameModel`.
        precondition(length <= 15 && secondLength <= 15, "a double surname is too long")
        unsafe output.storeBytes(of: slots[first].littleEndian, toByteOffset: 0, as: UInt64.self)
        unsafe output.storeBytes(of: slots[first + 1].littleEndian, toByteOffset: 8, as: UInt64.self)
        unsafe output.storeBytes(of: 0x2d, toByteOffset: length, as: UInt8.self)
        unsafe output.storeBytes(of: slots[second].littleEndian, toByteOffset: length + 1, as: UInt64.self)
        unsafe output.storeBytes(of: slots[second + 1].littleEndian, toByteOffset: length + 9, as: UInt64.self)
        return length + 1 + secondLength
    }

    @inline(__always)
    private func writeGenerated(_ bits: UInt32, to output: UnsafeMutableRawPointer) -> Int {
        let model = Int((bits >> 26) & 31)
        let base = model &* NamePieces.perModel
        let widths = pieces.widths[model]
        let isLong = (bits >> 25) & 1 == 1
        let consonants = (UInt32(1) &<< UInt32(widths.consonant)) &- 1
        let vowels = (UInt32(1) &<< UInt32(widths.vowel)) &- 1
        let syllable = UInt32(widths.consonant &+ widths.vowel)
        var choice = NamePieces.scrambled(bits & 0x1ff_ffff, bits: isLong ? widths.long : widths.short)
        var length = 0
        unsafe append(base &+ NamePieces.onset &+ Int(choice & consonants), to: output, &length)
        unsafe append(
            base &+ NamePieces.vowel &+ Int((choice &>> UInt32(widths.consonant)) & vowels), to: output, &length)
        choice = choice &>> syllable
        if isLong {
            unsafe append(base &+ NamePieces.medial &+ Int(choice & consonants), to: output, &length)
            unsafe append(
                base &+ NamePieces.vowel &+ Int((choice &>> UInt32(widths.consonant)) & vowels), to: output, &length)
            choice = choice &>> syllable
        }
        unsafe append(base &+ NamePieces.ending &+ Int(choice & 31), to: output, &length)
        // The first letter is a small one: make it a capital.
        let first = unsafe output.load(as: UInt8.self)
        unsafe output.storeBytes(of: first & 0xdf, as: UInt8.self)
        return length
    }

    /// Appends a piece: its letters, and bytes that the next piece writes over. `NamePieces` sees to it that they fit.
    @inline(__always)
    private func append(_ index: Int, to output: UnsafeMutableRawPointer, _ length: inout Int) {
        let piece = pieces.words[index]
        unsafe output.storeBytes(of: piece.littleEndian, toByteOffset: length, as: UInt64.self)
        length &+= Int(piece >> 56)
    }
}

extension NameModel {
    /// Writes a name: ASCII, capitalised.
    ///
    /// - Parameters:
    ///   - code: A name of this model.
    ///   - output: Room for `NameCode.maximumLength` bytes. All of it may be written to: what comes after the name is
    ///     unspecified.
    /// - Returns: The length of the name in bytes, at least 2 and at most `NameCode.maximumLength`.
    public func write(_ code: NameCode, to output: UnsafeMutablePointer<UInt8>) -> Int {
        unsafe spelling.write(code, to: UnsafeMutableRawPointer(output))
    }
}
