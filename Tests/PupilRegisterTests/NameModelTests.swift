import Statistics
import Testing

@testable import PupilRegister

struct NameModelTests {
    private static let model = NameModel()
    private let model = NameModelTests.model

    /// Some names of all kinds and groups.
    private func draw(_ count: Int, seed: UInt64 = 1) -> [NameCode] {
        var stream = RandomStream(seed: seed, purpose: 0, item: 0)
        return (0..<count).map { index in
            let group = NamingGroup.allCases[index % NamingGroup.count]
            switch index / NamingGroup.count % 3 {
            case 0: return model.forename(group, sex: .female, birthYear: 1990 + index % 33, using: &stream)
            case 1: return model.forename(group, sex: .male, birthYear: 1990 + index % 33, using: &stream)
            default: return model.surname(group, using: &stream)
            }
        }
    }

    /// The names are part of every generated register: a change of this number changes them all.
    @Test func `the first ten thousand names are what they were`() {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for code in draw(10_000) {
            for byte in model.text(code).utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            hash = (hash ^ 0x0a) &* 0x100_0000_01b3
        }
        #expect(hash == 8_718_131_105_545_359_692)
    }

    @Test func `another model draws and writes the same`() {
        let other = NameModel()
        var one = RandomStream(seed: 9, purpose: 1, item: 2)
        var two = one
        for index in 0..<1000 {
            let group = NamingGroup.allCases[index % NamingGroup.count]
            let code = model.surname(group, using: &one)
            #expect(other.surname(group, using: &two) == code)
            #expect(other.text(code) == model.text(code))
        }
    }

    @Test func `what is written is the text, and the text has the form of a name`() {
        for code in draw(5000, seed: 2) {
            let text = model.text(code)
            var buffer = [UInt8](repeating: 0, count: NameCode.maximumLength)
            let length = unsafe buffer.withUnsafeMutableBufferPointer { bytes in
                unsafe bytes.baseAddress.map { start in unsafe model.write(code, to: start) } ?? 0
            }
            #expect(String(decoding: buffer[..<length], as: UTF8.self) == text)
            #expect((2...NameCode.maximumLength).contains(length))
            #expect(text.wholeMatch(of: /(O'|Mc)?[A-Z][a-z]+(-(O'|Mc)?[A-Z][a-z]+)?/) != nil, "\(text)")
        }
    }

    @Test func `birth years beyond the tables count as the nearest`() {
        for (year, nearest) in [(1990, 1997), (2022, 2021)] {
            var one = RandomStream(seed: 3, purpose: 0, item: 0)
            var two = one
            for _ in 0..<100 {
                #expect(
                    model.forename(.british, sex: .male, birthYear: year, using: &one)
                        == model.forename(.british, sex: .male, birthYear: nearest, using: &two))
            }
        }
    }

    @Test func `middle names differ from the forename and from each other`() {
        var stream = RandomStream(seed: 6, purpose: 0, item: 0)
        var counts = [0, 0, 0]
        for _ in 0..<10_000 {
            let forename = model.forename(.british, sex: .female, birthYear: 2005, using: &stream)
            let middle = model.middleNames(.british, sex: .female, besides: forename, using: &stream)
            #expect(middle.first != forename && middle.second != forename)
            #expect(middle.first != middle.second || middle.first == nil)
            #expect(middle.second == nil || middle.first != nil)
            counts[(middle.first == nil ? 0 : 1) + (middle.second == nil ? 0 : 1)] += 1
        }
        // Shares of 0.16 and 0.12: standard errors below 0.4 points, bounds of five of them.
        #expect(abs(Double(counts[0]) / 10_000 - 0.16) < 0.02)
        #expect(abs(Double(counts[2]) / 10_000 - 0.12) < 0.02)
    }

    /// Compared by 64-bit hashes: two of the two million that differ would agree with a probability of 1e-7.
    @Test(arguments: NameKind.allCases)
    func `all generated names of a kind are spelt differently`(_ kind: NameKind) {
        let tables = NameTables()
        let spelling = NameSpelling(listed: tables.listed.spellings, pieces: tables.pieces)
        var hashes: [UInt64] = []
        var buffer = [UInt8](repeating: 0, count: NameCode.maximumLength)
        for group in NamingGroup.allCases {
            let model = kind.model(group)
            var codes = (0..<tables.rows[model].middleCount).map { tables.middleCode(model: model, rank: $0) }
            for (first, count) in tables.bands(model: model) {
                codes += (0..<UInt32(count)).map { NameCode(rawValue: first.rawValue + $0) }
            }
            for code in codes {
                var hash: UInt64 = 0xcbf2_9ce4_8422_2325
                let length = unsafe buffer.withUnsafeMutableBytes { bytes in
                    unsafe bytes.baseAddress.map { start in unsafe spelling.write(code, to: start) } ?? 0
                }
                for index in 0..<length { hash = (hash ^ UInt64(buffer[index])) &* 0x100_0000_01b3 }
                hashes.append(hash)
            }
        }
        hashes.sort()
        #expect(hashes.count > 500_000)
        #expect(zip(hashes, hashes.dropFirst()).allSatisfy { $0 != $1 })
    }

    @Test func `no generated name that may be drawn holds a denied word`() {
        let tables = NameTables()
        let spelling = NameSpelling(listed: tables.listed.spellings, pieces: tables.pieces)
        let filter = NameFilter(spelling: spelling)
        let table = ParameterTable("denied_words")
        let words = zip(table.strings("word"), table.strings("where"))
        var stream = RandomStream(seed: 8, purpose: 0, item: 0)
        var refused = 0
        for _ in 0..<20_000 {
            let syllables = stream.next(below: NameKind.models)
            let bits = tables.pieces.widths[syllables].long
            let code = NameCode(model: syllables, long: true, number: stream.next(below: 1 << bits))
            let name = model.text(code).lowercased()
            let isDenied = words.contains { word, place in
                switch place {
                case "anywhere": name.contains(word)
                case "start": name.hasPrefix(word)
                case "end": name.hasSuffix(word)
                default: name == word
                }
            }
            if isDenied { refused += 1 }
            let allowed = filter.allows(code)
            #expect(!(isDenied && allowed), "\(name)")
            #expect(isDenied || allowed || tables.listed.spellings.contains { $0.lowercased() == name }, "\(name)")
        }
        #expect(refused > 0)
    }

    @Test func `no listed name is spelt by a generated one that may be drawn`() {
        let tables = NameTables()
        let spelling = NameSpelling(listed: tables.listed.spellings, pieces: tables.pieces)
        let filter = NameFilter(spelling: spelling)
        let listed = Set(tables.listed.spellings)
        for model in 0..<NameKind.models {
            for (code, _) in tables.middle(model: model, filter: filter) where listed.contains(self.model.text(code)) {
                // A forename may be spelt like a surname, and a name of a girl like one of a boy.
                #expect(!isUsed(self.model.text(code), model: model, tables), "\(self.model.text(code))")
            }
        }
    }

    private func isUsed(_ name: String, model: Int, _ tables: NameTables) -> Bool {
        let kind = NameKind.allCases[model / NamingGroup.count]
        return NamingGroup.allCases.contains { group in
            let shares =
                switch kind {
                case .girl: tables.forenames(.female, group, year: 2005)
                case .boy: tables.forenames(.male, group, year: 2005)
                case .surname: tables.surnames(group)
                }
            return shares.named.contains { self.model.text($0.code) == name }
        }
    }
}
