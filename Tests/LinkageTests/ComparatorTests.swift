import Foundation
import Microdata
import Testing

@testable import Linkage

struct ComparatorTests {
    private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

    /// 100,000 seeded pairs by their digest, and every 40th one by one.
    @Test func referenceValues() throws {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: tests.appending(path: "ReferenceValues/comparators.csv"), encoding: .utf8)
        let rows = text.split(separator: "\n").dropFirst().map { $0.split(separator: ",").map(String.init) }
        #expect(rows.count == 2500)
        var generator = PairGenerator()
        var digest: UInt64 = 0
        var digestOfDamerau: UInt64 = 0
        for number in 1...100_000 {
            let pair = generator.next()
            let distance = EditDistance.alignment(pair.first.span, pair.second.span)
            let damerau = EditDistance.damerau(pair.first.span, pair.second.span)
            digestOfDamerau &+= UInt64(number) &* UInt64(damerau)
            let similarity = JaroWinkler.similarity(pair.first.span, pair.second.span)
            let rounded = UInt64((similarity * 1e9).rounded(.toNearestOrEven))
            digest &+= UInt64(number) &* (UInt64(distance) &* 1_000_003 &+ rounded)
            if number % 40 == 0 {
                let row = rows[number / 40 - 1]
                #expect(row[0] == String(number))
                #expect(scalars(row[1]) == pair.first && scalars(row[2]) == pair.second, "pair \(number)")
                #expect(Int(row[3]) == distance, "pair \(number)")
                #expect(Int(row[5]) == damerau, "pair \(number)")
                let expected = try #require(Double(row[4]))
                #expect(abs(expected - similarity) < 1e-12, "pair \(number)")
            }
        }
        #expect(digest == 3_605_377_471_044_681_243)
        #expect(digestOfDamerau == 13_890_432_133)
    }

    @Test(arguments: [
        ("ca", "abc", 2, 3), ("a cat", "an act", 2, 2), ("kitten", "sitting", 3, 3), ("abcd", "badc", 2, 2),
        ("", "ab", 2, 2),
        ("same", "same", 0, 0),
    ])
    func damerau(first: String, second: String, distance: Int, alignment: Int) {
        let (a, b) = (scalars(first), scalars(second))
        #expect(EditDistance.damerau(a.span, b.span) == distance)
        #expect(EditDistance.damerau(b.span, a.span) == distance)
        #expect(EditDistance.alignment(a.span, b.span) == alignment)
    }

    /// All texts of up to four of three letters: the fewest edits by searching through all texts, step by step.
    @Test func damerauIsTheFewestEdits() {
        let letters: [UInt32] = [97, 98, 99]
        var texts: [[UInt32]] = [[]]
        var last = texts
        for _ in 0..<5 {
            last = last.flatMap { text in letters.map { text + [$0] } }
            texts += last
        }
        func edits(_ text: [UInt32]) -> Set<[UInt32]> {
            var found: Set<[UInt32]> = []
            for place in 0...text.count {
                for letter in letters {
                    if text.count < 5 { found.insert(text[..<place] + [letter] + text[place...]) }
                    if place < text.count { found.insert(text[..<place] + [letter] + text[(place + 1)...]) }
                }
                if place < text.count { found.insert(Array(text[..<place] + text[(place + 1)...])) }
                if place + 1 < text.count {
                    var swapped = text
                    swapped.swapAt(place, place + 1)
                    found.insert(swapped)
                }
            }
            return found
        }
        for start in [[97, 98, 99, 97], [99, 97], [97, 98, 97]] as [[UInt32]] {
            var distances: [[UInt32]: Int] = [start: 0]
            var edge: Set<[UInt32]> = [start]
            for distance in 1...5 {
                edge = edge.reduce(into: []) { next, text in
                    for edited in edits(text) where distances[edited] == nil { next.insert(edited) }
                }
                for text in edge { distances[text] = distance }
            }
            for text in texts where text.count <= 4 {
                #expect(EditDistance.damerau(start.span, text.span) == distances[text], "\(start) \(text)")
            }
        }
    }

    @Test(arguments: [
        ("st mary's primary school", "st mary's primary school", "exact"),
        ("st mary's primary school", "st marys primary school", "tenth"),
        ("st mary's primary school", "st marys primry shool", "quarter"), ("oak", "elm", "different"),
        ("st mary's primary school", "st mary's", "different"),
    ])
    func texts(first: String, second: String, level: String) {
        let found = Comparator.textLevel(scalars(first).span, scalars(second).span)
        #expect(Comparator.text.names[Int(found)] == level)
    }

    /// Texts of more than 64 scalars take another way to the same answer.
    @Test func longTexts() {
        let tail = Array(repeating: scalars("abcdefghij"), count: 7).flatMap(\.self)
        for (first, second) in [("kitten", "sitting"), ("ca", "abc"), ("martha", "marhta"), ("", "ab")] {
            let (a, b) = (scalars(first), scalars(second))
            #expect(
                EditDistance.alignment((a + tail).span, (b + tail).span) == EditDistance.alignment(a.span, b.span))
            #expect(EditDistance.alignment(b.span, a.span) == EditDistance.alignment(a.span, b.span))
        }
        #expect(JaroWinkler.similarity(tail.span, tail.span) == 1)
        var changed = tail
        changed.swapAt(10, 11)
        #expect(abs(JaroWinkler.jaro(tail.span, changed.span) - (2 + 69.0 / 70) / 3) < 1e-12)
    }

    @Test(arguments: [
        ("smith", "smith", "exact"), ("smith", "smiht", "oneEdit"), ("smith", "smit", "oneEdit"),
        ("christopher", "chr", "beginning"), ("catherine", "katherine", "oneEdit"), ("jones", "patel", "different"),
        ("margaret", "margarit", "oneEdit"), ("abdulrahman", "abdurahmen", "similar"), ("al", "alexander", "different"),
    ])
    func names(first: String, second: String, level: String) {
        let found = Comparator.nameLevel(scalars(first).span, scalars(second).span)
        #expect(Comparator.name.names[Int(found)] == level)
        #expect(Comparator.nameLevel(scalars(second).span, scalars(first).span) == found)
    }

    @Test(arguments: [
        ("2010-03-04", "2010-03-04", "exact"),
        ("2010-03-04", "2010-04-03", "dayMonthSwapped"), ("2010-03-04", "2010-03-05", "dayOut"),
        ("2010-02-28", "2010-03-01", "dayOut"), ("2011-12-31", "2012-01-01", "dayOut"),
        ("2010-03-04", "2010-03-24", "onePart"), ("2010-03-04", "2011-03-04", "onePart"),
        ("2010-03-04", "2011-04-04", "different"),
    ])
    func dates(first: String, second: String, level: String) throws {
        let a = try #require(CalendarDate(iso: Array(first.utf8)))
        let b = try #require(CalendarDate(iso: Array(second.utf8)))
        #expect(Comparator.date.names[Int(Comparator.dateLevel(a.packed, b.packed))] == level)
        #expect(Comparator.dateLevel(b.packed, a.packed) == Comparator.dateLevel(a.packed, b.packed))
    }

    @Test(arguments: ["2010-02-29", "2010-13-01", "2010-1", "soon", "", "2010-01-00", "123456789", "10/10/10"])
    func noDates(text: String) { #expect(CalendarDate(iso: Array(text.utf8)) == nil) }

    @Test(arguments: [
        ("robert", 18 * 1000 + 163), ("rupert", 18 * 1000 + 163), ("ashcraft", 1000 + 261),
        ("tymczak", 20 * 1000 + 522),
        ("pfister", 16 * 1000 + 236), ("honeyman", 8 * 1000 + 555), ("o'hara", 15 * 1000 + 600), ("", 0),
    ])
    func soundex(name: String, code: Int) { #expect(Int(Soundex.code(scalars(name).span)) == code) }
}
