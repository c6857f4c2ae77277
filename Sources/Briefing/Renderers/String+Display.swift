extension String {
    /// The text on one line with nothing that could steer a terminal or reorder the text around it: control characters, line
    /// separators and marks of direction become spaces, and U+FFFE and U+FFFF, which XML forbids, become U+FFFD.
    package var printable: String {
        guard unicodeScalars.contains(where: { $0.steers || $0.isNoCharacter }) else { return self }
        var scalars = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            scalars.append(scalar.steers ? " " : scalar.isNoCharacter ? "\u{FFFD}" : scalar)
        }
        return String(scalars)
    }

    /// The columns of a terminal that the text takes: none for combining marks, two for wide characters.
    var displayWidth: Int {
        if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
        return reduce(0) { $0 + $1.displayWidth }
    }

    /// The words between spaces; a percent sign stays with its number.
    var words: [String] {
        split(separator: " ").reduce(into: []) { words, word in
            if word.first == "%", let last = words.last, last.last?.isNumber == true {
                words[words.count - 1] = last + " " + word
            } else {
                words.append(String(word))
            }
        }
    }

    /// The text in lines with a maximum of columns, broken at spaces; a longer word has a line of its own.
    func lines(ofWidth width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var lineWidth = 0
        for word in words {
            let wordWidth = word.displayWidth
            if line.isEmpty {
                (line, lineWidth) = (word, wordWidth)
            } else if lineWidth + 1 + wordWidth <= width {
                line += " " + word
                lineWidth += 1 + wordWidth
            } else {
                lines.append(line)
                (line, lineWidth) = (word, wordWidth)
            }
        }
        return lines + [line]
    }
}

extension Character {
    /// Source: Unicode Standard Annex 11 (East Asian Width), by block.
    fileprivate var displayWidth: Int {
        guard let first = unicodeScalars.first else { return 0 }
        switch first.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        if unicodeScalars.contains("\u{FE0F}") || first.properties.isEmojiPresentation { return 2 }
        switch first.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}

extension Unicode.Scalar {
    /// Whether the character could move a cursor, break a line or reorder text.
    ///
    /// Source: Unicode Standard Annex 9, the property Bidi_Control.
    var steers: Bool {
        switch value {
        case 0x20...0x7E: false
        case 0...0x1F, 0x7F...0x9F, 0x61C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// Whether the code point is not allowed in XML documents.
    var isNoCharacter: Bool { value == 0xFFFE || value == 0xFFFF }
}
