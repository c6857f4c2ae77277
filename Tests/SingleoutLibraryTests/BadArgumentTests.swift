import CSingleout
import Foundation
import SingleoutLibrary
import Testing

/// Nothing that a caller may get wrong crashes: it is wrong usage, with and without a place for the message.
struct BadArgumentTests {
    let folder: Folder
    let path: String

    init() throws {
        folder = try Folder()
        path = try folder.write(Folder.pupils, to: "p.csv")
    }

    @Test func nullEverywhere() {
        var pointer: OpaquePointer?
        var (count, number) = (0, Int64(0))
        let calls: [(String, Int32)] = [
            ("open", singleout_table_open(nil, nil, 0, nil, 0, 0, nil, nil)),
            ("open path", unsafe singleout_table_open(nil, nil, 0, nil, 0, 0, &pointer, nil)),
            ("open fields", unsafe singleout_table_open(path, nil, 1, nil, 0, 0, &pointer, nil)),
            ("open missing", unsafe singleout_table_open(path, nil, 0, nil, 1, 0, &pointer, nil)),
            ("size", singleout_table_size(nil, nil, nil, nil)),
            ("count", singleout_count(nil, nil, 0, 0, 0, nil, nil)),
            ("count table", unsafe singleout_count(nil, nil, 0, 0, 0, &pointer, nil)),
            ("figures", singleout_counts_figures(nil, nil, nil)),
            ("below", singleout_counts_below(nil, 1, nil, nil)),
            ("below counts", unsafe singleout_counts_below(nil, 1, &number, nil)),
            ("sizes", singleout_counts_sizes(nil, nil, nil, 0, nil, nil)),
            ("sizes counts", unsafe singleout_counts_sizes(nil, nil, nil, 0, &count, nil)),
            ("count all", singleout_count_all(nil, nil, 0, 0, 0, 0, nil, nil)),
            ("count all table", unsafe singleout_count_all(nil, nil, 0, 0, 0, 0, &pointer, nil)),
            ("combinations", singleout_combinations_size(nil, nil, nil)),
            ("combinations size", unsafe singleout_combinations_size(nil, &count, nil)),
            ("at", singleout_combinations_at(nil, 0, nil, 0, nil, nil, nil)),
            ("check", singleout_check(nil, nil, 0, 0, 0, nil, nil)),
            ("release", singleout_check_release(nil, nil)),
        ]
        for (name, status) in calls { #expect(status == SINGLEOUT_WRONG_USAGE, "\(name)") }
        #expect(unsafe pointer == nil)
        // Frees of nothing do nothing.
        singleout_message_free(nil)
        singleout_table_free(nil)
        singleout_counts_free(nil)
        singleout_combinations_free(nil)
    }

    @Test func numbersOutOfRange() throws {
        let table = unsafe try #require(unsafe Calls.open(path))
        defer { unsafe singleout_table_free(table) }
        var counts: OpaquePointer?
        func count(_ fields: [String], _ missing: Int32, _ threads: Int32) -> (
            status: Int32, message: String?
        ) {
            unsafe Calls.message { message in
                unsafe Calls.texts(fields) { names, count in
                    unsafe singleout_count(table, names, count, missing, threads, &counts, message)
                }
            }
        }
        #expect(count([], 0, 0).message == "field_count must be at least 1.")
        #expect(count(["sex"], 2, 0).message?.hasPrefix("missing must be") == true)
        for threads: Int32 in [-1, 1025, .min, .max] {
            #expect(count(["sex"], 0, threads).message == "threads must be from 0 to 1024.")
        }
        #expect(count(["sex", "sex"], 0, 0).status == SINGLEOUT_WRONG_USAGE)
        let unknown = count(["sxe"], 0, 0)
        #expect(
            unknown.status == SINGLEOUT_WRONG_USAGE && unknown.message?.contains("did you mean 'sex'?") == true
        )
        #expect(unsafe counts == nil)
        let negative = unsafe Calls.message { message in
            unsafe Calls.texts(["sex"]) { names, _ in
                unsafe singleout_count(table, names, -1, 0, 0, &counts, message)
            }
        }
        #expect(negative.status == SINGLEOUT_WRONG_USAGE)

        var combinations: OpaquePointer?
        let status = unsafe Calls.texts(["sex"]) { names, count in
            unsafe singleout_count_all(table, names, count, -1, 0, 0, &combinations, nil)
        }
        unsafe #expect(status == SINGLEOUT_WRONG_USAGE && (unsafe combinations) == nil)
        let done = unsafe Calls.texts(["sex"]) { names, count in
            unsafe singleout_count_all(table, names, count, 0, 0, 0, &combinations, nil)
        }
        #expect(done == SINGLEOUT_DONE)
        defer { unsafe singleout_combinations_free(combinations) }
        for index in [1, -1, Int.max] {
            let answer = unsafe Calls.message {
                unsafe singleout_combinations_at(combinations, index, nil, 0, nil, nil, $0)
            }
            #expect(answer.status == SINGLEOUT_WRONG_USAGE && answer.message == "index must be below 1.")
        }
        #expect(
            unsafe singleout_combinations_at(combinations, 0, nil, 1, nil, nil, nil)
                == SINGLEOUT_WRONG_USAGE)
        #expect(
            unsafe singleout_combinations_at(combinations, 0, nil, -1, nil, nil, nil)
                == SINGLEOUT_WRONG_USAGE)
        #expect(
            unsafe singleout_combinations_at(combinations, 0, nil, 0, nil, nil, nil) == SINGLEOUT_DONE)
    }

    @Test func textsThatAreNotUTF8() {
        let bytes: [CChar] = [-1, 0]
        var table: OpaquePointer?
        let answer = unsafe Calls.message {
            unsafe singleout_table_open(bytes, nil, 0, nil, 0, 0, &table, $0)
        }
        #expect(answer.status == SINGLEOUT_WRONG_USAGE && answer.message == "path is not UTF-8.")
        #expect(unsafe table == nil)
    }

    /// What is wrong with a file is told with its place, and without its values.
    @Test func files() throws {
        let bad = try folder.write("a,b\nsecret\n", to: "bad.csv")
        var table: OpaquePointer?
        let answer = unsafe Calls.message {
            unsafe singleout_table_open(bad, nil, 0, nil, 0, 0, &table, $0)
        }
        #expect(
            answer.status == SINGLEOUT_FAILED && answer.message?.contains("bad.csv, line 2") == true)
        #expect(answer.message?.contains("secret") == false)
        let nowhere = unsafe Calls.message {
            unsafe singleout_table_open("/nowhere.csv", nil, 0, nil, 0, 0, &table, $0)
        }
        #expect(
            nowhere.status == SINGLEOUT_FAILED && nowhere.message?.contains("cannot be read") == true)
    }
}
