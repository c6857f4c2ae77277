import CSingleout
import SingleoutLibrary
import Testing

/// The figures of the C interface, worked out by hand.
struct FigureTests {
    @Test func version() {
        #expect(unsafe String(cString: singleout_version()).contains(/^\d+\.\d+\.\d+$/))
        #expect(singleout_interface() == SINGLEOUT_INTERFACE)
    }

    @Test func table() throws {
        let folder = try Folder()
        let path = try folder.write(Folder.pupils, to: "p.csv")
        let table = unsafe try #require(unsafe Calls.open(path))
        defer { unsafe singleout_table_free(table) }
        var (records, fields) = (Int64(0), Int64(0))
        #expect(unsafe singleout_table_size(table, &records, &fields, nil) == SINGLEOUT_DONE)
        #expect(records == 6 && fields == 3)
        #expect(unsafe singleout_table_size(table, nil, nil, nil) == SINGLEOUT_DONE)
    }

    @Test func combination() throws {
        let folder = try Folder()
        let path = try folder.write(Folder.pupils, to: "p.csv")
        let table = unsafe try #require(unsafe Calls.open(path, ["area", "sex"], missing: ["-"]))
        let counts = unsafe try #require(
            unsafe Calls.count(table, ["sex", "area"], missing: SINGLEOUT_MISSING_EXCLUDE))
        // What was counted does not need the table any more.
        unsafe singleout_table_free(table)
        defer { unsafe singleout_counts_free(counts) }
        var figures = singleout_figures()
        #expect(unsafe singleout_counts_figures(counts, &figures, nil) == SINGLEOUT_DONE)
        #expect(figures.records == 5 && figures.excluded == 1 && figures.classes == 3)
        #expect(figures.k == 1 && figures.largest == 3 && figures.uniques == 2)
        #expect(figures.uniqueness == 0.4 && figures.mean_risk == 0.6 && figures.highest_risk == 1)

        var below: Int64 = -1
        #expect(unsafe singleout_counts_below(counts, 3, &below, nil) == SINGLEOUT_DONE)
        #expect(below == 2)
        #expect(unsafe singleout_counts_below(counts, .max, &below, nil) == SINGLEOUT_DONE)
        #expect(below == 5)

        var entries = 0
        #expect(unsafe singleout_counts_sizes(counts, nil, nil, 0, &entries, nil) == SINGLEOUT_DONE)
        #expect(entries == 2)
        var (sizes, classes) = ([Int64](repeating: 0, count: 2), [Int64](repeating: 0, count: 2))
        #expect(
            unsafe singleout_counts_sizes(counts, &sizes, &classes, 1, &entries, nil) == SINGLEOUT_DONE)
        #expect(sizes == [1, 0] && classes == [2, 0] && entries == 2)
        #expect(
            unsafe singleout_counts_sizes(counts, &sizes, &classes, 2, &entries, nil) == SINGLEOUT_DONE)
        #expect(sizes == [1, 3] && classes == [2, 1])
    }

    @Test func everyCombination() throws {
        let folder = try Folder()
        let table = unsafe try #require(unsafe Calls.open(try folder.write(Folder.pupils, to: "p.csv")))
        defer { unsafe singleout_table_free(table) }
        var combinations: OpaquePointer?
        let status = unsafe Calls.texts(["sen", "sex", "area"]) { names, count in
            unsafe singleout_count_all(
                table, names, count, 2, SINGLEOUT_MISSING_CATEGORY, 1, &combinations, nil)
        }
        #expect(status == SINGLEOUT_DONE)
        defer { unsafe singleout_combinations_free(combinations) }
        var size = 0
        #expect(unsafe singleout_combinations_size(combinations, &size, nil) == SINGLEOUT_DONE)
        var found: [[Int32]: Int64] = [:]
        for index in 0..<size {
            var (positions, fieldCount, counts) = unsafe (
                [Int32](repeating: -1, count: 3), 0, OpaquePointer?.none
            )
            #expect(
                unsafe singleout_combinations_at(
                    combinations, index, &positions, 3, &fieldCount, &counts, nil)
                    == SINGLEOUT_DONE)
            var figures = singleout_figures()
            #expect(unsafe singleout_counts_figures(counts, &figures, nil) == SINGLEOUT_DONE)
            unsafe singleout_counts_free(counts)
            found[Array(positions.prefix(fieldCount))] = figures.uniques
        }
        #expect(found == [[0]: 1, [1]: 0, [2]: 2, [0, 1]: 1, [0, 2]: 3, [1, 2]: 3])
    }

    @Test func withoutRecords() throws {
        let folder = try Folder()
        let table = unsafe try #require(
            unsafe Calls.open(try folder.write("a,b\n,1\n,2\n", to: "p.csv")))
        defer { unsafe singleout_table_free(table) }
        let counts = unsafe try #require(
            unsafe Calls.count(table, ["a"], missing: SINGLEOUT_MISSING_EXCLUDE))
        defer { unsafe singleout_counts_free(counts) }
        var figures = singleout_figures()
        let answer = unsafe Calls.message { unsafe singleout_counts_figures(counts, &figures, $0) }
        #expect(answer.status == SINGLEOUT_NO_RECORDS)
        #expect(answer.message?.contains("No record was counted") == true)
        var rules = singleout_rules(min_k: 2, max_uniqueness: 1, max_risk: 1)
        let checked = unsafe Calls.texts(["a"]) { names, count in
            unsafe singleout_check(table, names, count, SINGLEOUT_MISSING_EXCLUDE, 0, &rules, nil)
        }
        #expect(checked == SINGLEOUT_NOT_MET)
    }
}
