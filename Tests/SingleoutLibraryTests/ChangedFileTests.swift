import CSingleout
import Foundation
import SingleoutLibrary
import Testing

/// Files that others change while they are read do not end the process that uses the library.
struct ChangedFileTests {
    /// A file is made shorter, to nothing, to a page and within one, on another thread while it is opened.
    @Test(arguments: [0, 1 << 20, 1_000_003])
    func shortened(size: Int) throws {
        let folder = try Folder()
        let text = "sex,area,name\n" + String(repeating: "F,A,abcdefghijklmnop\nM,B,bcdefghijklmnopq\n", count: 400_000)
        for _ in 0..<40 {
            let path = try folder.write(text, to: "p.csv")
            let cut = Thread {
                // Once the file was found whole.
                Thread.sleep(forTimeInterval: 0.002)
                _ = unsafe truncate(path, size)
            }
            var table: OpaquePointer?
            cut.start()
            let answer = unsafe Calls.message { unsafe singleout_table_open(path, nil, 0, nil, 0, 1, &table, $0) }
            while !cut.isFinished { Thread.sleep(forTimeInterval: 0.001) }
            if answer.status == SINGLEOUT_DONE {
                // It was read before, or cut before it was opened.
                unsafe singleout_table_free(table)
                continue
            }
            #expect(answer.status == SINGLEOUT_FAILED)
            #expect(unsafe table == nil)
            if answer.message?.contains("the file was changed while it was read") == true { return }
        }
        Issue.record("the reader was never found at work")
    }

    /// The signal that the system sends for mapped files keeps what the program does with it.
    @Test func noSignalIsHandled() throws {
        let folder = try Folder()
        var before = sigaction()
        _ = unsafe sigaction(SIGBUS, nil, &before)
        let table = unsafe try #require(unsafe Calls.open(try folder.write(Folder.pupils, to: "p.csv")))
        defer { unsafe singleout_table_free(table) }
        var after = sigaction()
        _ = unsafe sigaction(SIGBUS, nil, &after)
        #expect(before.sa_flags == after.sa_flags)
        #expect(
            unsafe withUnsafeBytes(of: before.__sigaction_handler) { unsafe Array($0) }
                == withUnsafeBytes(of: after.__sigaction_handler) { unsafe Array($0) })
    }

    /// Damaged files in the formats of statistical programs are errors too.
    @Test(arguments: ["sav", "zsav", "dta", "sas7bdat"])
    func damaged(ending: String) throws {
        let folder = try Folder()
        let starts = [
            "$FL2@(#) SPSS DATA FILE", "$FL3@(#) SPSS", "r\u{1}\u{1}\u{0}\u{ff}\u{ff}", "<stata_dta><header>", "",
        ]
        for start in starts {
            for filler in ["\u{0}", "\u{7f}", " "] {
                let path = try folder.write(start + String(repeating: filler, count: 9_000), to: "p.\(ending)")
                var table: OpaquePointer?
                let answer = unsafe Calls.message { unsafe singleout_table_open(path, nil, 0, nil, 0, 0, &table, $0) }
                #expect(answer.status == SINGLEOUT_FAILED)
                #expect(answer.message?.hasPrefix(path + ": ") == true)
            }
        }
    }
}
