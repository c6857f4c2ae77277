import CSingleout
import Foundation

extension Session {
    /// Opens the data file, or something that is none.
    mutating func open() {
        let path: [UInt8]? = choices.pick([
            Array(dataPath.utf8), Array(dataPath.utf8), Array(dataPath.utf8), Array(dataPath.utf8),
            Array(dataPath.utf8), Array((Folder.path + "/none.csv").utf8), Array(Folder.path.utf8),
            Array(releasePath.utf8), [UInt8(ascii: "-")], [], [0xff], nil,
        ])
        let keepsAll = choices.byte() % 2 == 0
        let fields = keepsAll ? [] : choices.names()
        let missing = choices.byte() % 2 == 0 ? [] : [choices.text()]
        let threads = choices.threads()
        let wrongCount = choices.byte() == 77
        let (answer, pointer) = unsafe handle { table, message in
            unsafe CTexts.pass(path) { path in
                unsafe CTexts.pass(fields) { names in
                    unsafe CTexts.pass(missing) { values in
                        unsafe singleout_table_open(
                            path, names, wrongCount ? -1 : fields.count, values, missing.count, threads, table, message)
                    }
                }
            }
        }
        if answer.status == SINGLEOUT_FAILED, let message = answer.message, let path, !path.isEmpty {
            let name = path == [UInt8(ascii: "-")] ? path : Array(path.suffix(5))
            precondition(message.contains(String(decoding: name, as: UTF8.self)), "an error does not name the file")
        }
        guard let pointer = unsafe pointer else { return }
        precondition((0...1024).contains(threads) && !wrongCount && path != nil, "wrong usage was let through")
        let (records, kept) = unsafe size(of: pointer)
        precondition(
            keepsAll ? kept >= 1 : fields.isEmpty || kept == fields.count, "not the fields that were asked for")
        precondition(records >= 1, "a table without records")
        let known = KnownTable(
            records: records, path: String(decoding: path ?? [], as: UTF8.self),
            isPlain: (keepsAll || fields.isEmpty) && missing.isEmpty)
        unsafe tables.append(Held(pointer, known))
    }

    private mutating func size(of table: OpaquePointer) -> (records: Int64, fields: Int64) {
        var (records, fields): (Int64, Int64) = (-1, -1)
        let answer = unsafe answer { unsafe singleout_table_size(table, &records, &fields, $0) }
        precondition(answer.status == SINGLEOUT_DONE, "a table has no size")
        precondition(unsafe singleout_table_size(table, nil, nil, nil) == SINGLEOUT_DONE, "NULL may be passed here")
        return (records, fields)
    }

    /// Passes NULL where something is needed, which is wrong usage and no more.
    mutating func passNothing() {
        let (table, held, all) = unsafe (table, counts.last?.pointer, combinations.last?.pointer)
        var number: Int64 = 0
        var size = 0
        let call = choices.byte() % 12
        let answer = unsafe answer { message in
            switch call {
            case 0: unsafe singleout_table_open(nil, nil, 0, nil, 0, 1, nil, message)
            case 1: unsafe singleout_table_size(nil, &number, nil, message)
            case 2: unsafe singleout_count(table, nil, 1, 0, 1, nil, message)
            case 3: unsafe singleout_counts_figures(held, nil, message)
            case 4: unsafe singleout_counts_below(held, 1, nil, message)
            case 5: unsafe singleout_counts_sizes(held, nil, nil, 1, nil, message)
            case 6: unsafe singleout_count_all(table, nil, 1, 0, 0, 1, nil, message)
            case 7: unsafe singleout_combinations_size(all, nil, message)
            case 8: unsafe singleout_combinations_at(nil, 0, nil, 0, &size, nil, message)
            case 9: unsafe singleout_combinations_at(all, .max, nil, 0, nil, nil, message)
            case 10: unsafe singleout_check(table, nil, 1, 0, 1, nil, message)
            default: unsafe singleout_check_release(nil, message)
            }
        }
        precondition(answer.status == SINGLEOUT_WRONG_USAGE, "NULL was let through")
        singleout_message_free(nil)
        singleout_table_free(nil)
        singleout_counts_free(nil)
        singleout_combinations_free(nil)
    }
}
