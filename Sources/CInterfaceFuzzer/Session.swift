import CSingleout
import Foundation
import SingleoutLibrary

/// The calls of one input, and the handles that they have made so far.
struct Session {
    /// More calls than that say nothing new.
    private static let limit = 24
    /// What stands in seeds as a value of records.
    private static let marker = "Secret"

    var choices: Choices
    let release: [UInt8]?
    /// The text of the marker, where it can only be a value.
    let secret: String?
    let dataPath: String
    let releasePath: String
    var tables: [Held<KnownTable>] = []
    var counts: [Held<KnownCounts>] = []
    var combinations: [Held<KnownCombinations>] = []

    init(choices: Choices, release: [UInt8]?, data: [UInt8]?) {
        self.choices = choices
        self.release = release
        dataPath = Folder.write(data, to: "f.csv")
        releasePath = Folder.write(release, to: "r.yml")
        secret = Self.isOnlyValue(in: data ?? [], release: release ?? []) ? Self.marker : nil
    }

    /// Whether the first line is a header without quotes, and the marker stands in neither it nor a release file, as which the data
    /// may be read too.
    private static func isOnlyValue(in data: [UInt8], release: [UInt8]) -> Bool {
        let header = data.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        return !header.isEmpty && !header.contains(UInt8(ascii: "\"")) && header.allSatisfy { $0 < 128 }
            && !String(decoding: header, as: UTF8.self).contains(marker)
            && !String(decoding: release, as: UTF8.self).contains(marker)
            && !String(decoding: data, as: UTF8.self).contains("schema")
    }

    mutating func run() {
        precondition(singleout_interface() == SINGLEOUT_INTERFACE, "header and library do not agree")
        for _ in 0..<Self.limit where !choices.isOver {
            switch choices.byte() % 11 {
            case 0, 1: open()
            case 2: count()
            case 3: countAll()
            case 4: look()
            case 5: lookAtCombination()
            case 6: check()
            case 7: checkRelease()
            case 8: checkAsRelease()
            case 9: passNothing()
            default: free()
            }
        }
    }

    mutating func freeAll() {
        for held in tables { unsafe singleout_table_free(held.pointer) }
        for held in counts { unsafe singleout_counts_free(held.pointer) }
        for held in combinations { unsafe singleout_combinations_free(held.pointer) }
    }

    /// Frees one handle, in any order.
    private mutating func free() {
        switch choices.byte() % 3 {
        case 0: if let held = tables.popLast() { unsafe singleout_table_free(held.pointer) }
        case 1: if let held = counts.popLast() { unsafe singleout_counts_free(held.pointer) }
        default: if let held = combinations.popLast() { unsafe singleout_combinations_free(held.pointer) }
        }
    }

    /// Makes a call, with a place for its message or without.
    mutating func answer(
        mayCheck: Bool = false, _ call: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> Int32
    ) -> Answer {
        unsafe Answer(wantsMessage: choices.byte() % 4 != 3, secret: secret, mayCheck: mayCheck, call)
    }

    /// Makes a call for a handle, which comes with SINGLEOUT_DONE and only then.
    mutating func handle(
        _ call: (UnsafeMutablePointer<OpaquePointer?>, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> Int32
    ) -> (answer: Answer, pointer: OpaquePointer?) {
        var pointer = unsafe OpaquePointer(bitPattern: 8)
        let answer = unsafe answer { unsafe call(&pointer, $0) }
        unsafe precondition(
            (pointer != nil) == (answer.status == SINGLEOUT_DONE), "a handle where none belongs, or none")
        return unsafe (answer, pointer)
    }

    /// The last table, or NULL where there is none.
    var table: OpaquePointer? { unsafe tables.last?.pointer }
}
