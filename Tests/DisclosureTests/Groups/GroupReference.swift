import Counting
import Microdata

/// A small file with its risk by group, by numpy and statsmodels.
struct GroupReference: Decodable {
    struct Mean: Decodable {
        let value: Double
        let interval: [Double]
        let ratio: Double
        let ratioInterval: [Double]?
    }

    struct Level: Decodable {
        let field: String
        let level: String
        let oddsRatio: Double
        let lower: Double
        let upper: Double
    }

    struct Adjusted: Decodable {
        let deviance: Double
        let levels: [Level]
    }

    let threshold: Double
    let ethnicity: [Int]
    let meals: [Int]
    let school: [Int]
    let year: [Int]
    let groups: [[Mean]]
    let whole: [Double]
    let adjusted: [String: Adjusted]

    static func column(_ name: String, _ values: [Int]) -> Column {
        Column(name: name, values: values.map(String.init))
    }

    func classes() throws -> EquivalenceClasses {
        try EquivalenceClasses(of: [
            Self.column("ethnicity", ethnicity), Self.column("school", school), Self.column("year", year),
        ])
    }

    static func reference() throws -> GroupReference {
        try ReferenceFile.decode("groups.json", as: GroupReference.self)
    }
}
