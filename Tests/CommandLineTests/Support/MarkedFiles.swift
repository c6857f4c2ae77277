import Foundation

/// Files in which every value of every record carries a mark, wherever that value turns up.
///
/// Texts hold `Zq7`, postcodes begin with `ZQ7`, and dates and numbers, which must stay what they are, are of years and with digits
/// that occur nowhere else.
enum MarkedFiles {
    /// People: two thirds are of the group `Zq7ethA`, a third is of `Zq7ethB`; seven and three are of the two smallest.
    static let people = 240
    /// The values of `eth` and `sex` that `--by` may name, as at least ten records have each; `Zq7ethC` and `Zq7ethD` are smaller.
    static let groupLabels = ["Zq7ethA", "Zq7ethB", "Zq7sexF", "Zq7sexM"]
    private static let header =
        "id,forename,surname,sex,born,building,street,town,postcode,school,area,eth,health,score,weight,family"

    /// A folder with all files.
    static func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        let records = (0..<people).map(record)
        func write(_ lines: [String], to name: String) throws {
            try folder.write(lines.joined(separator: "\n") + "\n", to: name)
        }
        try write([header] + records, to: "data.csv")
        try write([header] + records.dropLast(), to: "release.csv")
        try write([header] + records + (people..<3 * people).map(record), to: "population.csv")
        try write([header] + (0..<people / 2).map { record($0, movedTo: $0 / 3 + 90) }, to: "later.csv")
        try write(["id,family"] + (0..<people).map { "Zq7id\($0),Zq7fam\($0 / 3)" }, to: "truth.csv")
        try write(
            ["id,born,sex,postcode,grade"]
                + (0..<people).map { "Zq7id\($0),\(born($0)),\(sex($0)),\(postcode($0 / 3)),Zq7grade\($0 % 4)" },
            to: "exams.csv")
        try write(
            ["id,school,from"]
                + (0..<2 * people).map {
                    "Zq7id\($0 % people),Zq7school\($0 / people == 0 ? $0 % 5 : $0 % 7),189\($0 / people + 6)-09-\(10 + $0 % 3)"
                },
            to: "enrolments.csv")
        try write(
            ["person,forename,surname,born,postcode"]
                + (0..<40).map { number in
                    "Zq7id\(number),\(forename(number)),\(surname(number))\(number % 4 == 0 ? "e" : ""),\(born(number)),"
                        + postcode(number / 3)
                },
            to: "asked.csv")
        try write(["health,kind,all"] + (0..<4).map { "Zq7ill\($0),Zq7kind\($0 % 2),Zq7all" }, to: "health.csv")
        try write(["health,kind,all"] + (0..<3).map { "Zq7ill\($0),Zq7kind\($0 % 2),Zq7all" }, to: "short.csv")
        try write(["school,kind,all"] + (0..<5).map { "Zq7school\($0),Zq7kind\($0 % 2),Zq7all" }, to: "school.csv")
        try write(["area,kind,all"] + (0..<8).map { "Zq7area\($0),Zq7region\($0 % 2),Zq7all" }, to: "area.csv")
        for (name, sign) in [("before.csv", 0), ("after.csv", 1)] {
            try write(
                ["school,sex,pupils"]
                    + (0..<10).map { "Zq7school\($0 / 2),\(sex($0)),\(12 + $0 + ($0 == 3 ? sign : 0))" }, to: name)
        }
        try writeMistakes(folder)
        return folder
    }

    /// Marked values that a text holds.
    static func found(in text: String) -> [String] {
        // Digits must not be a part of another number.
        let pattern =
            #"(?i)zq7[a-z0-9]*|(?<![0-9.])189[5-9](?!\.?[0-9])[-0-9]*|90210[0-9]{1,2}\.25|[0-9]\.70933[0-9]*"#
        guard let expression = try? NSRegularExpression(pattern: pattern) else { return [pattern] }
        let all = text as NSString
        return expression.matches(in: text, range: NSRange(location: 0, length: all.length)).map {
            all.substring(with: $0.range)
        }
    }

    private static func writeMistakes(_ folder: WorkFolder) throws {
        let mistakes = [
            "ragged.csv": "sex,area\nZq7sexF,Zq7area1\nZq7sexF,Zq7area1,Zq7extra\n",
            "unclosed.csv": "sex,area\nZq7sexF,\"Zq7area1\nZq7sexF,Zq7area1\n",
            "after-quote.csv": "sex,area\nZq7sexF,\"Zq7area1\"Zq7after\n",
            "double.csv": "sex,sex\nZq7sexF,Zq7sexM\n", "headless.csv": "Zq7sexF,Zq7sexF\nZq7sexM,Zq7sexM\n",
        ]
        for (name, text) in mistakes { try folder.write(text, to: name) }
        try folder.write(Data("sex,area\nZq7sexF,Zq7".utf8) + [0xFF, 0x0A], to: "bytes.csv")
        try folder.write(Data("sex,area\nZq7sexF,Zq7".utf8) + [0, 0x0A], to: "zero.csv")
        try folder.write(Data([0x1F, 0x8B, 8, 0]) + Data("Zq7sexF".utf8), to: "damaged.csv.gz")
        for (name, start) in [
            ("damaged.sav", "$FL2@(#) SPSS DATA FILE"), ("damaged.dta", "<stata_dta><header>"),
            ("damaged.sas7bdat", ""),
        ] {
            try folder.write(start + String(repeating: "Zq7sexF", count: 300), to: name)
        }
        try folder.write("schema: singleout.release/1\ndata: Zq7data\nZq7key: [Zq7value\n", to: "broken.yml")
    }

    private static func record(_ number: Int) -> String { record(number, movedTo: number / 3) }

    private static func record(_ number: Int, movedTo home: Int) -> String {
        [
            "Zq7id\(number)", forename(number), surname(number), sex(number), born(number), "Zq7house\(home)",
            "Zq7street\(home % 9)", "Zq7town", postcode(home), "Zq7school\(home % 5)", "Zq7area\(home % 8)",
            eth(number),
            "Zq7ill\(number % 4)", "90210\(number % 50).25", "\(1 + number % 5).70933\(number)", "Zq7fam\(number / 3)",
        ].joined(separator: ",")
    }

    private static func forename(_ number: Int) -> String { "Zq7" + ["ada", "bert", "cleo", "dan"][number % 4] }

    private static func surname(_ number: Int) -> String {
        "Zq7" + ["ash", "birch", "cedar", "elm", "fir"][number / 3 % 5] + ["er", "ing", "ton"][number / 15 % 3]
    }

    private static func sex(_ number: Int) -> String { number % 2 == 0 ? "Zq7sexF" : "Zq7sexM" }

    private static func born(_ number: Int) -> String {
        "189\(5 + number % 5)-0\(1 + number / 7 % 9)-\(10 + number * 11 % 19)"
    }

    private static func postcode(_ home: Int) -> String { "ZQ7\(home % 3) \(home % 7)AB" }

    private static func eth(_ number: Int) -> String {
        switch number {
        case 0..<3: "Zq7ethD"
        case 3..<10: "Zq7ethC"
        default: number % 3 == 0 ? "Zq7ethB" : "Zq7ethA"
        }
    }
}
