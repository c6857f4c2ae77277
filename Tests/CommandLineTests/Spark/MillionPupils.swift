import Foundation

/// A million made-up records, as one file and the same in four parts.
struct MillionPupils {
    static let fields = ["dob", "sex", "school", "ethnicity", "remark"]
    static let records = 1_000_000

    /// Writes `whole.csv` and `parts/1.csv` to `parts/4.csv`. Values hold delimiters, quotes, line ends, blanks and letters
    /// beyond ASCII, and some are missing.
    static func write(in folder: WorkFolder) throws {
        let header = fields.joined(separator: ",") + "\n"
        try FileManager.default.createDirectory(at: folder.url("parts"), withIntermediateDirectories: false)
        let whole = try folder.create("whole.csv")
        try whole.write(contentsOf: Data(header.utf8))
        let remarks = [
            "", "none", "none ", " none", "\"a, b\"", "\"a \"\"b\"\"\"", "\"two\nlines\"", "é", "e\u{301}", "NA",
            "NULL", "null",
            "\"\"", "1", "1.0", "01",
        ]
        let ethnicities = ["WBRI", "WOTH", "APKN", "AIND", "BAFR", "MWBC", "NA", ""]
        var random = Random(state: 20_261_125)
        for part in 1...4 {
            var text = header
            for _ in 0..<records / 4 {
                let dob = "20\(10 + random.next(9))-0\(1 + random.next(9))-\(10 + random.next(19))"
                // The smaller of several numbers is skewed, as the sizes of schools are.
                let school = min(random.next(3_000), random.next(3_000), random.next(3_000))
                let ethnicity = min(random.next(8), random.next(8), random.next(8))
                text +=
                    "\(dob),\(random.next(2) == 0 ? "F" : "M"),S\(school),\(ethnicities[ethnicity]),"
                    + remarks[min(random.next(16), random.next(16))] + "\n"
            }
            try folder.write(text, to: "parts/\(part).csv")
            try whole.write(contentsOf: Data(text.dropFirst(header.count).utf8))
        }
        try whole.close()
    }

    /// A multiplicative generator; enough for data that only have to be the same every time.
    private struct Random {
        var state: UInt64

        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
    }
}
