import Microdata
import Statistics

/// A seeded register and damaged queries about some of its people and about others.
struct DamagedFile {
    static let comparators: [(name: String, kind: String)] = [
        ("forename", "name"), ("surname", "name"), ("dob", "date"), ("postcode", "postcode"),
    ]
    let register: [Column]
    let queries: [Column]
    let identifiers: (queries: Column, register: Column)

    init(people: Int, asked: Int, strangers: Int, seed: UInt64) {
        var random = RandomStream(seed: seed, purpose: 9, item: 0)
        func word(_ syllables: Int) -> String {
            let parts = ["ba", "chi", "do", "fel", "gra", "hu", "ka", "lin", "mo", "ner", "pa", "sto", "ti", "vor"]
            return (0..<syllables).map { _ in parts[random.next(below: parts.count)] }.joined()
        }
        func person() -> [String?] {
            let month = 1 + random.next(below: 12)
            let day = 1 + random.next(below: 28)
            let pad = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
            return [
                word(2), word(3), "\(2005 + random.next(below: 12))-\(pad(month))-\(pad(day))",
                "A\(1 + random.next(below: 9)) \(random.next(below: 10))C\(["I", "K"][random.next(below: 2)])",
            ]
        }
        let all = (0..<people).map { _ in person() }
        var queries: [[String?]] = []
        var truth: [String?] = []
        for number in 0..<asked {
            let who = number * people / asked
            var person = all[who]
            switch random.next(below: 6) {
            case 0: person[0] = person[0].map { String($0.dropLast()) }
            case 1: person[1] = person[1].map { $0 + "s" }
            case 2: person[3] = nil
            case 3: person.swapAt(0, 1)
            case 4: person[2] = nil
            default: break
            }
            queries.append(person)
            truth.append("p\(who)")
        }
        for _ in 0..<strangers {
            queries.append(person())
            truth.append(nil)
        }
        func columns(_ rows: [[String?]]) -> [Column] {
            Self.comparators.enumerated().map { place, field in
                Column(name: field.name, values: rows.map { $0[place] })
            }
        }
        register = columns(all)
        self.queries = columns(queries)
        identifiers = (
            Column(name: "truth", values: truth), Column(name: "id", values: (0..<people).map { "p\($0)" })
        )
    }
}
