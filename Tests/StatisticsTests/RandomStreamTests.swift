import Statistics
import Testing

struct RandomStreamTests {
    /// The known answers of the authors' library (Random123, kat_vectors), and a counter and key checked with numpy 2.4.6.
    @Test func knownAnswers() {
        let zero = RandomStream.philox(counter: (0, 0, 0, 0), key: (0, 0))
        #expect(
            zero == (0x16554d9e_ca36314c, 0xdb20fe9d_672d0fdc, 0xd7e772ce_e186176b, 0x7e68b68a_ec7ba23b))
        let other = RandomStream.philox(counter: (5, 12_345, 0, 0), key: (7, 99))
        #expect(
            other == (0x7c3a0165_fa9d99bf, 0x3fa4c163_ad6af090, 0x5d6a9d55_8f8582a1, 0xc26388e1_dfbf1a4f))
    }

    @Test func streamReadsItsBlocksInOrder() {
        var stream = RandomStream(seed: 7, purpose: 99, item: 12_345)
        let numbers = (0..<24).map { _ in stream.next() }
        let sixth = RandomStream.philox(counter: (5, 12_345, 0, 0), key: (7, 99))
        #expect(Array(numbers[20...]) == [sixth.0, sixth.1, sixth.2, sixth.3])
        #expect(Set(numbers).count == 24)
    }

    @Test func numbersStayWithinTheirBounds() {
        var stream = RandomStream(seed: 1, purpose: 0, item: 0)
        var seen = Set<Int>()
        for _ in 0..<1_000 {
            seen.insert(stream.next(below: 7))
            let unit = stream.nextUnit()
            #expect(unit >= 0 && unit < 1)
        }
        #expect(seen == Set(0..<7))
    }
}
