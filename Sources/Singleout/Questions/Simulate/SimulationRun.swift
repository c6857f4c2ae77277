import Foundation
import GroupComparison
import Linkage
import Microdata
import PupilRegister

extension SimulationPlan {
    /// Reads the register and simulates the requests.
    ///
    /// - Parameter progress: Called now and then, from any thread.
    /// - Throws: `SimulationError`, `MicrodataError`, `RequestError` or `LinkageError`, and none of them holds a value
    ///   of a record.
    /// - Complexity: See `RequestSimulation`; reading takes about 250 bytes per pupil ever seen.
    public func run(progress: AnalysisProgress.Handler? = nil) throws -> SimulationFindings {
        let database = try database(progress)
        let simulation = try RequestSimulation(database, settings: settings, threads: threads) {
            progress?(.counting(share: $0))
        }
        return SimulationFindings(
            asked: .init(register: register, volume: volume, groupFields: groupFields), simulation: simulation,
            synthetic: SyntheticMark(ofFileAt: try path(of: "extract")))
    }

    private func database(_ progress: AnalysisProgress.Handler?) throws -> PupilDatabase {
        let extract = try table("extract", PupilDatabase.identity + Columns.address.dropLast(), progress)
        let own = try table("truth/extract", ["pupil_number"], progress)
        if own.records != extract.records {
            throw SimulationError.otherLength(
                file: own.source, records: own.records, expected: extract.records, of: extract.source)
        }
        let pupils = PupilNumbering(try own.column(named: "pupil_number"), source: own.source)
        if pupils.repeated > 0 {
            throw SimulationError.unknownPupils(file: own.source, records: pupils.repeated, expected: extract.source)
        }
        // Parts of each file are read by one thread only, so the files are read side by side.
        let familyParts = DisjointBuffer<Result<[UInt32], any Error>?>(1)
        let homeParts = DisjointBuffer<Result<Homes, any Error>?>(1)
        let groupParts = DisjointBuffer<Result<[PupilDatabase.Grouping], any Error>?>(1)
        Workers(threads).run(3) { _, part in
            switch part {
            case 0: groupParts[0] = Result { try groupings(pupils, progress) }
            case 1: homeParts[0] = Result { try homes(pupils, extract, progress) }
            default: familyParts[0] = Result { try families(pupils, progress) }
            }
        }
        guard let families = try familyParts[0]?.get(), let homes = try homeParts[0]?.get(),
            let groupings = try groupParts[0]?.get()
        else { preconditionFailure("every part is read") }
        return PupilDatabase(
            columns: try PupilDatabase.identity.map { name in
                let column = try extract.column(named: name)
                return name == "date_of_birth" ? try column.dates(source: extract.source) : column
            },
            addresses: homes.current, families: families, homes: homes.history, postcodes: homes.postcodes,
            today: homes.today, groupings: groupings)
    }

    /// The family of each pupil, numbered from 0.
    private func families(
        _ pupils: PupilNumbering, _ progress: AnalysisProgress.Handler?
    ) throws -> [UInt32] {
        let table = try table("truth/families", ["pupil_number", "family"], progress)
        var families = [UInt32](repeating: .max, count: pupils.count)
        let codes = try table.column(named: "family").codes.widened()
        var unknown = 0
        for (record, place) in try pupils.places(of: table, threads: threads).enumerated() {
            guard let place, families[Int(place)] == .max else {
                unknown += 1
                continue
            }
            families[Int(place)] = codes[record]
        }
        unknown += families.count { $0 == .max }
        if unknown > 0 {
            throw SimulationError.unknownPupils(
                file: table.source, records: unknown, expected: try path(of: "truth/extract"))
        }
        return families
    }

    /// Where each pupil lived when, the postcodes of the histories, the last day on which anything began, and what tells the
    /// address of each pupil of the extract apart.
    private typealias Homes = (
        history: HomeHistory, postcodes: ValueDictionary, today: CalendarDate, current: [UInt64]
    )

