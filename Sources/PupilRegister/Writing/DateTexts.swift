/// The ISO text of every day from 1980 to 2039, ready to be copied.
struct DateTexts: Sendable {
    private static let length = 10
    private let texts: [UInt8]

    init() {
        var texts: [UInt8] = []
        func digits(_ number: Int, _ count: Int) {
            var divisor = count == 4 ? 1_000 : 10
            while divisor > 0 {
                texts.append(48 + UInt8(number / divisor % 10))
                divisor /= 10
            }
        }
        for number in 0..<Day(2040, 1, 1).number {
            let date = Day(number).civil
            digits(date.year, 4)
            texts.append(45)
            digits(date.month, 2)
            texts.append(45)
            digits(date.day, 2)
        }
        self.texts = texts + [UInt8](repeating: 0, count: RowBuffer.padding)
    }

    @inline(__always)
    func write(_ day: Day, to row: RowBuffer) {
        row.shortBytes(texts, from: day.number * Self.length, count: Self.length)
    }
}
