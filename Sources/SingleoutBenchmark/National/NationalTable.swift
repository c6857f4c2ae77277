import Singleout
import SingleoutTesting

/// A table shaped like the load (10 fields, skewed and partly dependent), built in memory for any number of records.
enum NationalTable {
    /// Columns that follow from the seed alone.
    ///
    /// - Complexity: O(records) time; 14 bytes per record.
    static func columns(records: Int, seed: UInt64) -> [Column] {
        let schools = SkewedNumber(24_000, power: 0.55, seed: seed)
        let ethnicity = SkewedNumber(20, power: 1.6, seed: seed + 1)
        let language = SkewedNumber(300, power: 1.9, seed: seed + 2)
        let nationality = SkewedNumber(190, power: 2.2, seed: seed + 3)
        var generator = SeededGenerator(seed: seed)
        var birth: [UInt16] = []
        var sex: [UInt8] = []
        var school: [UInt16] = []
        var area: [UInt16] = []
        var eth: [UInt8] = []
        var lang: [UInt16] = []
        var meals: [UInt8] = []
        var support: [UInt8] = []
        var nat: [UInt8] = []
        var entry: [UInt8] = []
        birth.reserveCapacity(records)
        sex.reserveCapacity(records)
        school.reserveCapacity(records)
        area.reserveCapacity(records)
        eth.reserveCapacity(records)
        lang.reserveCapacity(records)
        meals.reserveCapacity(records)
        support.reserveCapacity(records)
        nat.reserveCapacity(records)
        entry.reserveCapacity(records)
        for _ in 0..<records {
            let age = generator.next(below: 14)
            birth.append(UInt16(age * 365 + generator.next(below: 365)))
            sex.append(UInt8(generator.next(below: 2)))
            let at = schools.draw(&generator)
            school.append(UInt16(at))
            area.append(UInt16((at * 3 / 2 + generator.next(below: 12)) % 33_755))
            eth.append(UInt8(ethnicity.draw(&generator)))
            lang.append(UInt16(language.draw(&generator)))
            meals.append(generator.chance(0.24) ? 1 : 0)
            let needs = generator.nextUnit()
            support.append(needs < 0.82 ? 0 : needs < 0.95 ? 1 : 2)
            nat.append(UInt8(nationality.draw(&generator)))
            // Four in nine enter at the usual time, the others at one of five.
            entry.append(UInt8(age / 7 * 6 + max(0, generator.next(below: 9) - 3)))
        }
        return [
            column("dob", .uint16(birth), 5_110), column("sex", .uint8(sex), 2),
            column("school", .uint16(school), 24_000),
            column("lsoa", .uint16(area), 33_755), column("eth", .uint8(eth), 20), column("lang", .uint16(lang), 300),
            column("fsm", .uint8(meals), 2), column("sen", .uint8(support), 3), column("nat", .uint8(nat), 190),
            column("entry", .uint8(entry), 12),
        ]
    }

    private static func column(_ name: String, _ codes: CodeArray, _ cardinality: Int) -> Column {
        Column(name: name, codes: codes, dictionary: ValueDictionary((0..<cardinality).map { "\($0)" }))
    }
}