    private func homes(
        _ pupils: PupilNumbering, _ extract: Table, _ progress: AnalysisProgress.Handler?
    ) throws -> Homes {
        let table = try table("addresses", ["pupil_number", "from", "to"] + Columns.address, progress)
        func dates(_ name: String) throws -> (codes: CodeArray, dates: [CalendarDate?]) {
            let column = try table.column(named: name).dates(source: table.source)
            return (column.codes, (0..<column.dictionary.count).map { CalendarDate(iso: column.dictionary[utf8: $0]) })
        }
        let from = try dates("from")
        let postcodes = try table.column(named: "postcode")
        let codes = postcodes.codes.widened()
        let (current, addresses) = try addresses(extract, table)
        var stays: [HomeHistory.Stay] = []
        stays.reserveCapacity(table.records)
        var owners: [UInt32] = []
        owners.reserveCapacity(table.records)
        var (unknown, undated) = (0, 0)
        for (record, place) in try pupils.places(of: table, threads: threads).enumerated() {
            guard let place else {
                unknown += 1
                continue
            }
            guard let day = from.dates[Int(from.codes[record])] else {
                undated += 1
                continue
            }
            stays.append(HomeHistory.Stay(from: day, postcode: codes[record], address: addresses[record]))
            owners.append(place)
        }
        if unknown > 0 {
            throw SimulationError.unknownPupils(
                file: table.source, records: unknown, expected: try path(of: "truth/extract"))
        }
        let days = try from.dates + dates("to").dates
        guard undated == 0, let today = days.compactMap(\.self).max() else {
            throw SimulationError.unreadable(file: table.source, field: "from", records: undated)
        }
        return (HomeHistory(stays, of: owners, count: pupils.count), postcodes.dictionary, today, current)
    }

    /// What tells the addresses of the records of two files apart, each part of an address in one notation.
    private func addresses(_ extract: Table, _ table: Table) throws -> (current: [UInt64], all: [UInt64]) {
        let comparisons = try Columns.address.map {
            try FieldComparison(
                [extract.column(named: $0), table.column(named: $0)], sources: [extract.source, table.source])
        }
        // A part that no address of one file has does not count.
        let apart = comparisons.flatMap(\.remarks).filter { $0.reason == .none }
        if !apart.isEmpty { throw ComparisonError(remarks: apart, remedy: .register) }
        return (
            ValueHashes.addresses(comparisons.map { $0.columns[0] }),
            ValueHashes.addresses(comparisons.map { $0.columns[1] })
        )
    }

    /// The groups of each pupil by the fields of the last census that saw the pupil.
    private func groupings(
        _ pupils: PupilNumbering, _ progress: AnalysisProgress.Handler?
    ) throws -> [PupilDatabase.Grouping] {
        let names = groupFields
        var values = names.map { _ in ValueNumbers() }
        var codes = names.map { _ in [UInt32](repeating: RecordGroups.excluded, count: pupils.count) }
        let censuses = censuses.sorted(by: >)
        if censuses.isEmpty { throw SimulationError.noFile(folder: register, name: "census-YYYY") }
        for census in censuses {
            let name = String(census.prefix { $0 != "." })
            let table = try table(name, ["pupil_number"] + names, progress)
            let places = try pupils.places(of: table, threads: threads)
            for (place, name) in names.enumerated() {
                let column = try table.column(named: name)
                let numbers = values[place].numbers(of: column)
                for (record, pupil) in places.enumerated() {
                    // Who is in no other file left before the pupils were put together.
                    guard let pupil, codes[place][Int(pupil)] == RecordGroups.excluded else { continue }
                    codes[place][Int(pupil)] = numbers[Int(column.codes[record])]
                }
            }
        }
        return try names.indices.map { place in
            let known = codes[place]
            // Two censuses may write a number otherwise.
            let column = values[place].column(
                name: names[place], codes: known.map { $0 == RecordGroups.excluded ? 0 : $0 }
            ).withEqualNumbers
            let groups = try RecordGroups(column, minimum: minimumGroup, classOf: known)
            return PupilDatabase.Grouping(
                name: names[place], groups: groups.groups.map(GroupedFigures.name),
                groupOf: groups.groupOf.map { $0 == RecordGroups.excluded ? nil : UInt16($0) })
        }
    }

    /// Whether every file of the register is marked as synthetic.
    ///
    /// - Throws: `SimulationError.noFile` for a register that lacks one.
    /// - Complexity: O(bytes) time.
    func isSynthetic() throws -> Bool {
        let files =
            try ["extract", "truth/extract", "truth/families", "addresses"].map(path)
            + censuses.map { "\(register)/\($0)" }
        return files.allSatisfy { SyntheticMark(ofFileAt: $0) != nil }
    }

    /// The files of the censuses in the register; none in a folder that is not there.
    private var censuses: [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: register)
        return (names ?? []).filter { $0.hasPrefix("census-") }
    }

    private func path(of name: String) throws(SimulationError) -> String {
        for ending in ["csv", "csv.gz", "csv.zst"] {
            let path = "\(register)/\(name).\(ending)"
            if FileManager.default.fileExists(atPath: path) { return path }
        }
        throw .noFile(folder: register, name: name)
    }

    private func table(
        _ name: String, _ columns: [String], _ progress: AnalysisProgress.Handler?
    ) throws -> Table {
        var reading = DelimitedReading()
        reading.columns = columns
        reading.threads = threads
        let path = try path(of: name)
        return try reading.table(at: path, progress)
    }
}
