import Statistics
import Testing

@testable import PupilRegister
@testable import RegisterValidation

/// The pieces that a validation is made of.
struct ValidationPartsTests {
    /// Definition 7 of Hyndman & Fan: the place p (n - 1) among numbers in order.
    @Test func quantiles() {
        let numbers = [1.0, 2, 4, 8]
        #expect(Quantile.of(numbers, 0) == 1)
        #expect(Quantile.of(numbers, 0.5) == 3)
        #expect(abs(Quantile.of(numbers, 0.9) - 6.8) < 1e-12)
        #expect(Quantile.of(numbers, 1) == 8)
        #expect(Quantile.of([5], 0.3) == 5)
    }

    @Test func texts() {
        func bytes(_ text: String) -> ArraySlice<UInt8> { Array(text.utf8)[...] }
        #expect(FieldText.number(bytes("0120")) == 120)
        #expect(FieldText.number(bytes("")) == nil)
        #expect(FieldText.number(bytes("-1")) == nil)
        #expect(FieldText.number(bytes("1234567890123456789")) == nil)
        #expect(FieldText.day(bytes("1980-01-02")) == Day(1))
        #expect(FieldText.day(bytes("1979-12-31")) == nil)
        #expect(FieldText.day(bytes("2010-13-01")) == nil)
        #expect(FieldText.day(bytes("2010/12/01")) == nil)
        #expect(FieldText.serial(bytes("N099000000012")) == 12)
        #expect(FieldText.serial(bytes("12")) == nil)
        #expect(FieldText.yearGroup(bytes("N1")) == -2)
        #expect(FieldText.yearGroup(bytes("R")) == 0)
        #expect(FieldText.yearGroup(bytes("13")) == 13)
        #expect(FieldText.yearGroup(bytes("14")) == nil)
        #expect(FieldText.phase(bytes("AT")) == .allThrough)
        #expect(FieldText.phase(bytes("")) == nil)
    }

    @Test func anIndexFindsEveryRecordAndNoOther() {
        for count in [0, 1, 2, 1_000] {
            // Odd multiples of an odd number are different below 2^30.
            let numbers = (0..<UInt32(count)).map { ($0 &* 2 &+ 1) &* 7_368_787 & 0x3FFF_FFFF }
            let index = PupilIndex(numbers)
            for (record, number) in numbers.enumerated() { #expect(index.record(of: number) == record) }
            for number in [0 as UInt32, 2, 1 << 29, 1 << 31] { #expect(index.record(of: number) == nil) }
        }
    }

    @Test func theTableIsSound() {
        let published = PublishedFigures()
        #expect(published.all.count > 300)
        for figure in published.all {
            #expect(!figure.source.isEmpty && !figure.name.isEmpty, "\(figure.key)")
            if figure.unit == .share, let value = figure.value { #expect((0...1).contains(value), "\(figure.key)") }
            if figure.target == .range { #expect(figure.tolerance != nil, "\(figure.key)") }
        }
        for group in ValidationGroup.allCases { #expect(published.all.contains { $0.group == group }) }
    }
}
