import Singleout

/// Classes, k and uniques of some combinations of the load, counted by DuckDB 2.0.0 (`GROUP BY`), by number of records.
enum NationalAnswers {
    struct Answer {
        var classes: Int
        var k: Int
        var uniques: Int
    }

    /// Compares a count with the known answer: 1 when there is one and it is equal, 0 when there is none.
    static func check(_ histogram: SizeHistogram, fields: [String], records: Int) throws -> Int {
        let wanted = Set(fields)
        let known = answers[records]?.first { Set($0.key.split(separator: ",").map(String.init)) == wanted }
        guard let answer = known?.value else { return 0 }
        guard histogram.classes == answer.classes, histogram.k == answer.k, histogram.uniques == answer.uniques else {
            throw WrongAnswer(
                found: CountedAnswer(histogram, fields: fields), classes: answer.classes, k: answer.k,
                uniques: answer.uniques, source: "DuckDB")
        }
        return 1
    }

    private static let answers: [Int: [String: Answer]] = [
        1000000: [
            "dob": Answer(classes: 5_110, k: 145, uniques: 0),
            "sex": Answer(classes: 2, k: 499_876, uniques: 0),
            "school": Answer(classes: 23_996, k: 1, uniques: 12),
            "lsoa,eth": Answer(classes: 274_082, k: 1, uniques: 134_128),
            "dob,sex": Answer(classes: 10_220, k: 58, uniques: 0),
            "school,dob": Answer(classes: 993_466, k: 1, uniques: 986_989),
            "sex,eth,fsm,sen": Answer(classes: 240, k: 19, uniques: 0),
            "school,dob,eth,sex": Answer(classes: 999_091, k: 1, uniques: 998_184),
            "dob,sex,school": Answer(classes: 996_732, k: 1, uniques: 993_477),
            "lang,nat,eth": Answer(classes: 16_114, k: 1, uniques: 8_043),
            "school,eth,lang,nat,entry": Answer(classes: 876_129, k: 1, uniques: 796_534),
            "lsoa,sex,eth,lang,fsm,sen,nat,entry": Answer(classes: 978_740, k: 1, uniques: 959_314),
            "dob,sex,eth,lang,fsm,sen,nat,entry": Answer(classes: 854_242, k: 1, uniques: 767_963),
            "dob,sex,school,lsoa,eth,lang,fsm,sen,nat,entry": Answer(classes: 1_000_000, k: 1, uniques: 1_000_000),
        ],
        9000000: [
            "dob": Answer(classes: 5_110, k: 1_610, uniques: 0),
            "sex": Answer(classes: 2, k: 4_497_104, uniques: 0),
            "school": Answer(classes: 24_000, k: 13, uniques: 0),
            "lsoa,eth": Answer(classes: 597_241, k: 1, uniques: 110_843),
            "dob,sex": Answer(classes: 10_220, k: 772, uniques: 0),
            "school,dob": Answer(classes: 8_495_452, k: 1, uniques: 8_020_708),
            "sex,eth,fsm,sen": Answer(classes: 240, k: 212, uniques: 0),
            "school,dob,eth,sex": Answer(classes: 8_924_169, k: 1, uniques: 8_849_383),
            "dob,sex,school": Answer(classes: 8_740_007, k: 1, uniques: 8_487_920),
            "lang,nat,eth": Answer(classes: 44_525, k: 1, uniques: 19_531),
            "school,eth,lang,nat,entry": Answer(classes: 5_750_524, k: 1, uniques: 4_622_634),
            "lsoa,sex,eth,lang,fsm,sen,nat,entry": Answer(classes: 7_911_415, k: 1, uniques: 7_224_072),
            "dob,sex,eth,lang,fsm,sen,nat,entry": Answer(classes: 5_520_831, k: 1, uniques: 4_419_986),
            "dob,sex,school,lsoa,eth,lang,fsm,sen,nat,entry": Answer(classes: 8_999_879, k: 1, uniques: 8_999_758),
        ],
    ]
}
