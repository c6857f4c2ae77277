import Foundation

/// Files whose figures can be worked out by hand.
enum Samples {
    /// 8 records; classes of sex, year and area: one of 3, one of 2, three of 1.
    static let pupils = """
        sex,year,area
        F,2010,A
        F,2010,A
        F,2010,A
        M,2010,A
        M,2011,B
        M,2011,B
        F,2011,B
        M,2010,

        """

    /// A population of `pupils` over sex and area: F A 4, M A 3, M B 2, F B 5, M without area 1, and one of another area.
    static let population =
        (["area,sex"] + Array(repeating: "A,F", count: 4) + Array(repeating: "A,M", count: 3)
        + Array(repeating: "B,M", count: 2) + Array(repeating: "B,F", count: 5) + [",M", "C,M", ""]).joined(
            separator: "\n")

    /// A register of 200 people, all names and dates different.
    static let linkedRegister =
        "id,forename,surname,dob\n"
        + (0..<200).map { number in
            let syllables = ["ba", "che", "do", "fi", "gru", "ho", "ki", "lo", "me", "nu"]
            let first = syllables[number % 10] + syllables[number / 10 % 10] + syllables[number * 7 % 10] + "n"
            let second = syllables[number / 20] + syllables[number % 7] + syllables[number % 10] + "son"
            return "p\(number),\(first),\(second),20\(10 + number % 9)-0\(1 + number % 8)-\(10 + number % 17)\n"
        }.joined()

    /// Forty queries about people of the register, every fifth misspelt, and ten about nobody in it.
    static let linkedQueries =
        "person,forename,surname,dob\n"
        + linkedRegister.split(separator: "\n").dropFirst().enumerated().filter { $0.offset % 5 == 0 }.map {
            number, line in
            number % 25 == 0 ? line.replacingOccurrences(of: "son,", with: "sn,") + "\n" : line + "\n"
        }.joined()
        + (0..<10).map { ",quentin\($0),oakenshaw\($0),2003-02-\(10 + $0)\n" }.joined()

    /// The ten rows of the practice guide on statistical disclosure control, with families.
    static let survey = """
        residence,gender,education,labour,weight,health,family
        U,F,SI,Emp,180,yes,1
        U,F,SI,Emp,180,yes,1
        U,F,PI,NonLF,215,yes,2
        U,M,SC,Emp,76,yes,2
        R,F,SC,Unemp,186,yes,3
        U,M,SC,Emp,76,no,
        U,F,PC,NonLF,180,no,4
        U,M,PS,Unemp,215,yes,4
        U,F,SI,NonLF,186,no,4
        U,F,SI,NonLF,76,yes,5

        """

    /// 8 records; classes of x: three of one record, one of two and one of three.
    static let groups = """
        x,g,h,w
        1,a,p,2
        2,a,q,3
        2,a,p,3
        3,b,p,2
        4,b,q,4
        5,b,q,1
        5,b,q,1
        5,b,p,2

        """

    /// Eight dates of birth; with the sex four are alone.
    static let births = """
        id,born,sex,area,score
        1,2005-01-10,F,QA1 3CM,"1,5"
        2,2005-01-20,F,QA1 3CO,2
        3,2005-02-11,F,QA1 4OO,
        4,2005-02-11,F,QA1 4OO,4
        5,2005-05-01,M,QA1 3CM,5
        6,2005-05-01,M,QA2 1MM,6
        7,2006-05-09,M,QA2 1MM,7
        8,2006-09-02,F,QB1 1MM,8

        """

    /// A folder with `pupils.csv`.
    static func folder() throws -> WorkFolder {
        let folder = try WorkFolder()
        try folder.write(pupils, to: "pupils.csv")
        return folder
    }

    /// Writes a file of many fields with ever more different values, and returns the fields.
    static func writeWide(fields: Int, records: Int, to name: String, in folder: WorkFolder) throws -> [String] {
        let names = (1...fields).map { "f\($0)" }
        var lines = [names.joined(separator: ",")]
        for record in 0..<records {
            let values = (1...fields).map { field in (record * field * 7_919 / 11) % (field + 1) }
            lines.append(values.map(String.init).joined(separator: ","))
        }
        try folder.write(lines.joined(separator: "\n"), to: name)
        return names
    }
}
